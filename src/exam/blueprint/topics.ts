import type { Bank } from '../../bank/bank.ts';
import { stream } from '../../bank/streams.ts';
import { didYouMean, quoted } from '../../language/suggest.ts';
import type { Blueprint, ProblemBlueprint, Slot } from '../blueprint.ts';
import { minutesOf } from '../draw/balance.ts';
import { asksAbout, toHalves, wantsOf } from '../draw/candidates.ts';
import { taskOf } from '../draw/draw.ts';
import { search } from '../draw/search.ts';
import { groupsOf, sumsFrom } from '../draw/sums.ts';
import { listed } from '../draw/wording.ts';
import { ExamError } from '../error.ts';
import { blueprintHash } from './hash.ts';
import { passing } from './read.ts';
import { evenSplits } from './splits.ts';

/** Blueprints without a file: some topics and how many credits, one problem a topic. */

interface TopicOptions {
  readonly topics: readonly string[];
  /** null: ten a topic, or fewer where the questions make fewer. */
  readonly credits: number | null;
  /** null: as long as the questions on these topics are expected to take. */
  readonly minutes: number | null;
}

const MOST_CREDITS = 200;
const USUAL_CREDITS = 10;
const MOST_USUAL = 90;
const MOST_TOPICS = 12;
const MOST_MINUTES = 24 * 60;
/** Ways to share out the credits that are tried, and steps for each. */
const SPLITS = 20;
const FEW_SPLITS = 2;
const STEPS = 20_000;
const PARTS = 20;
/** Expected time is an estimate, and clocks are read in these steps. */
const MINUTES_STEP = 5;

/** With its credits. */
interface Asked extends TopicOptions {
  readonly credits: number;
}

/** `rnn+cnn@30`, or `rnn+cnn@30-45` with the minutes. */
function nameOf({ topics, credits, minutes }: Asked): string {
  return `${topics.join('+')}@${credits}${minutes === null ? '' : `-${minutes}`}`;
}

/** What the name of such a blueprint says; null where it is the name of a file. */
export function optionsIn(name: string): Asked | null {
  const [, topics, credits, minutes] = /^([^@]+)@(\d+(?:\.\d+)?)(?:-(\d+))?$/.exec(name) ?? [];
  if (topics === undefined) return null;
  return {
    topics: topics.split('+'),
    credits: Number(credits),
    minutes: minutes === undefined ? null : Number(minutes),
  };
}

/**
 * The credits are shared out among the topics as evenly as the questions allow.
 *
 * @throws ExamError where the bank does not hold so much on these topics, or the options make no sense
 */
export function blueprintOf(options: TopicOptions, bank: Bank): Blueprint {
  const { topics, credits } = options;
  const asked = { ...options, credits: credits ?? Math.min(USUAL_CREDITS * topics.length, MOST_USUAL) };
  check(asked, bank);
  const found = spread(asked, bank, SPLITS);
  if (found) return found;
  const fewer = fewerCredits(asked, bank)
    .values()
    .map(other => spread({ ...asked, credits: other }, bank, FEW_SPLITS))
    .find(blueprint => blueprint !== null);
  if (credits === null && fewer) return fewer;
  const instead = fewer ? `${fewer.credits} would do` : 'ask for fewer, or for other topics';
  throw new ExamError(
    `No exam of ${asked.credits} credits was found on ${listed(topics)}, shared among them: ${instead}.`,
  );
}

/** Less and less: first a little less than was asked for, then all that these questions could make, and parts of that. */
function fewerCredits({ topics, credits }: Asked, bank: Bank): readonly number[] {
  const on = bank.templates.filter(template => topics.some(topic => asksAbout(template, topic)));
  const all = Math.min(credits, sum(on.map(template => template.credits)));
  const parts = Array.from({ length: PARTS }, (_, i) => Math.floor((all * (PARTS - i)) / PARTS));
  return [...new Set([credits - 0.5, credits - 1, ...parts])].filter(other => other > 0 && other < credits);
}

function check({ topics, credits, minutes }: Asked, bank: Bank): void {
  const refuse = (message: string): never => {
    throw new ExamError(message);
  };
  if (topics.length === 0 || topics.length > MOST_TOPICS) refuse(`Name 1 to ${MOST_TOPICS} topics for an exam.`);
  for (const topic of topics) {
    if (bank.templates.some(template => asksAbout(template, topic))) continue;
    refuse(`No question is on ${quoted(topic)}${didYouMean(topic, bank.places)}`);
  }
  if (new Set(topics).size < topics.length) refuse('A topic is named twice.');
  if (!(credits > 0 && credits <= MOST_CREDITS && Number.isInteger(credits * 2))) {
    refuse(`The credits of an exam are more than 0 and at most ${MOST_CREDITS}, in steps of 0.5.`);
  }
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES)) {
    refuse(`The minutes of an exam are a whole number from 1 to ${MOST_MINUTES}.`);
  }
}

/** null where no way to share out the credits is met, of so many that are tried. */
function spread(options: Asked, bank: Bank, splits: number): Blueprint | null {
  const { topics, credits } = options;
  const total = toHalves(credits);
  const whole = madeOf(
    options,
    topics.map(() => credits),
    bank,
  );
  const sums = wantsOf(whole, bank).map(({ candidates }) => sumsFrom(groupsOf(candidates), null, total)[0]?.[0] ?? 1n);
  for (const split of evenSplits(sums, total, splits)) {
    const blueprint = madeOf(
      options,
      split.map(halves => halves / 2),
      bank,
    );
    const found = search(taskOf(blueprint, bank), stream(0, 'exam', 'topics', 0), STEPS);
    if (found.status === 'found') return blueprint;
  }
  return null;
}

function madeOf(options: Asked, shares: readonly number[], bank: Bank): Blueprint {
  const { topics, credits } = options;
  const said = {
    title: 'Practice exam',
    subtitle: topics.join(', '),
    minutes: options.minutes ?? expectedMinutes(options, bank),
    credits,
    pass: passing('50 %', credits),
    details: [],
    aids: [],
    rules: [],
    problems: topics.map((topic, i) => problemOn(topic, shares[i] as number)),
    cover: topics,
    ideas: 'source' as const,
  };
  return { ...said, name: nameOf(options), file: null, hash: blueprintHash(said) };
}

function problemOn(topic: string, credits: number): ProblemBlueprint {
  const open = { ids: null, kinds: [], rule: null, each: null, count: null };
  const slot: Slot = { ...open, topics: [topic], worth: credits, line: 1 };
  return { title: topic, credits, story: null, slots: [slot], free: true, line: 1 };
}

/** At the pace of all questions on these topics, in steps of five minutes. */
function expectedMinutes({ topics, credits }: Asked, bank: Bank): number {
  const on = bank.templates.filter(template => topics.some(topic => asksAbout(template, topic)));
  const pace = sum(on.map(minutesOf)) / sum(on.map(template => template.credits));
  return Math.max(1, Math.ceil((credits * pace) / MINUTES_STEP)) * MINUTES_STEP;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
