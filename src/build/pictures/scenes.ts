/** What the pictures show: how the program is begun, the keys typed, and the window that they are seen in. */
export interface Scene {
  /** Name of its file. */
  readonly name: string;
  readonly title: string;
  readonly args: readonly string[];
  readonly keys: string;
  readonly columns: number;
  readonly rows: number;
}

const ENTER = '\r';
const DOWN = '\x1b[B';

export const SCENES: readonly Scene[] = [
  { name: 'home', title: 'The home screen', args: [], keys: '', columns: 80, rows: 24 },
  {
    name: 'mark',
    title: 'A marked answer with its solution',
    args: ['drill', 'cnn/conv-1x1-params'],
    // One weight for each of the channels that this variant has, and no bias.
    keys: `115${ENTER}`,
    columns: 80,
    rows: 24,
  },
  { name: 'bank', title: 'The bank', args: [], keys: `b${DOWN}${DOWN}a`, columns: 150, rows: 40 },
];
