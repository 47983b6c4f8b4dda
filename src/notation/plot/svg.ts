import { escapeHtml } from '../html/escape.ts';
import { safeLine } from '../safe.ts';
import type { Plot, Series } from './read.ts';
import { type Scale, scaleOf } from './scale.ts';
import { coordinate, type Element, element, FONTS, LINE_HEIGHT, textLines, textWidth } from './svg-text.ts';
import { plotInWords } from './words.ts';

/** Curves as a drawing: black on white, and nothing told by colour. */

const DEFAULT_WIDTH = 480;
const NARROWEST = 160;
const MARGIN = 12;
/** Of the plain between the axes. */
const PROPORTION = 0.5;
const TICK = 4;
/** Marks that are closer than this run into one another. */
const MARK_DISTANCE = 9;
const LEGEND_SAMPLE = 36;
const LEGEND_GAP = 18;

interface Style {
  readonly dashes: string | null;
  readonly mark: (x: number, y: number) => Element;
}

/** A dash and a mark for each series. */
const STYLES: readonly Style[] = [
  { dashes: null, mark: (x, y) => `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="3"/>` },
  {
    dashes: '7 3',
    mark: (x, y) =>
      `<rect x="${coordinate(x - 3)}" y="${coordinate(y - 3)}" width="6" height="6" fill="#fff" stroke="#000"/>`,
  },
  {
    dashes: '2 3',
    mark: (x, y) => {
      const corners = [
        `${coordinate(x)},${coordinate(y - 4)}`,
        ...[-4, 4].map(by => `${coordinate(x + by)},${coordinate(y + 3)}`),
      ];
      return `<polygon points="${corners.join(' ')}" fill="#fff" stroke="#000"/>`;
    },
  },
];

/** Where the plain between the axes lies, and what values its edges are. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly scale: Scale;
  /** From the first point to the last. */
  readonly steps: number;
}

const xOf = ({ left, right, steps }: Frame, i: number): number => left + ((right - left) * i) / steps;
const yOf = ({ top, bottom, scale: { low, high } }: Frame, value: number): number =>
  bottom - (bottom - top) * ((value - low) / (high - low));

/**
 * A plot as an SVG that needs nothing else.
 *
 * @param options.width in pixels, at least 160; 480 unless told
 */
export function plotSvg(plot: Plot, options: { readonly width?: number } = {}): string {
  const width = Math.max(NARROWEST, options.width ?? DEFAULT_WIDTH);
  const scale = scaleOf(plot.series.flatMap(({ values }) => values));
  const labels = levels(scale);
  const title = textLines(plot.title, width - 2 * MARGIN);
  const left = MARGIN + Math.max(...labels.map(({ text }) => textWidth(text))) + TICK + 3;
  const right = width - MARGIN - 8;
  const top = MARGIN + title.length * LINE_HEIGHT + 6;
  const bottom = top + Math.round((right - left) * PROPORTION);
  const steps = Math.max(...plot.series.map(({ values }) => values.length)) - 1;
  const frame: Frame = { left, right, top, bottom, scale, steps };
  const axisName = textLines(plot.axis.name, right - left);
  const legendTop = bottom + TICK + (1 + axisName.length) * LINE_HEIGHT + 10;
  const legend = legendOf(plot.series, legendTop, width);
  const height = legend.bottom + MARGIN;
  const body = [
    `<rect width="${coordinate(width)}" height="${coordinate(height)}" fill="#fff"/>`,
    ...title.map((line, i) => element(line, width / 2, MARGIN + (i + 0.8) * LINE_HEIGHT, 'middle', true)),
    ...labels.flatMap(({ text, value }) => levelLine(frame, text, value)),
    ...axisTicks(frame, plot.axis),
    `<path d="M${coordinate(left)} ${coordinate(top)}V${coordinate(bottom)}H${coordinate(right)}" fill="none" stroke="#000"/>`,
    ...axisName.map((line, i) => element(line, (left + right) / 2, bottom + TICK + (i + 1.9) * LINE_HEIGHT, 'middle')),
    ...plot.series.map(({ values }, i) => curve(frame, values, i)),
    ...legend.elements,
  ];
  const size = `width="${coordinate(width)}" height="${coordinate(height)}" viewBox="0 0 ${coordinate(width)} ${coordinate(height)}"`;
  const label = escapeHtml(safeLine(plotInWords(plot)));
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${label}" font-family="${FONTS}" font-size="12">\n${body.join('\n')}\n</svg>`;
}

