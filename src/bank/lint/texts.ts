import type { Answer } from '../../answers/authors.ts';
import type { Located } from '../../language/located.ts';
import { bind } from '../names.ts';
import { fill } from '../placeholders.ts';
import { stepsMarkdown } from '../steps-markdown.ts';
import type { Template } from '../template.ts';
import type { Variant } from '../variant.ts';

/** Everything in a question that is Markdown, with its place. */

export interface LintText {
  readonly source: Located;
  /** Whether students see it before they answer. */
  readonly shown: boolean;
}

export interface FilledText extends LintText {
  readonly text: string;
}

const all = (sources: readonly (Located | null)[], shown: boolean): LintText[] =>
  sources.flatMap(source => (source && source.text !== '' ? [{ source, shown }] : []));

/** The Markdown of an answer; what students type is none. */
function textsOfAnswer(answer: Answer): LintText[] {
  switch (answer.kind) {
    case 'choice':
      return answer.options.flatMap(({ text, why }) => [...all([text], true), ...all([why], false)]);
    case 'order':
      return answer.lines.flatMap(({ text, why }) => [...all([text], true), ...all([why], false)]);
    case 'match':
      return [
        ...answer.pairs.flatMap(({ text, is, why }) => [...all([text, is], true), ...all([why], false)]),
        ...all(answer.extra, true),
      ];
    case 'rubric':
      return all([...answer.points.map(({ text }) => text), answer.model], false);
    case 'table':
      return all([...answer.rows, ...answer.columns], true);
    default:
      return [];
  }
}

export function textsOf({ stem, parts, mistakes, hint, solution, let: steps }: Template): LintText[] {
  return [
    ...all([stem, ...parts.map(({ ask }) => ask)], true),
    ...parts.flatMap(({ answer }) => textsOfAnswer(answer)),
    ...all([...mistakes.map(({ because }) => because), ...steps.map(({ why }) => why), hint, solution], false),
  ];
}

/** The same with the values of a variant in place. */
export function filledTexts({ template, vars, steps }: Variant): FilledText[] {
  const { names, words } = bind(template, vars);
  const worked = stepsMarkdown(steps);
  return textsOf(template).map(({ source, shown }) => ({ source, shown, text: fill(source, names, words, worked) }));
}

/** What students have before their eyes, as it was filled in when the variant was drawn. */
export function shownText({ stem, parts }: Variant): string {
  return [stem, ...parts.map(({ ask }) => ask)].join('\n');
}
