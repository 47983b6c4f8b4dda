import { inlineMarkdownHtml, markdownHtml } from '../../notation/html/markdown.ts';
import { worthText } from '../credits.ts';
import type { PaperPart, PaperProblem, PaperQuestion } from '../paper.ts';
import { creditBox, plainLine, stacked } from './elements.ts';
import { spaceHtml } from './space.ts';

/** Problems with their questions; with solutions, everything that is known of them. */

export function problemHtml({ number, title, credits, story, questions }: PaperProblem, solutions: boolean): string {
  return stacked(
    `<section class="problem" aria-labelledby="problem-${number}">`,
    `<h2 id="problem-${number}"><span dir="auto">${number} ${plainLine(title)}</span> <span class="worth">${worthText(credits)}</span></h2>`,
    story === null ? '' : `<div class="story">\n${markdownHtml(story)}\n</div>`,
    ...questions.map((question, i) => questionHtml(question, `question-${number}-${i + 1}`, solutions)),
    '</section>',
  );
}

function questionHtml(question: PaperQuestion, id: string, solutions: boolean): string {
  const { number, title, credits, stem, parts, solution } = question;
  const isWhole = parts.length === 1;
  return stacked(
    `<article class="question" aria-labelledby="${id}">`,
    `<h3 id="${id}"><span dir="auto">${plainLine(number)} ${plainLine(title)}</span> ${isWhole ? creditBox(credits) : `<span class="worth">${worthText(credits)}</span>`}</h3>`,
    `<div class="stem">\n${markdownHtml(stem)}\n</div>`,
    ...parts.map(part => partHtml(part, isWhole, solutions)),
    solutions && solution !== null ? aside(4, 'worked', 'Worked solution', markdownHtml(solution)) : '',
    '</article>',
  );
}

function partHtml(part: PaperPart, isWhole: boolean, solutions: boolean): string {
  const { label, ask, credits, space, answer } = part;
  const name = label === null ? '' : `${plainLine(label)})`;
  const hasHeading = !isWhole || label !== null;
  return stacked(
    '<section class="part">',
    hasHeading ? `<h4><span>${name}</span> ${isWhole ? '' : creditBox(credits)}</h4>` : '',
    ask.trim() === '' ? '' : markdownHtml(ask),
    spaceHtml(space, solutions ? answer : null),
    ...(solutions ? known(part, hasHeading ? 5 : 4) : []),
    '</section>',
  );
}

/**
 * What markers want to know of an answer.
 *
 * @param level of its headings
 */
function known({ reasons, scheme, mistakes }: PaperPart, level: 4 | 5): readonly string[] {
  const why = reasons.map(reason => `<li dir="auto">${inlineMarkdownHtml(reason)}</li>`);
  const points = scheme.map(
    ({ text, credits }) =>
      `<tr><td dir="auto">${inlineMarkdownHtml(text)}</td><td class="number">${worthText(credits)}</td></tr>`,
  );
  const wrong = mistakes.map(
    ({ shown, because }) =>
      `<li dir="auto"><div>${markdownHtml(shown)}</div>${because.trim() === '' ? '' : `<div>${markdownHtml(because)}</div>`}</li>`,
  );
  return [
    why.length === 0 ? '' : aside(level, 'why', 'Why', `<ul>\n${why.join('\n')}\n</ul>`),
    points.length === 0
      ? ''
      : aside(
          level,
          'scheme',
          'Credit scheme',
          `<table>\n<thead><tr><th scope="col">What is said</th><th scope="col">Credits</th></tr></thead>\n<tbody>\n${points.join('\n')}\n</tbody>\n</table>`,
        ),
    wrong.length === 0 ? '' : aside(level, 'mistakes', 'Common mistakes', `<ul>\n${wrong.join('\n')}\n</ul>`),
  ];
}

function aside(level: 4 | 5, name: string, heading: string, html: string): string {
  return `<section class="aside ${name}">\n<h${level}>${heading}</h${level}>\n${html}\n</section>`;
}
