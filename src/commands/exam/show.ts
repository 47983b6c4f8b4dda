import { rubricParts } from '../../answers/rubric/reply.ts';
import { pastReport } from '../../app/exam/past-report.ts';
import { creditsOfText } from '../../app/exam/worth.ts';
import { storedParts } from '../../app/history/stored.ts';
import { localTime } from '../../app/local-time.ts';
import { clip } from '../../notation/columns.ts';
import { type Line, lineText, span } from '../../notation/line.ts';
import { wrap } from '../../notation/markdown/wrap.ts';
import { safeLine } from '../../notation/safe.ts';
import { renderInline } from '../../notation/terminal.ts';
import { resultSection, sharesSection, timeSection } from '../../pages/exam-report.ts';
import { innerWidth, type Page, type Section, sectionLines } from '../../pages/page.ts';
import type { ExamResult } from '../../store/attempts.ts';
import type { Context } from '../context.ts';
import { Failure, UsageError } from '../errors.ts';
import { printJson, printLines } from '../output.ts';
import { pageText } from '../page-text.ts';
import { questionsOf, type ShownQuestion } from './past.ts';

/** `tutor exam show [ID]`: the report of a finished exam once more, with every answer. @throws Failure, UsageError */
export function examShow(context: Context, id: string | undefined, { json }: { readonly json?: boolean }): void {
  const { environment } = context;
  const exam = examNamed(context, id);
  const questions = questionsOf(context, exam);
  if (json) {
    printJson(environment, { exam: exam.id, ...pastReport(exam, questions), answers: questions.map(questionData) });
    return;
  }
  printLines(
    environment,
    pageText(context, page => reportLines(exam, questions, page)),
  );
}

/** So much of an id is enough, and so much is shown in lists. */
const LEAST = 4;

/** @param text the beginning or the end of an id; the newest exam unless told */
function examNamed({ store }: Context, text: string | undefined): ExamResult {
  const results = store().exams.results();
  const [newest] = results;
  if (!newest) throw new Failure('No exam was finished yet. "tutor exam take" begins one.');
  const wanted = text?.trim().toLowerCase() ?? 'last';
  if (wanted === 'last') return newest;
  const found = results.filter(({ id }) => id.startsWith(wanted) || id.endsWith(wanted));
  const [exam, other] = wanted.length < LEAST ? [] : found;
  if (!exam)
    throw new UsageError(`"${wanted.slice(0, 40)}" is the id of no finished exam. "tutor exam list" names them.`);
  if (other)
    throw new UsageError(`Several exams have "${wanted}" in their ids, such as ${exam.id} and ${other.id}: say more.`);
  return exam;
}

function reportLines(exam: ExamResult, questions: readonly ShownQuestion[], page: Page): readonly Line[] {
  const report = pastReport(exam, questions);
  const { title, form, code, at, zone } = exam;
  const sections = [
    resultSection(report),
    report.problems.length > 0 ? sharesSection('By problem', report.problems, page) : null,
    sharesSection(report.problems.length > 0 ? 'By topic' : 'By topic, of what was answered', report.topics, page),
    timeSection(report),
    answersSection(questions, page),
  ];
  const handedIn = `Form ${form}, ${code}, handed in ${localTime(at, zone)}.`;
  return [
    ...[`${safeLine(title)}`, handedIn].flatMap(text => wrap([span(text)], page.width)),
    ...sections.flatMap(section => (section ? sectionLines(section, page) : [])),
  ];
}

function answersSection(questions: readonly ShownQuestion[], page: Page): Section {
  const isDrawn = questions.every(({ place }) => place !== null);
  const unknown = isDrawn
    ? []
    : ['Today its code leads to other questions: those that were not answered are not shown.'];
  const given = questions.some(({ past }) => past !== null);
  return {
    title: 'Answers',
    blocks: [
      ...unknown,
      ...questions.flatMap(question => [questionHead(question), ...replyLines(question, page)]),
      ...(given
        ? [
            'Letters are those of the question as the history keeps it. "tutor history" and an id from here tell all of an answer.',
          ]
        : []),
    ],
  };
}

function questionHead({ place, title, credits, mark, past }: ShownQuestion): string {
  const earned = `${verdictOf(mark)}, ${creditsOfText((mark?.credit ?? 0) * credits, credits)}`;
  const about = past?.now.undone ? '; taken back since' : '';
  return `${place ? `${place.number}  ` : ''}${lineText(renderInline(title))}: ${earned}${about}`;
}

function verdictOf(mark: ShownQuestion['mark']): string {
  if (!mark) return 'not answered';
  return mark.credit === 1 ? 'right' : mark.credit === 0 ? 'wrong' : 'partly right';
}

/** A line for each part, cut where it is too long. */
function replyLines({ past }: ShownQuestion, page: Page): readonly (readonly Line[])[] {
  if (!past) return [];
  const parts = storedParts(past);
  const room = innerWidth(page);
  const lines = parts.map(({ reply: whole, mark: { name, credit, self } }) => {
    const reply = self ? rubricParts(whole).written : whole;
    const said = reply.trim() === '' ? 'no answer' : safeLine(reply.trim().replaceAll(/\s+/g, ' '));
    const share =
      parts.length === 1 || reply.trim() === ''
        ? ''
        : credit === 1
          ? '  right'
          : credit === 0
            ? '  wrong'
            : '  in part';
    const label = parts.length === 1 ? '   ' : `   ${name}: `;
    return [span(`${clip(`${label}${said}`, Math.max(1, room - share.length))}${share}`)];
  });
  return [[...lines, [span(`   ${past.written.id}`)]]];
}

function questionData({ id, place, credits, mark, past }: ShownQuestion): Readonly<Record<string, unknown>> {
  return {
    question: id,
    number: place?.number ?? null,
    credits,
    earned: (mark?.credit ?? 0) * credits,
    answered: past !== null,
    review: past?.written.id ?? null,
    reply: past?.written.reply ?? null,
  };
}
