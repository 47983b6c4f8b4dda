import type { AnswerKey } from '../../answers/answers.ts';
import type { ChoiceKey } from '../../answers/choice/choice.ts';
import type { MatchKey } from '../../answers/match/key.ts';
import { topologicalOrders } from '../../answers/order/graph.ts';
import type { OrderKey } from '../../answers/order/key.ts';
import type { ShapeKey } from '../../answers/shape/shape.ts';
import type { WordsKey } from '../../answers/words/words.ts';
import { escapeHtml } from '../../notation/html/escape.ts';
import { numberGrid } from './cloze-grid.ts';
import type { Field } from './field.ts';
import { type Cloze, numerical, selection } from './holes.ts';
import { moodleNumber } from './numbers.ts';
import { NONE, ticks } from './ticks.ts';

/** How answers are asked for within a text. */

/** null where Moodle cannot tell right from wrong. */
export function clozeOf(key: AnswerKey, field: Field): Cloze | null {
  switch (key.kind) {
    case 'number':
      return single(numerical(moodleNumber(key.value, key.accepts)));
    case 'tensor':
    case 'table':
      return numberGrid(key, field);
    case 'words':
      return words(key);
    case 'shape':
      return shape(key);
    case 'choice':
      return choice(key, field);
    case 'match':
      return match(key, field);
    case 'order':
      return order(key, field);
    case 'expression':
    case 'rubric':
      return null;
  }
}

function single(hole: string): Cloze {
  return { holes: [hole], html: ([answer = '']) => `<p>${answer}</p>` };
}

/** Signs that neither a backslash nor an entity could keep from meaning something. */
const UNSPEAKABLE = /[\\*\n]/;

function words({ accepted }: WordsKey): Cloze | null {
  if (accepted.some(term => UNSPEAKABLE.test(term))) return null;
  const terms = accepted.map(term => `=${escapeHtml(term).replaceAll(/[}~]|(?<!&)#/g, '\\$&')}`);
  return single(`SHORTANSWER:${terms.join('~')}`);
}

/** A box for each dimension, where all are numbers. */
function shape({ shape: dimensions }: ShapeKey): Cloze | null {
  if (dimensions.length === 0 || dimensions.some(({ symbols }) => symbols.length > 0)) return null;
  return {
    holes: dimensions.map(({ factor }) => numerical(moodleNumber(factor, [factor, factor]))),
    html: holes => `<p>${holes.join(' × ')}</p>`,
  };
}

function choice(key: ChoiceKey, field: Field): Cloze {
  const { many, rule, options } = key;
  if (many && rule === 'per-option') {
    const holes = options.map(({ right }) => (right ? 'MULTICHOICE_H:=right~wrong' : 'MULTICHOICE_H:right~=wrong'));
    return { holes, html: answers => list(options.map((option, i) => labelled(option, field, answers[i]))) };
  }
  const alternatives = many
    ? ticks(key).map(({ label, worth }) => `%${worth}%${label ?? NONE}`)
    : options.map(({ label, right }) => `${right ? '=' : ''}${label}`);
  return {
    holes: [`${many ? 'MULTIRESPONSE_H' : 'MULTICHOICE_H'}:${alternatives.join('~')}`],
    html: ([answer = '']) => `${list(options.map(option => labelled(option, field)))}\n<p>${answer}</p>`,
  };
}

function match({ blanks, options }: MatchKey, field: Field): Cloze {
  const holes = blanks.map(({ answer }) =>
    selection(
      options.map(({ label }) => label),
      answer,
    ),
  );
  return {
    holes,
    html: answers =>
      `${list(blanks.map((blank, i) => labelled(blank, field, answers[i])))}\n<p>Choose from:</p>\n${list(options.map(option => labelled(option, field)))}`,
  };
}

/** The place of each line, where there is only one right order and nothing to fill in. */
function order({ lines }: OrderKey, field: Field): Cloze | null {
  const orders = topologicalOrders(lines, 2);
  const [labels = []] = orders;
  if (orders.length > 1 || lines.some(({ blank }) => blank !== null)) return null;
  const places = labels.map((_, i) => String(i + 1));
  const holes = lines.map(({ label, decoy }) =>
    selection([...places, '–'], decoy ? '–' : String(labels.indexOf(label) + 1)),
  );
  return {
    holes,
    html: answers =>
      `<p>Choose the place of each line; – is for a line that does not belong.</p>\n${list(lines.map((line, i) => labelled(line, field, answers[i])))}`,
  };
}

/** A line of a list by its name, with the answer before it. */
function labelled({ label, text }: { readonly label: string; readonly text: string }, field: Field, hole = ''): string {
  return `<li>${hole} <strong>${field.line(label)}</strong> ${field.blocks(text)}</li>`;
}

function list(rows: readonly string[]): string {
  return `<ul>\n${rows.join('\n')}\n</ul>`;
}