/** The numbers along the upright axis, upwards. */
function levels({ low, high, rows, decimals }: Scale): readonly { readonly text: string; readonly value: number }[] {
  return Array.from({ length: rows + 1 }, (_, i) => {
    const value = low + ((high - low) * i) / rows;
    // −0.0 is 0.0.
    return {
      value,
      text: value
        .toFixed(decimals)
        .replace(/^-(?=[0.]*$)/, '')
        .replace('-', '−'),
    };
  });
}

function levelLine(frame: Frame, text: string, value: number): readonly Element[] {
  const y = yOf(frame, value);
  const [left, right] = [coordinate(frame.left), coordinate(frame.right)];
  return [
    `<path d="M${left} ${coordinate(y)}H${right}" stroke="#ddd"/>`,
    `<path d="M${coordinate(frame.left - TICK)} ${coordinate(y)}H${left}" stroke="#000"/>`,
    element(text, frame.left - TICK - 3, y + 4, 'end'),
  ];
}

const EVERY = [1, 2, 5, 10, 20, 50];

/** A tick at every point, and a number at every point, every second, every fifth … as there is room. */
function axisTicks(frame: Frame, { first, step }: Plot['axis']): readonly Element[] {
  const points = Array.from({ length: frame.steps + 1 }, (_, i) => ({
    x: xOf(frame, i),
    text: String(Math.round((first + i * step) * 1e6) / 1e6).replace('-', '−'),
  }));
  const widest = Math.max(...points.map(({ text }) => textWidth(text)));
  const distance = (frame.right - frame.left) / frame.steps;
  const every = EVERY.find(count => count * distance >= widest + 8) ?? frame.steps;
  return points.flatMap(({ x, text }, i) => [
    `<path d="M${coordinate(x)} ${coordinate(frame.bottom)}v${TICK}" stroke="#000"/>`,
    ...(i % every === 0 ? [element(text, x, frame.bottom + TICK + 0.9 * LINE_HEIGHT, 'middle')] : []),
  ]);
}

function curve(frame: Frame, values: readonly number[], i: number): Element {
  const style = styleOf(i);
  const points = values.map((value, at) => ({ x: xOf(frame, at), y: yOf(frame, value) }));
  const every = Math.ceil(MARK_DISTANCE / ((frame.right - frame.left) / frame.steps));
  const line = points.map(({ x, y }) => `${coordinate(x)},${coordinate(y)}`).join(' ');
  const marks = points.filter((_, at) => at % every === 0 || at === points.length - 1);
  return `<polyline points="${line}" ${stroke(style)}/>${marks.map(({ x, y }) => style.mark(x, y)).join('')}`;
}

const styleOf = (i: number): Style => STYLES[i % STYLES.length] as Style;

function stroke({ dashes }: Style): string {
  return `fill="none" stroke="#000" stroke-width="1.5"${dashes === null ? '' : ` stroke-dasharray="${dashes}"`}`;
}

interface Legend {
  readonly elements: readonly Element[];
  readonly bottom: number;
}

/** On one line, or where there is no room for that, below one another. */
function legendOf(series: readonly Series[], top: number, width: number): Legend {
  const room = width - 2 * MARGIN - LEGEND_SAMPLE - 6;
  const widths = series.map(({ name }) => LEGEND_SAMPLE + 6 + textWidth(safeLine(name)) + LEGEND_GAP);
  const isOneLine = widths.reduce((sum, one) => sum + one, -LEGEND_GAP) <= width - 2 * MARGIN;
  let [x, y] = [MARGIN, top];
  const elements = series.flatMap(({ name }, i) => {
    const lines = textLines(name, room);
    const [at, from] = [x, y];
    if (isOneLine) x += widths[i] as number;
    else y += lines.length * LINE_HEIGHT;
    const middle = from + LINE_HEIGHT / 2;
    const sample = `<path d="M${coordinate(at)} ${coordinate(middle)}h${LEGEND_SAMPLE}" ${stroke(styleOf(i))}/>`;
    return [
      `${sample}${styleOf(i).mark(at + LEGEND_SAMPLE / 2, middle)}`,
      ...lines.map((line, k) => element(line, at + LEGEND_SAMPLE + 6, from + (k + 0.8) * LINE_HEIGHT, 'start')),
    ];
  });
  return { elements, bottom: isOneLine ? top + LINE_HEIGHT : y };
}
