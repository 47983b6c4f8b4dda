/** A terminal's screen as a picture. */

export interface Cell {
  /** Empty behind a wide character. */
  readonly text: string;
  /** `#rrggbb` */
  readonly color: string;
  readonly background: string | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

export interface Screen {
  readonly rows: readonly (readonly Cell[])[];
  readonly background: string;
  readonly title: string;
}

const WIDTH = 9;
const HEIGHT = 17.5;
const SIZE = 15;
const MARGIN = 14;
/** From the top of a row to the line that letters stand on. */
const BASELINE = 13.8;

const FONTS = "ui-monospace,'DejaVu Sans Mono','SF Mono',Menlo,Consolas,monospace";

/** Every run of cells that look alike is a text of its own, stretched to its columns, whatever font there is. */
export function svgOf({ rows, background, title }: Screen): string {
  const columns = Math.max(...rows.map(row => row.length));
  const width = number(columns * WIDTH + 2 * MARGIN);
  const height = number(rows.length * HEIGHT + 2 * MARGIN);
  const drawn = rows.flatMap((row, y) => runsOf(row).flatMap(run => drawnRun(run, y)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
    `<g font-family="${FONTS}" font-size="${SIZE}" xml:space="preserve">`,
    ...drawn,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

interface Run {
  readonly text: string;
  readonly from: number;
  readonly columns: number;
  readonly look: Omit<Cell, 'text'>;
}

function runsOf(row: readonly Cell[]): readonly Run[] {
  const runs: Run[] = [];
  row.forEach(({ text, ...look }, x) => {
    const last = runs.at(-1);
    if (last && isSame(last.look, look)) {
      runs[runs.length - 1] = { ...last, text: last.text + text, columns: last.columns + 1 };
    } else runs.push({ text, from: x, columns: 1, look });
  });
  return runs;
}

function isSame(one: Omit<Cell, 'text'>, other: Omit<Cell, 'text'>): boolean {
  const keys = ['color', 'background', 'bold', 'dim', 'italic', 'underline'] as const;
  return keys.every(key => one[key] === other[key]);
}

function drawnRun({ text, from, columns, look }: Run, y: number): readonly string[] {
  const x = number(MARGIN + from * WIDTH);
  const top = MARGIN + y * HEIGHT;
  const { color, background, bold, dim, italic, underline } = look;
  const filled =
    background === null
      ? []
      : [`<rect x="${x}" y="${top}" width="${number(columns * WIDTH)}" height="${HEIGHT}" fill="${background}"/>`];
  const bare = text.trim();
  if (bare === '') return filled;
  // Spaces at the ends would be stretched as well.
  const before = text.length - text.trimStart().length;
  const behind = text.length - text.trimEnd().length;
  const start = number(MARGIN + (from + before) * WIDTH);
  const length = number((columns - before - behind) * WIDTH);
  const style = [
    bold ? ' font-weight="bold"' : '',
    italic ? ' font-style="italic"' : '',
    underline ? ' text-decoration="underline"' : '',
    dim ? ' opacity="0.65"' : '',
  ].join('');
  const place = `x="${start}" y="${number(top + BASELINE)}" textLength="${length}"`;
  return [...filled, `<text ${place} fill="${color}"${style}>${escaped(bare)}</text>`];
}

/** Short, and the same on every machine. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
