import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import exact from 'string-width';
import { expect, it, onTestFinished } from 'vitest';
import { BUNDLING } from '../../src/build/bundling.ts';

/** A module, bundled as the program is. */
async function bundled(source: string): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-quick-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'main.mjs');
  const stdin = { contents: source, resolveDir: import.meta.dirname };
  await build({ ...BUNDLING, splitting: false, stdin, outfile: file });
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

it('measures every text as string-width does', async () => {
  const { width } = (await bundled("export { default as width } from 'string-width';")) as { width: typeof exact };
  const signs = Array.from({ length: 0x3000 }, (_, i) => String.fromCharCode(i));
  const different = signs.filter(sign => width(sign) !== exact(sign));
  expect(different).toEqual([]);
  // A sign that joins with others is wide or not by what stands beside it.
  const beside = ['│', '\u0301', '\ufe0f', '\u200d'];
  const narrow = signs.filter(sign => exact(sign) === 1 && sign < '\u2800');
  const pairs = narrow.flatMap(sign => beside.map(other => sign + other));
  expect(pairs.filter(pair => width(pair) !== exact(pair))).toEqual([]);
  for (const text of [
    '',
    '\u001b[1;38;5;12mGrüße\u001b[0m',
    '\u001b]8;;x\u0007link\u001b]8;;\u0007',
    '試験 ½',
    '👩‍👩‍👧 a',
  ]) {
    expect(width(text), JSON.stringify(text)).toBe(exact(text));
  }
  expect(width('·', { ambiguousIsNarrow: false })).toBe(exact('·', { ambiguousIsNarrow: false }));
});

it('divides texts into graphemes as Intl does', async () => {
  const { cut } = (await bundled(
    "const made = new Intl.Segmenter('en', { granularity: 'word' }); export const cut = text => [...made.segment(text)];",
  )) as { cut: (text: string) => unknown };
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  expect(cut('Grüße an e\u0301 alle')).toEqual([...segmenter.segment('Grüße an e\u0301 alle')]);
});

interface LayoutEngine {
  readonly Node: { readonly create: () => LayoutNode };
}
interface LayoutNode {
  readonly setWidth: (width: number) => void;
  readonly calculateLayout: (width: undefined, height: undefined) => void;
  readonly getComputedWidth: () => number;
}

it('starts the layout engine without fetching it', async () => {
  const fetched = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new Error('fetch was called'));
  try {
    const { Yoga } = (await bundled("export { default as Yoga } from 'yoga-layout';")) as { Yoga: LayoutEngine };
    const node = Yoga.Node.create();
    node.setWidth(7);
    node.calculateLayout(undefined, undefined);
    expect(node.getComputedWidth()).toBe(7);
  } finally {
    globalThis.fetch = fetched;
  }
});

interface Output {
  readonly write: (x: number, y: number, text: string, options: { transformers: readonly Transform[] }) => void;
  readonly clip: (clip: { x1: number; x2: number; y1: number; y2: number }) => void;
  readonly unclip: () => void;
  readonly get: () => { output: string; height: number };
}
type Transform = (text: string, index: number) => string;
type OutputClass = new (size: { width: number; height: number }) => Output;

/** The file of Ink that puts a screen together. */
const OUTPUT = join(import.meta.dirname, '../../node_modules/ink/build/output.js');

it('puts screens together as Ink does', async () => {
  const source = `export { default as Quick } from ${JSON.stringify(OUTPUT)};`;
  const { Quick } = (await bundled(source)) as { Quick: OutputClass };
  const { default: Exact } = (await import(pathToFileURL(OUTPUT).href)) as { default: OutputClass };
  const pieces = [
    'row ',
    '│',
    '試験',
    ' ',
    'e\u0301',
    '\u001b[1m',
    '\u001b[22m',
    '\u001b[38;5;80m',
    '\u001b[39m',
    '👩‍👧',
  ];
  const transforms: readonly Transform[] = [text => text, text => text.toUpperCase()];
  const put = fc.record({
    x: fc.constantFrom(0, 0, 0, 3),
    y: fc.integer({ min: -1, max: 4 }),
    text: fc.array(fc.constantFrom(...pieces, '\n'), { minLength: 1, maxLength: 9 }).map(parts => parts.join('')),
    by: fc.constantFrom(0, 0, 0, 1),
  });
  const rows = fc.array(put, { maxLength: 5 });
  const screen = fc.record({
    rows,
    isRows: fc.boolean(),
    width: fc.constantFrom(9, 20),
    cut: fc.constantFrom(0, 0, 2),
  });
  fc.assert(
    fc.property(screen, ({ rows: puts, isRows, width, cut }) => {
      const [quick, exact] = [Quick, Exact].map(Kind => {
        const output = new Kind({ width, height: 4 });
        output.clip({ x1: 0, x2: width - cut, y1: 0, y2: 4 });
        for (const [i, { x, y, text, by }] of puts.entries()) {
          const transformers = transforms.slice(isRows ? 0 : by, isRows ? 1 : by + 1);
          if (isRows) output.write(0, i, text.replaceAll('\n', ''), { transformers });
          else output.write(x, y, text, { transformers });
        }
        output.unclip();
        return output.get();
      });
      expect(quick).toEqual(exact);
    }),
    { numRuns: 500 },
  );
});
