import { graphemes } from '../../notation/columns.ts';
import { printableLine } from '../../notation/typst/printable.ts';
import { creditsNumber } from '../credits.ts';
import type { Paper } from '../paper.ts';
import { PRELUDE } from './prelude/prelude.ts';
import { problemTypst } from './question.ts';
import { array, blocks, inline, row, string, words } from './text.ts';

/** Papers as a Typst document: functions first, then one call for each thing that is printed. */

interface PageOptions {
  readonly size: 'a4' | 'us-letter';
}

/** Characters of titles and names in the running head, which is one line. */
const SHORT = 56;
const SHORT_ID = 20;
/** Characters of a title that is set in large type. */
const LONG_TITLE = 120;

/** @param papers one, or several that are to be one file; each of them begins on a sheet of its own */
export function paperTypst(papers: readonly Paper[], { size }: PageOptions): string {
  const title = papers[0]?.title ?? '';
  return [
    PRELUDE,
    '\n// The paper\n\n',
    `#show: exam.with(\n${listed([`title: ${words(title)}`, `size: "${size}"`])})\n`,
    ...papers.map(onePaper),
  ].join('');
}

function onePaper(paper: Paper): string {
  const { title, form, code, person, solutions, problems } = paper;
  const about = [
    `title: ${words(title)}`,
    `solutions: ${solutions}`,
    `head: ${headOf(paper)}`,
    `form: ${string(form)}`,
    `code: ${string(code)}`,
    `person: ${person === null ? 'none' : `(name: ${string(person.name)}, id: ${string(person.id)})`}`,
  ];
  return [
    `\n#cover(\n${listed([...about, ...coverFacts(paper)])})\n`,
    ...problems.map(problem => problemTypst(problem, solutions)),
    '\n#end\n',
  ].join('');
}

function listed(items: readonly string[]): string {
  return items.map(argument => `  ${argument},\n`).join('');
}

function coverFacts({
  title,
  subtitle,
  details,
  minutes,
  credits,
  pass,
  rules,
  aids,
  problems,
}: Paper): readonly string[] {
  const facts = [
    [minutes, minutes === 1 ? 'minute' : 'minutes'],
    [credits, credits === 1 ? 'credit' : 'credits'],
    [pass, 'to pass'],
    [problems.length, problems.length === 1 ? 'problem' : 'problems'],
  ] as const;
  return [
    `title-size: ${title.length <= LONG_TITLE ? 23 : 13}pt`,
    `subtitle: ${subtitle === null ? 'none' : words(subtitle)}`,
    `details: ${array(details.map(({ label, text }) => row([words(label), words(text)])))}`,
    `facts: ${array(facts.map(([value, caption]) => row([`[${creditsNumber(value)}]`, `[${caption}]`])))}`,
    `rules: ${array(rules.map(blocks))}`,
    `aids: ${array(aids.map(blocks))}`,
    `problems: ${array(problems.map(problem => row([`[${problem.number}]`, inline(problem.title), `[${creditsNumber(problem.credits)}]`])))}`,
    `credits: [${creditsNumber(credits)}]`,
  ];
}

/** What the running head says of the paper and its owner. */
function headOf({ title, person }: Paper): string {
  const owner =
    person === null
      ? 'none'
      : `(name: ${string(shortened(person.name))}, id: ${string(shortened(person.id, SHORT_ID))})`;
  return `(title: ${string(shortened(title))}, person: ${owner})`;
}

function shortened(text: string, most = SHORT): string {
  const letters = graphemes(printableLine(text));
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, SHORT - 1)
        .join('')
        .trimEnd()}…`;
}
