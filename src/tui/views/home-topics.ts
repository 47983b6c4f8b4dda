import type { Home, TopicRow } from '../../app/home.ts';
import { literal, recoloured, type StyledLine, type StyledSpan, styled, widthOf } from '../styled.ts';
import type { Token } from '../theme.ts';
import type { Room } from '../view.ts';

/** The syllabus as a map: how much of each topic is known, fading, and still to come. */

/** In fewer columns there is no room for bars. */
const WIDE = 60;
const LONGEST_BAR = 48;
/** Beside the name: the cursor, the two counts, two gaps and the number of questions. */
const BESIDE = 2 + 4 + 5 + 3 + 6;

/** Columns of the number of questions, and its name. */
const BESIDE_BAR = 6;
const ALL = 'all';

type Shares = readonly [known: number, young: number, fading: number, fresh: number];

/** From what is sure to what is not there yet; told apart by how dark they are. */
const PIECES: readonly { readonly name: string; readonly sign: string; readonly token?: Token }[] = [
  { name: 'known well', sign: '█', token: 'good' },
  { name: 'met', sign: '▒' },
  { name: 'fading', sign: '░', token: 'warning' },
  { name: 'new', sign: '·', token: 'muted' },
];

const NO_QUESTIONS = 'The bank holds no questions. Folders that do are named in the settings.';

/** A line that names the columns, a line for each topic, and for listeners what the bars tell. */
export function topicLines({ topics }: Home, row: number, { columns, spoken }: Room): readonly StyledLine[] {
  if (topics.length === 0) return recoloured(literal(NO_QUESTIONS, columns), 'muted');
  const names = Math.max(8, ...topics.map(({ topic }) => topic.length)) + (columns < WIDE ? 0 : 2);
  const bar = columns < WIDE || spoken ? 0 : Math.min(LONGEST_BAR, columns - names - BESIDE);
  return [
    headOf(names, bar),
    ...topics.map((topic, i) => rowOf(topic, i === row, names, bar)),
    ...(spoken ? [[styled(inWords(topics))]] : []),
  ];
}

function headOf(names: number, bar: number): StyledLine {
  const counts = `  ${'topic'.padEnd(names)}${'due'.padStart(4)}${'new'.padStart(5)}   `;
  if (bar === 0) return [styled(`${counts}met`, 'muted')];
  const legend = PIECES.flatMap(({ name, sign, token }, i) => [
    styled(`${i > 0 ? '  ' : ''}${sign}`, token),
    styled(` ${name}`, 'muted'),
  ]);
  const all = ' '.repeat(Math.max(1, bar + BESIDE_BAR - widthOf(legend) - ALL.length));
  return [styled(counts, 'muted'), ...legend, styled(`${all}${ALL}`, 'muted')];
}

function rowOf(topic: TopicRow, selected: boolean, names: number, bar: number): StyledLine {
  const { due, fresh, met, total } = topic;
  return [
    styled(selected ? '▸ ' : '  ', 'accent'),
    selected ? styled(topic.topic.padEnd(names), 'strong') : styled(topic.topic.padEnd(names)),
    styled(`${due || '·'}`.padStart(4), due > 0 ? 'accent' : 'muted'),
    styled(`${fresh || '·'}`.padStart(5), fresh > 0 ? undefined : 'muted'),
    ...(bar === 0
      ? [styled(`   ${met} of ${total}`)]
      : [styled('   '), ...barOf(sharesOf(topic), bar), styled(`${total}`.padStart(BESIDE_BAR), 'muted')]),
  ];
}

function sharesOf({ known, fading, met, total }: Omit<TopicRow, 'topic'>): Shares {
  return [known, met - known - fading, fading, total - met];
}

function barOf(shares: Shares, width: number): StyledSpan[] {
  return cells(shares, width).flatMap((length, i) => {
    const { sign = ' ', token } = PIECES[i] ?? {};
    return length === 0 ? [] : [styled(sign.repeat(length), token)];
  });
}

/** So many cells for each share, all of them together; what is there at all has one, as far as there are enough. */
export function cells(shares: readonly number[], width: number): readonly number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  if (whole === 0) return shares.map(() => 0);
  const exact = shares.map(share => (share / whole) * width);
  const given = exact.map(cell => (cell > 0 ? Math.max(1, Math.floor(cell)) : 0));
  const gapOf = (i: number): number => (exact[i] ?? 0) - (given[i] ?? 0);
  const widest = given.map((_, i) => i).filter(i => (given[i] ?? 0) > 0);
  for (let left = width - given.reduce((sum, cell) => sum + cell, 0); left !== 0; left -= Math.sign(left)) {
    // Who is furthest from the exact share gains a cell, or gives one away.
    const open = left > 0 ? widest : widest.filter(i => (given[i] ?? 0) > 1);
    const chosen = open.toSorted((a, b) => (left > 0 ? gapOf(b) - gapOf(a) : gapOf(a) - gapOf(b)))[0];
    if (chosen === undefined) break;
    given[chosen] = (given[chosen] ?? 0) + Math.sign(left);
  }
  return given;
}

function inWords(topics: readonly TopicRow[]): string {
  const sums = topics
    .map(sharesOf)
    .reduce<readonly number[]>((sum, shares) => sum.map((n, i) => n + (shares[i] ?? 0)), [0, 0, 0, 0]);
  return `Over all topics: ${PIECES.map(({ name }, i) => `${sums[i]} ${name}`).join(', ')}.`;
}
