import { creditsNumber } from '../../app/exam/worth.ts';
import type { BlueprintRow, BrokenRow, ExamRow, ExamsScreen, TakenRow, UnfinishedRow } from '../../app/exams/state.ts';
import { BLANK, clipped, literal, recoloured, type StyledLine, spread, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { examDetail } from './exams-detail.ts';
import { pastExamView } from './exams-report.ts';
import { minutesText } from './left.ts';

/** Mock exams: the one that is not finished, those that can be taken, and those that were. */

export function examsView({ rows, row, report }: ExamsScreen, room: Room): View {
  if (report) return pastExamView(report, room);
  const { columns: width, side, spoken } = room;
  const body: StyledLine[] = [];
  let at = 0;
  for (const [i, one] of rows.entries()) {
    const isFirst = rows[i - 1] === undefined || groupOf(rows[i - 1]) !== groupOf(one);
    if (isFirst) body.push(...(i > 0 ? [BLANK] : []), headOf(one, width, spoken));
    if (i === row) at = body.length;
    body.push(rowOf(one, i === row, width, spoken));
  }
  if (!rows.some(({ kind }) => kind === 'taken')) body.push(...(rows.length > 0 ? [BLANK] : []), ...none(width));
  const chosen = rows[row];
  const detail = chosen ? examDetail(chosen, side > 0 ? side : width) : [];
  // Below a list that fills the window nobody would see it.
  const isLong = room.rows >= LOW && body.length > (room.rows - FRAME) / 2;
  const rule: StyledLine = [styled(RULE, 'muted')];
  return {
    place: 'Exams',
    corner: '',
    body: side > 0 || detail.length === 0 || isLong ? body : [...body, BLANK, rule, ...detail],
    panel: side === 0 && isLong ? [rule, ...detail.slice(0, TOLD)] : [],
    focus: chosen ? [[at, at]] : [],
    side: side > 0 ? detail : [],
  };
}

/** Lines of a window that are not for the list. */
const FRAME = 4;
/** In fewer rows the list needs all of them. */
const LOW = 18;
/** Lines about the exam under the cursor that stay in sight below a long list. */
const TOLD = 6;

/** Between the list and what is told of the exam under the cursor. */
const RULE = '─'.repeat(12);

function none(width: number): readonly StyledLine[] {
  return recoloured(literal('No exam was taken yet. Its answers count as any others.', width), 'muted');
}

const groupOf = (row: ExamRow | undefined): string => (row?.kind === 'broken' ? 'blueprint' : (row?.kind ?? ''));

/** In fewer columns only what matters most stands beside a title. */
const WIDE = 60;

function headOf(row: ExamRow, width: number, spoken: boolean): StyledLine {
  const [title, columns] = HEADS[row.kind];
  const head = styled(title, 'heading');
  return width < WIDE || spoken ? [head] : spread([head], [styled(columns, 'muted')], width);
}

const HEADS: Readonly<Record<ExamRow['kind'], readonly [title: string, columns: string]>> = {
  unfinished: ['Not finished', ''],
  blueprint: ['To be taken', 'credits  minutes  questions'],
  broken: ['To be taken', 'credits  minutes  questions'],
  taken: ['Taken', '    credits   share                    forecast'],
};

function rowOf(row: ExamRow, selected: boolean, width: number, spoken: boolean): StyledLine {
  const { left, right, said } = cellsOf(row, width);
  const marker = styled(selected ? '▸ ' : '  ', 'accent');
  if (spoken) return [marker, styled(`${left}: ${said}`)];
  const room = Math.max(8, width - 2 - right.length - 1);
  const title = clipped([styled(left, row.kind === 'broken' ? 'warning' : selected ? 'strong' : undefined)], room);
  return spread([marker, ...title], [styled(right, row.kind === 'taken' && row.passed ? 'good' : undefined)], width);
}

interface Cells {
  readonly left: string;
  /** Set to the right, in columns. */
  readonly right: string;
  /** The same for listeners. */
  readonly said: string;
}

function cellsOf(row: ExamRow, width: number): Cells {
  switch (row.kind) {
    case 'unfinished':
      return { left: row.title, right: standing(row), said: standing(row) };
    case 'blueprint':
      return blueprintCells(row, width);
    case 'broken':
      return brokenCells(row);
    case 'taken':
      return takenCells(row, width);
  }
}

function standing({ leftMs, handedIn, clock }: UnfinishedRow): string {
  if (handedIn) return 'handed in, to be marked';
  if (clock === 'none' || leftMs === null) return 'being typed in';
  return leftMs === 0 ? 'its time is up' : `${minutesText(leftMs)} left`;
}

function blueprintCells({ title, credits, minutes, questions }: BlueprintRow, width: number): Cells {
  const said = `${creditsNumber(credits)} credits, ${minutes} minutes, ${questions} questions`;
  if (width < WIDE) return { left: title, right: `${minutes} min`, said };
  const right = `${creditsNumber(credits).padStart(7)}${String(minutes).padStart(9)}${String(questions).padStart(11)}`;
  return { left: title, right, said };
}

function brokenCells({ blueprint }: BrokenRow): Cells {
  return { left: blueprint, right: 'cannot be used', said: 'cannot be used' };
}

const percent = (share: number): string => `${Math.round(100 * share)}`;

function takenCells({ date, title, earned, credits, passed, forecast }: TakenRow, width: number): Cells {
  const share = `${percent(credits > 0 ? earned / credits : 0)} %`;
  const came = passed ? 'passed' : 'not passed';
  const worth = `${creditsNumber(earned)} of ${creditsNumber(credits)}`;
  const where = forecast?.isInside ? 'inside' : 'outside';
  const range = forecast === null ? 'none' : `${percent(forecast.low)}–${percent(forecast.high)} ${where}`;
  const said = `${worth} credits, a share of ${share}, ${came}; forecast ${range}`;
  if (width < WIDE) return { left: `${date}  ${title}`, right: `${share} ${passed ? '✓' : '✗'}`, said };
  const right = `${worth.padStart(11)}${share.padStart(8)}  ${came.padEnd(10)}${range.padStart(16)}`;
  return { left: `${date}  ${title}`, right, said };
}
