import type { AnswerSpace, BoxesSpace, GridSpace, OrderSpace, PairsSpace } from '../../answers/space.ts';
import { inlineMarkdownHtml, markdownHtml } from '../../notation/html/markdown.ts';
import { stacked } from './elements.ts';

/** Where an answer is written: empty, or with what belongs there. */

/** @param answer what belongs there as Markdown; null for an empty space */
export function spaceHtml(space: AnswerSpace, answer: string | null): string {
  return `<div class="answer">\n${inner(space, answer)}\n</div>`;
}

function inner(space: AnswerSpace, answer: string | null): string {
  const isFilled = answer !== null;
  switch (space.kind) {
    case 'line':
      return stacked(isFilled ? filled(answer) : rules(1), note(space.note));
    case 'page':
      return isFilled ? filled(answer) : rules(space.lines);
    case 'boxes':
      return boxes(space, isFilled);
    case 'grid':
      return stacked(grid(space, isFilled), isFilled ? filled(answer) : '');
    case 'order':
      return order(space, isFilled);
    case 'pairs':
      return pairs(space, isFilled);
  }
}

function filled(answer: string): string {
  if (answer.trim() === '') return '';
  return `<div class="key filled">\n${markdownHtml(answer)}\n</div>`;
}

function rules(count: number): string {
  return `<span class="hidden">Room for the answer</span>\n${Array.from({ length: count }, () => '<div class="rule"></div>').join('\n')}`;
}

function note(markdown: string | null): string {
  return markdown === null ? '' : `<p class="note" dir="auto">${inlineMarkdownHtml(markdown)}</p>`;
}

/** What belongs here is told by its frame and weight as well as by its colour. */
function key(html: string): string {
  return `<strong class="key">${html}</strong>`;
}

function boxes({ many, options, note: rule }: BoxesSpace, isFilled: boolean): string {
  const rows = options.map(({ label, text, right }) => {
    const box = isFilled && right ? key('<span class="box">☒</span>') : '<span class="box">☐</span>';
    return `<li>${box} <strong>${inlineMarkdownHtml(label)}</strong><div dir="auto">${markdownHtml(text)}</div></li>`;
  });
  const how = many ? 'Tick all that are right; it may be none.' : 'Tick one.';
  return stacked(`<p class="note">${how}</p>`, note(rule), `<ul class="boxes">\n${rows.join('\n')}\n</ul>`);
}

function grid({ columns, rows }: GridSpace, isFilled: boolean): string {
  const hasHeadings = rows.some(({ heading }) => heading !== null);
  const head = columns.map(column => `<th scope="col" dir="auto">${inlineMarkdownHtml(column)}</th>`).join('');
  const body = rows.map(({ heading, cells }) => {
    const first = hasHeadings ? `<th scope="row" dir="auto">${inlineMarkdownHtml(heading ?? '')}</th>` : '';
    return `<tr>${first}${cells.map(cell => `<td>${isFilled ? key(inlineMarkdownHtml(cell)) : ''}</td>`).join('')}</tr>`;
  });
  return stacked(
    '<table class="grid">',
    '<caption class="hidden">Cells for the answer</caption>',
    columns.length === 0 ? '' : `<thead><tr>${hasHeadings ? '<td></td>' : ''}${head}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>`,
    '</table>',
  );
}

function order({ lines }: OrderSpace, isFilled: boolean): string {
  const rows = lines.map(({ label, text, filled: whole, place }) => {
    const box = `<span class="place">${isFilled ? key(place === null ? '–' : String(place)) : ''}</span>`;
    return `<li>${box} <strong>${inlineMarkdownHtml(label)}</strong><div dir="auto">${markdownHtml(isFilled ? whole : text)}</div></li>`;
  });
  return `<p class="note">Number the lines in order; leave the box of a line that does not belong empty.</p>\n<ul class="order">\n${rows.join('\n')}\n</ul>`;
}

function pairs({ blanks, options }: PairsSpace, isFilled: boolean): string {
  const rows = blanks.map(({ label, text, answer }) => {
    const box = `<span class="place">${isFilled ? key(inlineMarkdownHtml(answer)) : ''}</span>`;
    return `<li>${box} <strong>${inlineMarkdownHtml(label)}</strong><div dir="auto">${markdownHtml(text)}</div></li>`;
  });
  const choices = options.map(
    ({ label, text }) =>
      `<li><strong>${inlineMarkdownHtml(label)}</strong><div dir="auto">${markdownHtml(text)}</div></li>`,
  );
  return stacked(
    '<p class="note">Write into each box the letter of what belongs there.</p>',
    `<ul class="pairs">\n${rows.join('\n')}\n</ul>`,
    '<p>Choose from:</p>',
    `<ul class="pairs">\n${choices.join('\n')}\n</ul>`,
  );
}
