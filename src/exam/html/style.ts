/** How a paper looks, on a screen and on paper. Nothing is told by colour alone: frames and labels tell it as well. */

export type PageSize = 'a4' | 'us-letter';

const SIZES: Readonly<Record<PageSize, string>> = { a4: 'A4', 'us-letter': 'letter' };

const COMMON = `
html { color: #000; background: #fff; font: 11pt/1.4 "Libertinus Serif", Georgia, "Times New Roman", serif; }
body { max-width: 46em; margin: 0 auto; padding: 1em; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; break-after: avoid; margin: 1.2em 0 0.4em; }
h1 { font-size: 1.7em; margin-top: 0; } h2 { font-size: 1.3em; } h3 { font-size: 1.1em; } h4, h5, h6 { font-size: 1em; }
p, ul, ol, dl, table, pre, blockquote, figure, .display { margin: 0.5em 0; }
table { border-collapse: collapse; }
th, td { border: 1px solid #000; padding: 0.25em 0.6em; text-align: start; vertical-align: top; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
code, pre { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.85em; }
pre { white-space: pre-wrap; break-inside: avoid; }
pre[role="img"] { white-space: pre; overflow-x: auto; line-height: 1.15; }
pre.wide { white-space: pre-wrap; font-size: 0.6em; }
blockquote { border-inline-start: 3px solid #888; padding-inline-start: 0.8em; margin-inline-start: 0; }
figure { margin-inline: 0; break-inside: avoid; }
svg { max-width: 100%; height: auto; }
math { direction: ltr; max-width: 100%; }
.display { overflow-x: auto; text-align: center; break-inside: avoid; }
.tml-right { text-align: right; text-align: -webkit-right; } .tml-left { text-align: left; text-align: -webkit-left; }
li.task { list-style: none; }
.task-list, .boxes, .order, .pairs { list-style: none; padding: 0; }
`;

const COVER = `
.cover { break-after: page; }
.subtitle { font-size: 1.2em; }
.which { font-weight: bold; } .sample { border: 2px solid #000; padding: 0.3em 0.8em; display: inline-block; font-weight: bold; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2em 1em; }
dt { font-weight: bold; } dd { margin: 0; }
.fields dd { border-bottom: 1px solid #000; min-height: 1.8em; } .fields dt { padding-top: 0.4em; }
.credits-table td:last-child { min-width: 6em; } .number { text-align: right; }
`;

const QUESTIONS = `
.problem > h2 { border-bottom: 2px solid #000; display: flex; justify-content: space-between; gap: 1em; }
.question, .part { break-inside: avoid; }
.question > h3, .part > h4 { display: flex; justify-content: space-between; gap: 1em; align-items: end; }
.worth { white-space: nowrap; font-weight: normal; }
.worth b { display: inline-block; border: 1px solid #000; min-width: 2.2em; min-height: 1.3em; margin-inline-end: 0.3em; vertical-align: middle; }
.note { font-style: italic; }
.answer { margin: 0.6em 0; }
.rule { border-bottom: 1px solid #000; height: 2em; }
.boxes > li, .order > li, .pairs > li { display: flex; gap: 0.6em; align-items: baseline; margin: 0.35em 0; break-inside: avoid; }
.boxes > li > div, .order > li > div, .pairs > li > div { flex: 1; min-width: 0; }
li > div > p:first-child { margin-top: 0; }
.box { font-size: 1.3em; line-height: 1; }
.place { display: inline-block; box-sizing: border-box; border: 1px solid #000; width: 2.4em; height: 1.6em; text-align: center; flex: none; }
.grid td { min-width: 4em; height: 1.8em; text-align: center; vertical-align: middle; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

const SOLUTIONS = `
.solutions .question, .solutions .part { break-inside: auto; }
.key { color: #00337f; }
.filled { border: 1px solid #00337f; border-inline-start-width: 5px; padding: 0.2em 0.8em; }
.aside { margin: 0.6em 0; padding: 0.2em 0.8em; }
.aside > h4, .aside > h5 { margin: 0.2em 0; }
.why { border-inline-start: 5px dotted #00337f; color: #00337f; }
.scheme { border: 3px double #0a5c1f; color: #0a5c1f; break-inside: avoid; }
.mistakes { border: 2px dashed #8a1500; color: #8a1500; break-inside: avoid; }
.worked { border: 1px solid #4b2a7a; border-inline-start-width: 5px; color: #3a1f63; }
`;

/** @param header what stands above every page, where a browser can do that */
export function styleSheet(size: PageSize, header: readonly [left: string, right: string]): string {
  const [left, right] = header.map(cssString);
  const page = `
@page { size: ${SIZES[size]}; margin: 22mm 18mm 20mm; @top-left { content: ${left}; } @top-right { content: ${right}; } @bottom-center { content: counter(page) " / " counter(pages); } }
@media print { body { max-width: none; padding: 0; } pre[role="img"], .display { overflow: visible; } .key, .scheme, .mistakes, .worked { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
  return `${COMMON}${COVER}${QUESTIONS}${SOLUTIONS}${page}`;
}

/** Everything but letters, digits and blanks is written by its number, so that no text can end a string or the style sheet. */
function cssString(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll(/[^\p{L}\p{N} ]/gu, sign => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}
