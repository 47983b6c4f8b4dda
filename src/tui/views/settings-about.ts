import { type TextEntry, textOf } from '../../app/entries/text.ts';
import type { ExamRow, SettingRow, Settled, Source } from '../../app/settings/state.ts';
import type { Group } from '../../app/settings/table.ts';
import { parseText, shownValue, wanted } from '../../app/settings/value.ts';
import { longDate, shortDate } from '../../pages/plan.ts';
import { literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Room } from '../view.ts';

/** A setting in words. */

export const ORIGINS: Readonly<Record<Source, (settled: Settled) => string>> = {
  flag: ({ setting }) => `by --${setting.flag}`,
  variable: ({ setting }) => `by ${setting.variable}`,
  file: () => 'set',
  default: () => 'default',
};

/** `Saturday, 12 December 2026, in 22 days` */
export function examText({ exam, today }: ExamRow, isNarrow: boolean): string {
  if (exam === null) return 'no plan yet';
  const days = exam - today;
  const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return `${isNarrow ? shortDate(exam) : longDate(exam)}, ${left}`;
}

export function titleOf(row: SettingRow): string {
  return row.kind === 'exam' ? 'Exam' : row.setting.title;
}

export function groupOf(row: SettingRow): Group {
  return row.kind === 'exam' ? 'How much a day' : row.setting.group;
}

/** In windows that are lower than this there is no room for sentences. */
const LOW = 16;

/** What it is, what it can be, and what overrules it. */
export function aboutLines(row: SettingRow, width: number, { rows, spoken }: Room): readonly StyledLine[] {
  if (row.kind === 'exam') return literal('The day of the exam belongs to the plan, which Enter opens.', width);
  if (rows < LOW) return recoloured(literal(remarks(row)[0] ?? '', width).slice(0, 2), 'muted');
  const lines = literal([row.setting.about, ...remarks(row)].join(' '), width);
  return row.setting.group === 'How it looks' && !spoken ? [...lines, sample()] : lines;
}

function remarks(row: Settled): readonly string[] {
  const { setting, source, saved } = row;
  const { type, fallback } = setting;
  const isOverruled = source === 'flag' || source === 'variable';
  const kept = saved === null ? '' : ` Saved is ${shownValue(saved)}.`;
  return [
    ...(type.kind === 'choice' || type.kind === 'number' ? [`It is ${wanted(type, fallback)}.`] : []),
    ...(isOverruled ? [`Now it is set ${ORIGINS[source](row)}, which overrules what is saved here.${kept}`] : []),
    ...(setting.atStart ? ['A change counts from the next start on.'] : []),
  ];
}

/** How it looks now. */
function sample(): StyledLine {
  return [
    styled('✓ right', 'good'),
    styled('  '),
    styled('✗ wrong', 'bad'),
    styled('  '),
    styled('▸ here', 'accent'),
    styled('  '),
    styled('a message', 'warning'),
    styled('  '),
    styled('beside', 'muted'),
    styled('  '),
    styled('σ(x) ≥ 0', 'math'),
  ];
}

/** Why what is typed cannot be saved, as long as it cannot. */
export function objectionLines(row: SettingRow, typed: TextEntry, width: number): readonly StyledLine[] {
  const text = textOf(typed);
  if (row.kind === 'exam' || text.trim() === '') return [];
  const parsed = parseText(row.setting, text);
  return 'problem' in parsed ? recoloured(literal(`${row.setting.title} ${parsed.problem}.`, width), 'warning') : [];
}
