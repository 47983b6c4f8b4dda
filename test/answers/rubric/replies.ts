/** Ways to grant points to an answer, and what the first line may not be. Of three points. Also documentation. */

/** A text, the points that it grants, and what stands below them. */
export const accepted: readonly (readonly [text: string, readAs: string, written: string])[] = [
  // several, one, none, all
  ['1 3', '1 3', ''],
  ['3 1', '1 3', ''],
  ['1,3', '1 3', ''],
  ['1, 3', '1 3', ''],
  ['1; 3', '1 3', ''],
  ['1 and 3', '1 3', ''],
  ['1 & 3', '1 3', ''],
  ['1+3', '1 3', ''],
  ['(1) (3)', '1 3', ''],
  ['1. 3.', '1 3', ''],
  ['[1, 3]', '1 3', ''],
  ['1 1 3', '1 3', ''],
  ['  1 3  ', '1 3', ''],
  ['01 3', '1 3', ''],
  ['2', '2', ''],
  ['1 2 3', '1 2 3', ''],
  ['all', '1 2 3', ''],
  ['All.', '1 2 3', ''],
  ['none', 'none', ''],
  ['None', 'none', ''],
  ['0', 'none', ''],
  ['∅', 'none', ''],
  // what the student wrote stands below, with or without an empty line in between
  ['1 3\n\nBecause the gradient vanishes.', '1 3', 'Because the gradient vanishes.'],
  ['1 3\nBecause the gradient vanishes.', '1 3', 'Because the gradient vanishes.'],
  ['1 3\r\n\r\nBecause.', '1 3', 'Because.'],
  ['none\n\n1 2 3', 'none', '1 2 3'],
  ['all\n\nFirst.\n\nSecond.\n', '1 2 3', 'First.\n\nSecond.\n'],
  ['2\n\n\n  indented', '2', '\n  indented'],
  ['2\u2028Because.', '2', 'Because.'],
  [`2\n\n${'x'.repeat(20_000)}`, '2', 'x'.repeat(20_000)],
];

const FIRST = 'grant the points first: 1 2, all or none, on the first line';
const NO_POINT = (point: string): string => `there is no point ${point}: they are 1–3; all or none will do too`;

/** A text, why it is refused, and at which offset. */
export const rejected: readonly (readonly [text: string, reason: string, position: number])[] = [
  ['Because the gradient vanishes.', FIRST, 0],
  ['Because the gradient vanishes.\n\n1 3', FIRST, 0],
  ['\n1 3', FIRST, 0],
  ['1 3 because', FIRST, 0],
  ['1-3', FIRST, 0],
  ['1.5', 'there is no point 5: they are 1–3; all or none will do too', 2],
  ['points 1 and 3', FIRST, 0],
  [',', FIRST, 0],
  ['all 1', FIRST, 0],
  ['1½', FIRST, 0],
  ['\u001b[2J', FIRST, 0],
  ['1 '.repeat(50_000), FIRST, 0],
  ['4', NO_POINT('4'), 0],
  ['1 3 4', NO_POINT('4'), 4],
  ['  1, 12', NO_POINT('12'), 5],
  ['0 1', NO_POINT('0'), 0],
  ['9'.repeat(100), NO_POINT(`${'9'.repeat(20)}…`), 0],
  [`2\n\n${'x'.repeat(20_001)}`, '20001 characters are too long: at most 20000', 20_003],
];
