import { creditsNumber, creditsOfText, worthText } from '../../app/exam/worth.ts';
import type { BlueprintRow, ExamRow, Expected, TakenRow, UnfinishedRow } from '../../app/exams/state.ts';
import { BLANK, hanging, literal, recoloured, type StyledLine, spread, styled } from '../styled.ts';
import { minutesText } from './left.ts';

/** The exam under the cursor: what it is made of, how it stands, or what came of it. */
export function examDetail(row: ExamRow, width: number): readonly StyledLine[] {
  switch (row.kind) {
    case 'unfinished':
      return unfinished(row, width);
    case 'blueprint':
      return blueprint(row, width);
    case 'broken':
      return [
        ...recoloured(literal(`“${row.blueprint}” cannot be used:`, width), 'warning'),
        ...row.problem.split('\n').flatMap(line => literal(line, width)),
      ];
    case 'taken':
      return taken(row, width);
  }
}

const title = (text: string, width: number): readonly StyledLine[] => recoloured(literal(text, width), 'title');

function said(width: number, ...sentences: readonly string[]): readonly StyledLine[] {
  return sentences.flatMap(text => literal(text, width));
}

const CLOCKS: Readonly<Record<UnfinishedRow['clock'], string>> = {
  runs: 'Its clock runs on while you are away.',
  pauses: 'Its clock stands still while you are away.',
  none: 'Answers on paper, being typed in.',
};

function unfinished(
  { title: name, form, code, clock, begun, credits, minutes, handedIn }: UnfinishedRow,
  width: number,
) {
  return [
    ...title(name, width),
    ...said(
      width,
      `Form ${form}, ${code}, begun ${begun}. ${worthText(credits)} in ${minutes} minutes.`,
      handedIn ? 'It is handed in; what you wrote is still to be marked.' : CLOCKS[clock],
      'Enter goes on with it, x throws it away.',
    ),
  ];
}

function blueprint(row: BlueprintRow, width: number): readonly StyledLine[] {
  const { credits, pass, minutes, questions, problems, topics, expected } = row;
  const about = topics.map(({ name, count }) => (count === 1 ? name : `${name} ${count}`)).join(', ');
  return [
    ...title(row.title, width),
    ...said(
      width,
      `${worthText(credits)} in ${minutes} minutes, ${creditsNumber(pass)} pass. Drawn anew each time, about ${questions} questions.`,
    ),
    ...said(width, expected === null ? 's tells the score to expect of it today.' : expectation(expected, credits)),
    BLANK,
    ...problems.flatMap((problem, i) => {
      const number = styled(`${`${i + 1}`.padStart(`${problems.length}`.length)}  `, 'muted');
      const [first = BLANK, ...rest] = hanging([number], literal(problem.title, width - NUMBERS - number.text.length));
      const count = `${problem.questions} ${problem.questions === 1 ? 'question' : 'questions'}`;
      const numbers = styled(`${count.padStart(12)}${creditsNumber(problem.credits).padStart(6)} cr`, 'muted');
      return [spread(first, [numbers], width), ...rest];
    }),
    BLANK,
    ...said(width, `Topics of such an exam: ${about}.`),
  ];
}

/** Columns of a problem's questions and credits. */
const NUMBERS = 23;

function expectation({ mean, low, high }: Expected, credits: number): string {
  const worth = (share: number): string => `${Math.round(share * credits)}`;
  return `Expected today: ${worth(mean)} of ${worthText(credits)}, 9 such exams in 10 between ${worth(low)} and ${worth(high)}.`;
}

function taken(row: TakenRow, width: number): readonly StyledLine[] {
  const { form, code, date, earned, self, credits, pass, passed, questions, answered, ms, forecast } = row;
  const own = self > 0 ? ` You granted yourself ${creditsNumber(self)} of these.` : '';
  const time = ms === null ? '' : ` in ${minutesText(ms)}`;
  return [
    ...title(row.title, width),
    ...said(
      width,
      `${creditsOfText(earned, credits)}: ${passed ? 'passed' : 'not passed'}, the line is at ${creditsNumber(pass)}.${own}`,
      `${answered} of ${questions} questions answered${time}.`,
      forecast === null ? 'Nothing was forecast.' : outcome(row, forecast),
      `Form ${form}, ${code}, handed in on ${date}. Enter shows the whole report.`,
    ),
  ];
}

function outcome({ credits, earned }: TakenRow, forecast: NonNullable<TakenRow['forecast']>): string {
  const { mean, low, high, isInside } = forecast;
  const worth = (share: number): string => `${Math.round(share * credits)}`;
  const where = isInside ? 'inside' : earned < low * credits ? 'below' : 'above';
  return `Expected were ${worth(mean)} credits, between ${worth(low)} and ${worth(high)}: the result lies ${where} that.`;
}
