import type { BrowserScreen, Look } from '../../app/browser/state.ts';
import { factsOf, sectionsOf, seedText } from '../../app/preview/sections.ts';
import { type Standing, standingText } from '../../app/standing.ts';
import type { Variant } from '../../bank/variant.ts';
import { sectionLines } from '../preview/view.ts';
import { BLANK, hanging, inline, literal, markdown, recoloured, type StyledLine, styled, textOf } from '../styled.ts';
import type { Range } from '../view.ts';

/** A variant of the question under the cursor. */

interface LookLines {
  readonly lines: readonly StyledLine[];
  /** What is to be seen first. */
  readonly focus: readonly Range[];
}

/** In fewer columns there is room for the question and little else. */
const WIDE = 60;

const NOTHING: LookLines = { lines: [], focus: [] };

/** @param titled whether its title stands above it, or is in sight elsewhere */
export function lookLines(screen: BrowserScreen, width: number, spoken: boolean, titled: boolean): LookLines {
  const { look, rows, row, reveal } = screen;
  const chosen = rows[row];
  if (!look || !chosen) return NOTHING;
  const { template, standing } = chosen;
  const title = titled ? [inline(template.title).map(({ text }) => styled(text, 'title'))] : [];
  const facts = [...factsOf(template), ...template.source, ...template.topics];
  const needs = template.requires.length > 0 ? [`builds on ${template.requires.join(', ')}`] : [];
  const memory = [...memoryOf(standing), answersText(look.answers), ...needs];
  const told = (...all: readonly (readonly string[])[]): StyledLine[] =>
    all.flatMap(some => recoloured(literal(some.join(spoken ? ', ' : ' · '), width), 'muted'));
  const drawn = [template.id, seedText(look.seed)];
  // Where they would take half of the window, the facts come last.
  const [above, below] =
    width < WIDE ? [told(drawn), [BLANK, ...told(facts, memory)]] : [told([...drawn, ...facts], memory), []];
  const head = [...title, ...above, BLANK];
  if (!look.variant) return { lines: [...head, ...troubleLines(look.trouble ?? '', width), ...below], focus: [] };
  const question = sections(look.variant, true, width, spoken);
  const rest = reveal ? sections(look.variant, false, width, spoken) : [];
  // The first blank line parts them.
  const first = head.length + question.length + 1;
  const answer: Range = [first, Math.min(first + ANSWER_LINES, head.length + question.length + rest.length - 1)];
  return { lines: [...head, ...question, ...rest, ...below], focus: reveal ? [answer] : [] };
}

/** What a question asks, under its title and what is known of it, where its answer is not wanted. */
export function askedLines({ variant, trouble, answers }: Look, width: number): readonly StyledLine[] {
  if (!variant) return troubleLines(trouble ?? '', width);
  const { template } = variant;
  const facts = [template.id, ...factsOf(template), answersText(answers)].join(' · ');
  return [
    ...recoloured(markdown(template.title, width), 'title'),
    ...recoloured(literal(facts, width), 'muted'),
    BLANK,
    ...sections(variant, true, width, false),
  ];
}

/** Lines of the answer that are to be in sight as soon as it is shown. */
const ANSWER_LINES = 5;

/** The question itself, or all that belongs to it. */
function sections(variant: Variant, itself: boolean, width: number, spoken: boolean): StyledLine[] {
  return sectionsOf(variant)
    .filter(({ title }) => (title === null) === itself)
    .flatMap(section => withoutRuled(sectionLines(section, width, spoken)));
}

/** Lines to write on, of which one says as much as ten: nobody writes here. */
const RULED = /^\s*(?:…{8,}|a line to write on)\s*$/;

function withoutRuled(lines: readonly StyledLine[]): StyledLine[] {
  const isRuled = lines.map(line => RULED.test(textOf(line)));
  // The blank line above goes with each that goes.
  return lines.filter((line, i) => {
    const isAgain = (at: number): boolean => isRuled[at] === true && (isRuled[at - 1] || isRuled[at - 2]) === true;
    return !isAgain(i) && !(line.length === 0 && isAgain(i + 1));
  });
}

function memoryOf(standing: Standing): readonly string[] {
  const { met, aside, days, stability, recall } = standing;
  if (!met || days === null || stability === null || recall === null) return [aside ? 'set aside' : 'new'];
  const due = aside ? 'set aside' : days <= 0 ? 'due' : `due in ${standingText(standing)}`;
  return [due, `recalled with ${Math.round(100 * recall)} %`, `stability ${Math.round(stability)} days`];
}

function answersText(answers: number): string {
  return answers === 0 ? 'never answered' : `answered ${answers === 1 ? 'once' : `${answers} times`}`;
}

/** With its place in the file, which an author can go to. */
function troubleLines(trouble: string, width: number): StyledLine[] {
  const lines = trouble.split('\n').flatMap(line => literal(line, width - 2));
  return [
    [styled('It cannot be drawn:', 'bad')],
    ...hanging([styled('✗ ', 'bad')], recoloured(lines, 'bad')),
    BLANK,
    ...recoloured(literal('Other numbers may do (r); sessions pass over a question that has none.', width), 'muted'),
  ];
}
