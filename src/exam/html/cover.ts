import { inlineMarkdownHtml } from '../../notation/html/markdown.ts';
import { worthText } from '../credits.ts';
import type { Paper } from '../paper.ts';
import { plainLine, stacked } from './elements.ts';

/** The first page: what is asked of whom, by which rules, and for how many credits. */

export function coverHtml(paper: Paper): string {
  return stacked(
    '<header class="cover">',
    `<h1 dir="auto">${plainLine(paper.title)}</h1>`,
    paper.subtitle === null ? '' : `<p class="subtitle" dir="auto">${plainLine(paper.subtitle)}</p>`,
    paper.solutions ? '<p class="sample">Sample solution</p>' : '',
    `<p class="which">Form ${plainLine(paper.form)} · ${plainLine(paper.code)}</p>`,
    definitions('details', [
      ...paper.details.map(({ label, text }) => [label, text] as const),
      ['Time', `${paper.minutes} ${paper.minutes === 1 ? 'minute' : 'minutes'}`],
      ['Credits', `${worthText(paper.credits)}, ${paper.pass} to pass`],
    ]),
    definitions('fields', [
      ['Name', paper.person?.name ?? ''],
      ['Number', paper.person?.id ?? ''],
      ['Seat', ''],
    ]),
    items('Rules', paper.rules),
    items('Allowed aids', paper.aids),
    creditTable(paper),
    '</header>',
  );
}

function definitions(name: string, rows: readonly (readonly [label: string, text: string])[]): string {
  const lines = rows.map(
    ([label, text]) => `<dt dir="auto">${plainLine(label)}</dt><dd dir="auto">${plainLine(text)}</dd>`,
  );
  return `<dl class="${name}">\n${lines.join('\n')}\n</dl>`;
}

function items(heading: string, texts: readonly string[]): string {
  if (texts.length === 0) return '';
  const rows = texts.map(text => `<li dir="auto">${inlineMarkdownHtml(text)}</li>`);
  return `<h2>${heading}</h2>\n<ul>\n${rows.join('\n')}\n</ul>`;
}

function creditTable({ problems, credits }: Paper): string {
  const rows = problems.map(
    problem =>
      `<tr><th scope="row">${problem.number}</th><td dir="auto">${plainLine(problem.title)}</td><td class="number">${problem.credits}</td><td></td></tr>`,
  );
  return stacked(
    '<table class="credits-table">',
    '<caption class="hidden">Credits by problem</caption>',
    '<thead><tr><th scope="col">Problem</th><th scope="col">Title</th><th scope="col">Credits</th><th scope="col">Reached</th></tr></thead>',
    `<tbody>\n${rows.join('\n')}\n</tbody>`,
    `<tfoot><tr><th scope="row" colspan="2">Total</th><td class="number">${credits}</td><td></td></tr></tfoot>`,
    '</table>',
  );
}
