import { percent } from '../../app/history/facts.ts';
import { type HistoryRow, outcomeOf } from '../../app/history/rows.ts';
import type { Given, HistoryScreen } from '../../app/history/state.ts';
import { localTime } from '../../app/local-time.ts';
import { signOf } from '../marks/marked.ts';
import { BLANK, hanging, literal, markdown, recoloured, type StyledLine, styled } from '../styled.ts';
import { givenLines } from './past-given.ts';

/** Beside the list: the answer under the cursor in words, and how else its question was answered. */

export function remarksOf({ self, remarked }: Pick<HistoryRow, 'self' | 'remarked'>): readonly string[] {
  return [...(self ? ['self-marked'] : []), ...(remarked ? ['marked again'] : [])];
}

export function rowSide({ rows, row, more, look }: HistoryScreen, width: number): readonly StyledLine[] {
  const chosen = rows[row];
  if (!chosen) return [];
  const others = rows.filter(one => one.question === chosen.question && one !== chosen);
  return [
    ...recoloured(markdown(chosen.title, width), 'title'),
    ...recoloured(literal(chosen.question, width), 'muted'),
    BLANK,
    ...factsOf(chosen).flatMap(([name, value]) =>
      hanging([styled(name.padEnd(NAMES), 'muted')], literal(value, width - NAMES)),
    ),
    ...(look?.written.id === chosen.review ? lookLines(look, width) : []),
    ...(others.length > 0 ? [BLANK, [styled('Other answers to it', 'heading')]] : []),
    ...others.slice(0, MOST).map(otherLine),
    ...(others.length > 0 && more ? [[styled('older ones may be further down', 'muted')]] : []),
  ];
}

/** What was asked, and what was answered. */
function lookLines(look: Given, width: number): readonly StyledLine[] {
  return [
    ...(look.variant ? [BLANK, ...markdown(look.variant.stem, width)] : []),
    BLANK,
    [styled('What you answered', 'heading')],
    ...givenLines(look, { columns: width, spoken: false }),
  ];
}

const NAMES = 10;
/** What was answered longer ago says little. */
const MOST = 10;

function factsOf(row: HistoryRow): readonly (readonly [name: string, value: string])[] {
  const { at, zone, credit, rating, mode, undone } = row;
  const remarks = remarksOf(row);
  return [
    ['answered', `${localTime(at, zone)}, ${zone}`],
    ['credit', percent(credit)],
    ['mode', mode === 'study' ? mode : `${mode}, which moves nothing`],
    ...(rating === null ? [] : [['rating', rating] as const]),
    ...(undone ? [['now', 'taken back: it does not count'] as const] : []),
    ...(remarks.length > 0 ? [['remark', remarks.join(', ')] as const] : []),
  ];
}

function otherLine(row: HistoryRow): StyledLine {
  return [signOf(row), styled(`${localTime(row.at, row.zone)}  `, 'muted'), styled(outcomeOf(row))];
}
