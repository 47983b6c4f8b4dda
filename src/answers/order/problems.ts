import { circleOf } from './graph.ts';
import { HIDDEN, LONGEST_FILLS, MOST_LINES, type OrderBlank, typed } from './key.ts';

/** What an author can get wrong about lines, whatever order they are shown in. */

const FEWEST_LINES = 3;

/** A line before it has a label: `after` holds the names of other lines. */
export interface AuthoredLine {
  readonly name: string;
  readonly text: string;
  readonly after: readonly string[];
  readonly decoy: boolean;
  readonly blank: OrderBlank | null;
}

type Check = (lines: readonly AuthoredLine[]) => readonly string[];

const when = (condition: boolean, problem: string): readonly string[] => (condition ? [problem] : []);

const genuine = (lines: readonly AuthoredLine[]) => lines.filter(({ decoy }) => !decoy);

/** What is wrong about a line and one of the names that it rests on. */
function ofEachFoundation(wrong: (line: AuthoredLine, below: AuthoredLine | undefined, name: string) => string | null) {
  return (lines: readonly AuthoredLine[]): readonly string[] =>
    lines.flatMap(line =>
      line.after.flatMap(name => {
        const below = lines.find(other => other.name === name);
        return wrong(line, below, name) ?? [];
      }),
    );
}

const CHECKS: readonly Check[] = [
  lines =>
    when(
      genuine(lines).length < FEWEST_LINES,
      `an order needs at least ${FEWEST_LINES} lines that belong; here are ${genuine(lines).length}`,
    ),
  lines => when(lines.length > MOST_LINES, `at most ${MOST_LINES} lines, decoys included; here are ${lines.length}`),
  lines => {
    const names = lines.map(({ name }) => name);
    const twice = new Set(names.filter((name, i) => names.indexOf(name) < i));
    return [...twice].map(name => `two lines have the name ${name}: give each its own`);
  },
  ofEachFoundation(({ name }, below, unknown) => (below ? null : `${name} rests on ${unknown}, which names no line`)),
  ofEachFoundation(({ name, decoy }, below) =>
    below?.decoy && !decoy ? `${name} rests on ${below.name}, which is a decoy` : null,
  ),
  lines => {
    const circle = circleOf(genuine(lines).map(({ name, after }) => ({ label: name, after })));
    return circle ? [`lines rest on each other in a circle: ${circle.join(' → ')}`] : [];
  },
  lines =>
    lines.flatMap(({ name, text, blank }) =>
      when(
        (blank !== null) !== text.includes(HIDDEN),
        blank
          ? `${name} has a blank, but its text does not show ${HIDDEN}`
          : `${name} shows ${HIDDEN}, but has no blank`,
      ),
    ),
  lines => {
    const length = lines.reduce((sum, { blank }) => sum + (blank ? typed(blank).length : 0), 0);
    return when(
      length > LONGEST_FILLS,
      `the blanks take ${length} characters to fill in; at most ${LONGEST_FILLS}: hide shorter pieces`,
    );
  },
];

/** What is wrong with the lines, for their author; none where all is well. */
export function orderProblems(lines: readonly AuthoredLine[]): readonly string[] {
  return CHECKS.flatMap(check => check(lines));
}
