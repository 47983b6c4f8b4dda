import { showKey } from '../../answers/answers.ts';
import { creditsNumber } from '../credits.ts';
import type { FormPart, FormQuestion } from '../form.ts';
import { clozeOf } from './cloze.ts';
import { Field, markdownElement, xmlText } from './field.ts';
import { type Cloze, withoutHoles } from './holes.ts';
import { essay, type Native, nativeOf } from './kinds.ts';
import { weights } from './weights.ts';

/**
 * A question of a form as one of Moodle: in the type made for its kind, or as a text with places for the answers
 * ("Cloze"), or where a person has to mark it, as an essay with the key for whoever does. A question of several parts
 * is one Cloze; where some of its parts cannot be, each part is a question of its own.
 *
 * @param story what the questions of the problem have in common: Markdown; each holds it, as each may be asked alone
 */
export function moodleQuestions(question: FormQuestion, story: string | null): readonly string[] {
  const { parts } = question;
  const [only] = parts;
  if (parts.length === 1 && only) return [single(question, only, story)];
  return [cloze(question, parts, [story ?? '', question.variant.stem])].flatMap(whole =>
    whole === null ? parts.map((part, i) => single(question, part, story, parts.slice(0, i))) : [whole],
  );
}

/** @param earlier parts of the question, which this one may speak of */
function single(
  question: FormQuestion,
  part: FormPart,
  story: string | null,
  earlier: readonly FormPart[] = [],
): string {
  const told = [story ?? '', question.variant.stem, before(earlier)];
  const native = nativeOf(part.key);
  if (native) return written(question, part, native, told);
  return cloze(question, [part], told) ?? written(question, part, essay(part.key, part.credits), told);
}

function before(earlier: readonly FormPart[]): string {
  if (earlier.length === 0) return '';
  const asked = earlier.map(({ label, ask }) => `**${label}** ${ask}`).join('\n\n');
  return asked.replaceAll(/^/gm, '> ');
}

/** @param told what stands above what is asked: Markdown */
function written(question: FormQuestion, part: FormPart, native: Native, told: readonly string[]): string {
  const field = new Field();
  const text = [...told, part.ask, native.below].map(markdown => field.blocks(markdown));
  return element(native.type, [
    name(`${part.label} ${question.variant.template.title}`),
    field.element('questiontext', stacked(text)),
    solution(question, [part]),
    `<defaultgrade>${Number(part.credits.toFixed(7))}</defaultgrade>`,
    ...COMMON,
    ...native.elements,
  ]);
}

/** null where a part cannot be asked so. */
function cloze(question: FormQuestion, parts: readonly FormPart[], told: readonly string[]): string | null {
  const field = new Field();
  // First comes what is shown first, as drawings are counted.
  const above = told.map(markdown => field.blocks(markdown));
  const asked = parts.map(part => ({
    part,
    ask: field.blocks(heading(part, parts.length)),
    cloze: clozeOf(part.key, field),
  }));
  const found = asked.flatMap(({ cloze: one }) => (one === null ? [] : [one]));
  if (found.length < parts.length) return null;
  const worth = weights(parts.map(({ credits }, i) => ({ credits, count: found[i]?.holes.length ?? 1 })));
  const body = asked.map(({ ask, cloze: one }, i) =>
    stacked([withoutHoles(ask), one ? placed(one, worth[i] ?? 1) : '']),
  );
  const sum = found.reduce((total, { holes }, i) => total + holes.length * (worth[i] ?? 1), 0);
  const credits = parts.reduce((total, part) => total + part.credits, 0);
  const number = parts.length === 1 ? parts[0]?.label : question.number;
  // Places count by whole numbers: where these add up to something else, the name says what the question is worth.
  const worthNote = Math.abs(sum - credits) < 1e-6 ? '' : ` (set its mark to ${creditsNumber(credits)})`;
  return element('cloze', [
    name(`${number} ${question.variant.template.title}${worthNote}`),
    field.element('questiontext', stacked([...above.map(withoutHoles), ...body])),
    solution(question, parts),
    ...COMMON,
  ]);
}

function heading({ label, ask }: FormPart, count: number): string {
  return count === 1 ? ask : `**${label}** ${ask}`;
}

/** A sign that no text holds. */
const MARK = '\u0000';

/** What surrounds the places holds none itself. */
function placed({ holes, html }: Cloze, weight: number): string {
  const marked = withoutHoles(html(holes.map((_, i) => `${MARK}${i}${MARK}`)));
  return marked
    .split(MARK)
    .map((piece, i) => (i % 2 === 0 ? piece : `{${weight}:${holes[Number(piece)]}}`))
    .join('');
}

/** An exam has one try. */
const COMMON = ['<penalty>0</penalty>', '<hidden>0</hidden>'];

function solution({ variant }: FormQuestion, parts: readonly FormPart[]): string {
  const keys = parts.map(({ key }) => showKey(key)).join('\n\n');
  return markdownElement('generalfeedback', variant.solution ?? keys);
}

function name(text: string): string {
  return `<name>${xmlText(text.replaceAll(/\s+/g, ' '))}</name>`;
}

function element(type: string, children: readonly string[]): string {
  return `<question type="${type}">\n${children.join('\n')}\n</question>`;
}

function stacked(html: readonly string[]): string {
  return html.filter(one => one !== '').join('\n');
}
