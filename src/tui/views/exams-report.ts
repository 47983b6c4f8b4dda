import { creditsNumber, creditsOfText, worthText } from '../../app/exam/worth.ts';
import type { PastAnswer, PastExam } from '../../app/exams/state.ts';
import { signOf } from '../marks/marked.ts';
import { BLANK, clipped, inline, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { reportLines } from './report-lines.ts';

/** The report of a finished exam, with what became of each question. */
export function pastExamView(exam: PastExam, room: Room): View {
  const { columns: width, side, spoken } = room;
  const { title, form, code, handedIn, report, answers } = exam;
  const list = answerLines(answers, side > 0 ? side : width, spoken);
  return {
    place: 'Exams · report',
    corner: code,
    body: [
      ...recoloured(literal(title, width), 'title'),
      ...recoloured(literal(`Form ${form}, handed in ${handedIn}.`, width), 'muted'),
      ...reportLines(report, { width, isHeard: spoken }),
      ...(side > 0 ? [] : [BLANK, ...list]),
    ],
    panel: [],
    focus: [],
    side: side > 0 ? list : [],
  };
}

function answerLines(answers: readonly PastAnswer[], width: number, spoken: boolean): readonly StyledLine[] {
  if (answers.length === 0) return [];
  const draw = spoken ? said : drawn;
  return [[styled('Answers, and what they earned', 'heading')], ...answers.map(answer => clipped(draw(answer), width))];
}

function drawn({ number, title, credits, credit }: PastAnswer): StyledLine {
  const earned = `${creditsNumber((credit ?? 0) * credits)} / ${creditsNumber(credits)}`;
  return [
    credit === null ? styled('· ', 'muted') : signOf({ credit }),
    styled((number ?? '').padEnd(number === null ? 0 : 6), 'strong'),
    styled(earned.padEnd(12)),
    ...inline(title),
  ];
}

/** For listeners. */
function said({ number, title, credits, credit }: PastAnswer): StyledLine {
  const name = [...(number === null ? [] : [styled(`${number}, `)]), ...inline(title)];
  if (credit === null) return [...name, styled(`: not answered, ${worthText(credits)} missed`)];
  return [signOf({ credit }), ...name, styled(`: ${creditsOfText(credit * credits, credits)}`)];
}
