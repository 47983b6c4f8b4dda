import { worthText } from '../credits.ts';
import type { Paper, PaperPart, PaperProblem, PaperQuestion } from '../paper.ts';
import { blockText, hanging, lineOf, quoted, tableText } from './blocks.ts';
import { plainText } from './inline.ts';
import { joined, spaceText } from './space.ts';

/** A paper as one Markdown file, which reads well as it is and on any forge; formulas stand between dollars. */
export function paperMarkdown(paper: Paper): string {
  const { problems, solutions } = paper;
  return `${joined(cover(paper), ...problems.map(problem => problemText(problem, solutions)))}\n`;
}

function cover(paper: Paper): string {
  const { title, subtitle, solutions, form, code, person, minutes, credits, pass } = paper;
  const details = [
    ...paper.details.map(({ label, text }) => [label, text]),
    ['Time', `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`],
    ['Credits', `${worthText(credits)}, ${pass} to pass`],
    ['Name', person?.name ?? ''],
    ['Number', person?.id ?? ''],
    ['Seat', ''],
  ];
  const sums = paper.problems.map(problem => [
    String(problem.number),
    plainText(problem.title),
    String(problem.credits),
    '&nbsp;',
  ]);
  return joined(
    `# ${plainText(title)}`,
    subtitle === null ? '' : `*${plainText(subtitle)}*`,
    solutions ? '**Sample solution**' : '',
    `**Form ${plainText(form)} · ${plainText(code)}**`,
    tableText(
      ['', ''],
      details.map(([label = '', text = '']) => [`**${plainText(label)}**`, plainText(text) || '&nbsp;']),
    ),
    items('Rules', paper.rules),
    items('Allowed aids', paper.aids),
    tableText(
      ['Problem', 'Title', 'Credits', 'Reached'],
      [...sums, ['**Total**', '', `**${credits}**`, '&nbsp;']],
      '|---|---|---:|---|',
    ),
  );
}

function items(heading: string, texts: readonly string[]): string {
  return texts.length === 0 ? '' : `## ${heading}\n\n${texts.map(text => hanging('- ', lineOf(text))).join('\n')}`;
}

function problemText({ number, title, credits, story, questions }: PaperProblem, solutions: boolean): string {
  return joined(
    '---',
    `## ${number} ${plainText(title)} (${worthText(credits)})`,
    story === null ? '' : blockText(story),
    ...questions.map(question => questionText(question, solutions)),
  );
}

function questionText(question: PaperQuestion, solutions: boolean): string {
  const { number, title, credits, stem, parts, solution } = question;
  const isWhole = parts.length === 1;
  return joined(
    `### ${plainText(number)} ${plainText(title)} (${isWhole ? toReach(credits) : worthText(credits)})`,
    blockText(stem),
    ...parts.map(part => partText(part, isWhole, solutions)),
    solutions && solution !== null ? aside('Worked solution', blockText(solution)) : '',
  );
}

function partText(part: PaperPart, isWhole: boolean, solutions: boolean): string {
  const { label, ask, credits, space, answer } = part;
  const name = label === null ? '' : `${plainText(label)}) `;
  return joined(
    isWhole ? name && `#### ${name.trim()}` : `#### ${name}(${toReach(credits)})`,
    blockText(ask),
    spaceText(space, solutions ? answer : null),
    ...(solutions ? known(part) : []),
  );
}

/** What markers want to know of an answer. */
function known({ reasons, scheme, mistakes }: PaperPart): readonly string[] {
  const points = scheme.map(({ text, credits }) => [lineOf(text, 'cell'), worthText(credits)]);
  const wrong = mistakes.map(({ shown, because }) => hanging('- ', joined(blockText(shown), blockText(because))));
  return [
    reasons.length === 0 ? '' : aside('Why', reasons.map(reason => hanging('- ', lineOf(reason))).join('\n')),
    points.length === 0 ? '' : aside('Credit scheme', tableText(['What is said', 'Credits'], points, '|---|---:|')),
    wrong.length === 0 ? '' : aside('Common mistakes', wrong.join('\n')),
  ];
}

function aside(heading: string, text: string): string {
  return quoted(`**${heading}**\n\n${text}`);
}

function toReach(credits: number): string {
  return `\\_\\_\\_ / ${worthText(credits)}`;
}
