/** Texts of a file that know where they stand in it, so that errors can point at each of their characters. */

/** A place in a file; both are counted from 1. */
export interface Place {
  readonly line: number;
  /** Absent where only the line is known. */
  readonly column?: number;
}

/** From this offset of a text on, its characters follow one another from another place on. */
interface Run extends Required<Place> {
  readonly from: number;
}

/**
 * A piece of a file and where it begins. Its characters follow one another in the file, and behind a line break they
 * begin the next line, unless `runs` or `opaque` say otherwise.
 */
export interface Located extends Place {
  readonly text: string;
  readonly runs?: readonly Run[];
  /** Only its beginning is known, because escapes have moved what follows. */
  readonly opaque?: true;
}

/** A place, and whether it is that of the character itself or only of the text around it. */
interface Found {
  readonly place: Place;
  readonly exact: boolean;
}

/** The place of a character of a text, by its offset. */
export function placeIn(located: Located, offset: number): Found {
  if (located.column === undefined || located.opaque) return { place: startOf(located), exact: false };
  const { line, column, from } = lastRun(located, offset);
  const passed = located.text.slice(from, offset);
  const lineBreak = passed.lastIndexOf('\n');
  if (lineBreak < 0) return { place: { line, column: column + passed.length }, exact: true };
  const below = passed.split('\n').length - 1;
  return { place: { line: line + below, column: passed.length - lineBreak }, exact: true };
}

/** Where a text, or what else has a place, begins. */
export function startOf({ line, column }: Place): Place {
  return column === undefined ? { line } : { line, column };
}

/** A piece of a text as a text with a place of its own. */
export function piece(located: Located, start: number, end: number): Located {
  const { place, exact } = placeIn(located, start);
  const text = located.text.slice(start, end);
  if (!exact) return { ...place, text, opaque: true };
  const runs = (located.runs ?? [])
    .filter(({ from }) => from > start && from < end)
    .map(run => ({ ...run, from: run.from - start }));
  return runs.length > 0 ? { ...place, text, runs } : { ...place, text };
}

function lastRun({ line, column = 1, runs = [] }: Located, offset: number): Run {
  return runs.findLast(({ from }) => from <= offset) ?? { line, column, from: 0 };
}

/**
 * A text whose characters stand at these places, as far as they are known: those of white space need not be.
 *
 * @param placeOf of a character by its offset; null for white space
 */
export function located(text: string, placeOf: (offset: number) => Required<Place> | null): Located {
  const runs: Run[] = [];
  let expected: Required<Place> | null = null;
  for (let offset = 0; offset < text.length; offset++) {
    const place = placeOf(offset);
    if (place && !(place.line === expected?.line && place.column === expected.column)) {
      runs.push({ ...place, from: offset });
      expected = place;
    }
    if (expected) expected = text[offset] === '\n' ? below(expected) : beside(expected);
  }
  const [first, ...rest] = runs;
  if (!first) return { text, line: 1, opaque: true };
  const { line, column } = first;
  return rest.length > 0 ? { text, line, column, runs: rest } : { text, line, column };
}

function beside({ line, column }: Required<Place>): Required<Place> {
  return { line, column: column + 1 };
}

function below({ line }: Required<Place>): Required<Place> {
  return { line: line + 1, column: 1 };
}
