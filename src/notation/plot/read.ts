/**
 * A plot as it stands in Markdown: a fenced block that begins with ```plot TITLE and has a line for each series, so that a
 * question file stays readable and every output can draw it in its own way.
 *
 *     ```plot Loss by epoch
 *     x: epoch, 1
 *     training: 0.9, 0.6, 0.4
 *     validation: 1.0, 0.8, 0.7
 *     ```
 */
export interface Plot {
  readonly title: string;
  readonly axis: Axis;
  readonly series: readonly Series[];
}

interface Axis {
  /** Empty where it has none. */
  readonly name: string;
  /** Of the first point, and from one point to the next. */
  readonly first: number;
  readonly step: number;
}

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** More lines cannot be told from one another. */
const MOST_SERIES = 3;
export const MOST_POINTS = 60;

const DEFAULT_AXIS: Axis = { name: '', first: 1, step: 1 };

/** The description that follows the word `plot`; null where a block is something else. */
export function plotTitle(info: string): string | null {
  const match = /^plot(?:\s+(.*))?$/.exec(info.trim());
  return match ? (match[1] ?? '').trim() : null;
}

/** null where it cannot be drawn: it is then shown as it is. */
export function readPlot(title: string, text: string): Plot | null {
  let axis = DEFAULT_AXIS;
  const series: Series[] = [];
  for (const line of text.split('\n').filter(other => other.trim() !== '')) {
    const [, name, rest] = /^\s*([^:]+?)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || rest === undefined) return null;
    const named = name === 'x' ? readAxis(rest) : null;
    const values = named ? [] : numbersIn(rest);
    if (named) axis = named;
    else if (values && values.length >= 2 && values.length <= MOST_POINTS) series.push({ name, values });
    else return null;
  }
  return series.length >= 1 && series.length <= MOST_SERIES ? { title, axis, series } : null;
}

/** `epoch`, `epoch, 1` or `t, 0, 0.5`; null where it begins with a number: a series may be called x. */
function readAxis(text: string): Axis | null {
  const [name = '', ...rest] = text.split(',');
  if (/^[\s[]*[-−+.\d]/.test(name)) return null;
  const [first = DEFAULT_AXIS.first, step = DEFAULT_AXIS.step] = numbersIn(rest.join(',')) ?? [];
  return { name: name.trim(), first, step };
}

/** Differences of larger ones may leave the range of numbers. */
const LARGEST = 1e100;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** How a very small or very large value is filled in. */
const POWER = /\$?([-\d.]+)\s*\\cdot\s*10\^\{?(-?\d+)\}?\$?/g;

/** Numbers between commas, spaces and brackets; null where anything else stands there. */
function numbersIn(text: string): number[] | null {
  const plain = text
    .replaceAll('−', '-')
    .replaceAll(POWER, '$1e$2')
    .replaceAll(/[[\](),;]/g, ' ');
  const words = plain.split(/\s+/).filter(word => word !== '');
  const numbers = words.map(Number);
  const isDrawable = (word: string, i: number): boolean =>
    NUMBER.test(word) && Math.abs(numbers[i] as number) <= LARGEST;
  return words.every(isDrawable) ? numbers : null;
}
