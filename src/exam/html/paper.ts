import type { Paper } from '../paper.ts';
import { coverHtml } from './cover.ts';
import { plainLine, stacked } from './elements.ts';
import { problemHtml } from './question.ts';
import { type PageSize, styleSheet } from './style.ts';

/** Nothing is loaded, run or sent, whatever else the page says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A paper as one page of HTML that needs nothing else.
 *
 * @param options.size of the sheets it is printed on; A4 unless told
 */
export function paperHtml(paper: Paper, options: { readonly size?: PageSize } = {}): string {
  const { title, form, code, solutions, problems } = paper;
  const header = [title, `Form ${form} · ${code}${solutions ? ' · Sample solution' : ''}`] as const;
  return stacked(
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${plainLine(`${title} – ${header[1]}`)}</title>`,
    `<style>${styleSheet(options.size ?? 'a4', header)}</style>`,
    '</head>',
    `<body${solutions ? ' class="solutions"' : ''}>`,
    coverHtml(paper),
    '<main>',
    ...problems.map(problem => problemHtml(problem, solutions)),
    '</main>',
    '</body>',
    '</html>\n',
  );
}
