import { CLOCK_BEHIND } from '../app/home.ts';
import type { HomeScreen } from '../app/screens.ts';
import { type Beginning, type Next, startAt, startAtExams, startHome, startSession } from '../app/session.ts';
import type { Lane } from '../app/state.ts';
import { tally } from '../app/tally.ts';
import { QuestionError } from '../bank/problem.ts';
import { StoreError } from '../store/errors.ts';
import type { Context } from './context.ts';
import { loadExams, runErrand } from './effects/exams.ts';
import { isInteractive, requireTerminal } from './environment.ts';
import { UsageError } from './errors.ts';
import { adviceOn } from './meant.ts';
import { columns, printLines, printMessage } from './output.ts';
import { LONG_MS, nowAndThen } from './progress.ts';
import { minutesOf } from './schedule/minutes.ts';
import { homeNow } from './schedule/today.ts';

/** The commands that open a screen. Ink is loaded only here, and only with a terminal to draw in. */

/** `tutor`: the home screen, or a plain summary where there is no terminal. */
export async function home(context: Context): Promise<void> {
  const { environment } = context;
  if (!isInteractive(environment)) return summary(context);
  const screen: HomeScreen = { name: 'home', home: homeNow(context), row: 0 };
  await open(context, noticed(context, startAt(screen)));
}

/** `tutor study` */
export async function study(context: Context, { minutes }: { readonly minutes?: string }): Promise<void> {
  const lane: Lane = minutes === undefined ? { kind: 'study' } : { kind: 'study', minutes: minutesOf(minutes) };
  requireTerminal(
    context.environment,
    '"tutor due" lists what there is to study, "tutor review" takes answers from scripts.',
  );
  await open(context, noticed(context, startSession(lane)));
}

/** `tutor drill TOPIC` @throws UsageError where the topic has no questions */
export async function drill(context: Context, topic: string): Promise<void> {
  const { bank, environment } = context;
  if (bank.below(topic).length === 0) {
    throw new UsageError(`No question is about "${topic.slice(0, 100)}". ${adviceOn(topic, bank.places)}`);
  }
  requireTerminal(environment, '"tutor bank show" shows questions without one.');
  await open(context, noticed(context, startSession({ kind: 'drill', topic })));
}

/** What is wrong with the settings comes first. */
function noticed({ troubles: [trouble] }: Context, [state, effects]: Next): Next {
  return [{ ...state, notice: trouble ?? state.notice }, effects];
}

const INTERRUPTED = 130;
/** What the first screen does without is loaded so long after it. */
const ONCE_DRAWN_MS = 300;

/** Opens a screen and stays until it is left. */
export async function open(context: Context, start: Next): Promise<void> {
  const { show } = await import('../tui/show.tsx');
  const soon = setTimeout(loadExams, ONCE_DRAWN_MS);
  const screens = { ...context.environment, looks: context.looks, explain };
  const begin = async (say: (text: string) => void): Promise<Beginning> => {
    const { effectRunner } = await import('./effects/effects.ts');
    const isOther = await context.confirm(files => {
      const tell = (done: number): void => say(`Reading questions: ${done} of ${files}.`);
      return { add: nowAndThen(tell, context.environment.monotonic, LONG_MS), end: () => undefined };
    });
    const isOld = isOther && start[0].screen?.name === 'home';
    return { start: isOld ? [start[0], startHome()[1]] : start, run: effectRunner(context) };
  };
  const state = await show(start[0], begin, screens).finally(() => clearTimeout(soon));
  const { over, answered, fromHome, errand } = state;
  if (errand !== null) {
    const { told, interrupted, at } = await runErrand(context, errand);
    if (interrupted) return;
    // A reply that was left open is still there.
    const [fresh, effects] = startAtExams(at);
    return open(context, [{ ...fresh, open: state.open, notice: told }, effects]);
  }
  if (!fromHome && answered.length > 0) printLines(context.environment, [`${tally(answered)}. All of it is saved.`]);
  if (over === 'interrupted') process.exitCode = INTERRUPTED;
}

/** What the student can mend is said on the screen; anything else is a fault of the program and ends it. */
function explain(error: unknown): string | null {
  return error instanceof StoreError || error instanceof QuestionError ? error.message : null;
}

function summary(context: Context): void {
  const { bank, environment } = context;
  const { steps, due, fresh, topics, behind } = homeNow(context);
  if (behind !== null) printMessage(environment, CLOCK_BEHIND);
  printLines(environment, [
    `dl-tutor: ${steps > 0 ? `${steps} to repeat, ` : ''}${due} due, ${fresh} new today, ${bank.templates.length} questions`,
    '',
    ...columns([
      ['topic', 'due', 'new', 'met'],
      ...topics.map(row => [row.topic, `${row.due}`, `${row.fresh}`, `${row.met} of ${row.total}`]),
    ]),
    '',
    'Start "tutor" in a terminal to study, or see "tutor --help".',
  ]);
}
