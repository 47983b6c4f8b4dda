/** Tables of two rows and two columns as people fill them: what is read as what, and what is refused. Also documentation. */

export const accepted: readonly (readonly [text: string, readAs: string])[] = [
  ['[0.5 0.25; 1 0.75]', '[0.5 0.25; 1 0.75]'],
  ['[[0.5, 0.25], [1, 0.75]]', '[0.5 0.25; 1 0.75]'],
  ['[1/2 1/4; 1 3/4]', '[0.5 0.25; 1 0.75]'],
  ['0.5 0.25; 1 0.75', '[0.5 0.25; 1 0.75]'],
  ['0.5, 0.25\n1, 0.75', '[0.5 0.25; 1 0.75]'],
  ['0.5\t0.25\n1\t0.75', '[0.5 0.25; 1 0.75]'],
  ['0,5\t0,25\n1\t0,75', '[0.5 0.25; 1 0.75]'],
  ['0,5;0,25\n1;0,75', '[0.5 0.25; 1 0.75]'],
  ['array([[0.5 , 0.25],\n       [1.  , 0.75]])', '[0.5 0.25; 1 0.75]'],
  ['[0.5 1; 0.25 0.75]^T', '[0.5 0.25; 1 0.75]'],
  ['[0.5 _; 1 _]', '[0.5 _; 1 _]'],
  ['0.5\t\n\t0.75', '[0.5 _; _ 0.75]'],
];

export const rejected: readonly (readonly [text: string, reason: string, position: number])[] = [
  ['[0.5 0.25 1 0.75]', 'this is 1×4, and 2×2 is wanted: write a ; between the rows', 0],
  ['0.5', 'this is a single number, and 2×2 is wanted', 0],
  ['[0.5 0.25; 1]', 'row 2 has 1 number, and row 1 has 2', 11],
  ['[f 0.25; 1 0.75]', 'unknown name "f"; give numbers, as in [1 2; 3 4]', 1],
  ['[0.5 0.25; 1 0.75', '"[" is never closed', 0],
];
