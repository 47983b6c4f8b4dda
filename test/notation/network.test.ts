import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownHtml } from '../../src/notation/html/markdown.ts';
import { lineText, lineWidth } from '../../src/notation/line.ts';
import { drawNetwork } from '../../src/notation/network/draw.ts';
import { type Network, networkCaption } from '../../src/notation/network/network.ts';
import { readNetwork } from '../../src/notation/network/read.ts';
import { networkSvg } from '../../src/notation/network/svg.ts';
import { networkInWords } from '../../src/notation/network/words.ts';
import { asciiOf } from '../../src/notation/stand-ins.ts';
import { renderMarkdown } from '../../src/notation/terminal.ts';
import { markdownTypst } from '../../src/notation/typst/markdown.ts';

const read = (text: string, caption = ''): Network => {
  const result = readNetwork(caption, text);
  if ('fault' in result) throw new Error(result.fault.message);
  return result.network;
};
const drawn = (text: string, width: number): string[] =>
  drawNetwork(read(text), width).map(line => lineText(line).trimEnd());

const WEIGHTED = `
input: x₁ = 0.5, x₂ = −1
hidden: h₁ bias 0.1, h₂ bias 0, h₃
output: ŷ
input -> hidden: W
x₁ -> h₁: 0.5
x₁ -> h₂: −0.125
x₁ -> h₃: 3
x₂ -> h₁: 1
x₂ -> h₂: 0.25
x₂ -> h₃: 2
h₁ -> ŷ: 0.3
h₂ -> ŷ: 2
h₃ -> ŷ: −4`;

describe('drawing', () => {
  test('weights stand at wires of their own, and else in a table with the biases', () => {
    expect(drawn(WEIGHTED, 40)).toEqual([
      'input      W    hidden            output',
      '          ┌───▶ h₁ ─────0.3─┐',
      'x₁ = 0.5 ─┤                 │',
      '          ├───▶ h₂ ──────2──┼───▶ ŷ',
      'x₂ = −1 ──┤                 │',
      '          └───▶ h₃ ─────−4──┘',
      '',
      'W     → h₁    → h₂  → h₃',
      'x₁     0.5  −0.125     3',
      'x₂       1    0.25     2',
      'bias   0.1       0',
    ]);
  });

  test('units that lead to one each have straight wires; what stands for more has none', () => {
    const text = 'in: a, b\nact: c, d\nout: e, ..., f\nin -> act: g\na -> c\nb -> d';
    const lines = drawn(text, 60);
    expect(lines.find(line => line.startsWith('a'))).toMatch(/^a ─+▶ c ─+[┬┤┐]/);
    expect(lines.find(line => line.includes('⋮'))).not.toMatch(/─|▶/);
  });

  test('where there is no room, the names of layers go, and then the drawing', () => {
    expect(drawn(WEIGHTED, 31)[0]).not.toContain('hidden');
    expect(drawn(WEIGHTED, 24)).toEqual([
      'input: x₁ = 0.5,',
      '  x₂ = −1',
      '  input → hidden (W)',
      '  x₁ → h₁ (0.5),',
      '    h₂ (−0.125), h₃ (3)',
      '  x₂ → h₁ (1),',
      '    h₂ (0.25), h₃ (2)',
      'hidden: h₁ (bias 0.1),',
      '  h₂ (bias 0), h₃',
      '  h₁ → ŷ (0.3)',
      '  h₂ → ŷ (2)',
      '  h₃ → ŷ (−4)',
      'output: ŷ',
    ]);
  });

  test('wires that would seem to join what they do not are told in a list', () => {
    expect(drawn('in: a, b\nout: c, d\na -> c\nb -> c\nb -> d: 0.5', 60)).toEqual([
      'in: a, b',
      '  a → c',
      '  b → c, d (0.5)',
      'out: c, d',
    ]);
    // Each has one target of its own, but the wires cross.
    expect(drawn('in: a, b\nout: c, d\na -> d\nb -> c', 60)[1]).toBe('  a → d');
  });

  test('a caption stands above it, on as many lines as it needs', () => {
    const lines = drawNetwork(read('in: a\nout: b', 'A caption of some words'), 16).map(lineText);
    expect(lines.slice(0, 2)).toEqual(['A caption of', 'some words']);
  });

  test('the signs are those that every terminal has, or have a stand-in', () => {
    expect(
      asciiOf(
        drawn(WEIGHTED, 60)
          .join('')
          .replaceAll(/[₀-₉ŷ]/g, 'n'),
      ),
    ).toMatch(/^[ -~]*$/);
  });
});

describe('reading', () => {
  test.each([
    ['network', ''],
    ['network A small net ', 'A small net'],
    ['networks', null],
    ['plot', null],
  ])('%j has the caption %j', (info, caption) => {
    expect(networkCaption(info)).toBe(caption);
  });

  test.each([
    ['in: a, b', 0, /2 to 6 layers.*here are 1/],
    ['in: a\n\nmiddle\nout: b', 2, /neither a layer/],
    ['in: a, , b\nout: c', 0, /no name/],
    ['in: a, a\nout: c', 0, /name a stands twice/],
    ['in: a\nout: in', 1, /name in stands twice/],
    [`in: ${[...'abcdefghi'].join(', ')}\nout: z`, 0, /at most 8 units/],
    [`in: ${'a'.repeat(25)}\nout: z`, 0, /too long/],
    ['in: a\nout: b\na -> c: 1', 2, /no unit or layer c/],
    ['in: a\nout: b\nb -> a: 1', 2, /to the next layer/],
    ['in: a\nout: b\na -> out', 2, /no unit with a layer/],
    ['in: a\nout: b\na -> b: 1\na -> b: 2', 3, /stands twice/],
    ['', 0, /here are 0/],
  ])('%j: line %i, %s', (text, line, message) => {
    expect(readNetwork('', text)).toEqual({ fault: { line, message: expect.stringMatching(message) } });
  });

  test('values may be powers of ten as a template fills them in', () => {
    const network = read('in: a = $2.5 \\cdot 10^{-7}$\nout: b\na → b: w');
    expect(network.layers[0]?.units[0]?.value).toBe('2.5e-7');
    expect(network.links[0]?.edges).toEqual([{ from: 0, to: 0, weight: 'w' }]);
  });
});

test('for listeners all of it is said, letters as they are spoken', () => {
  expect(
    networkInWords(read('input: x₁ = 0.5, ..., x₉\nout: ŷ₁ bias 2, z\ninput -> out: W\nx₁ -> z: −3', 'A net')),
  ).toBe(
    'Network: A net. It has 2 layers. Layer input: x1 is 0.5; and so on up to; x9. Layer out: y hat 1 with bias 2; z. ' +
      'From input only some units lead to out, marked W: x1 to z weighs minus 3.',
  );
  expect(networkInWords(read('in: a\nout: b'))).toBe(
    'Network. It has 2 layers. Layer in: a. Layer out: b. From in each unit leads to each of out.',
  );
});

test('every output draws it, and shows the text of a broken one', () => {
  const fence = (text: string): string => `\`\`\`network\n${text}\n\`\`\``;
  const [good, broken] = [fence('in: a, b\nout: c'), fence('in: a, b')];
  const shown = (markdown: string): string => renderMarkdown(markdown, { width: 60 }).map(lineText).join('\n');
  expect(shown(good)).toContain('▶ c');
  expect(shown(broken)).toBe('  in: a, b');
  expect(markdownHtml(good)).toContain('<svg');
  expect(markdownHtml(broken)).toBe('<pre dir="ltr"><code>in: a, b</code></pre>');
  expect(markdownTypst(good)).toContain('alt: "Network.');
  expect(markdownTypst(broken)).not.toContain('#figure');
});

const name = fc.stringMatching(/^[a-z]{1,6}$/);
const networks = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), name), { maxLength: 12 }),
  )
  .map(([sizes, arrows]) => {
    const lines = sizes.map((size, i) => `l${i}: ${Array.from({ length: size }, (_, k) => `u${i}${k}`).join(', ')}`);
    const edges = arrows.map(([layer, from, to, weight]) => {
      const at = layer % (sizes.length - 1);
      return [`u${at}${from % (sizes[at] ?? 1)} -> u${at + 1}${to % (sizes[at + 1] ?? 1)}`, weight] as const;
    });
    return read([...lines, ...[...new Map(edges)].map(([ends, weight]) => `${ends}: ${weight}`)].join('\n'));
  });

test('no line is wider than there is room, no unit is lost, and no weight', () => {
  fc.assert(
    fc.property(networks, fc.integer({ min: 20, max: 120 }), (network, width) => {
      const lines = drawNetwork(network, width);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      const text = lines.map(lineText).join('\n');
      const svg = networkSvg(network);
      const weights = network.links.flatMap(({ edges }) => edges.flatMap(({ weight }) => weight || []));
      for (const unit of [...network.layers.flatMap(({ units }) => units.map(one => one.name)), ...weights]) {
        expect(text).toContain(unit);
        expect(svg).toContain(`>${unit}<`);
      }
    }),
    { numRuns: 60 },
  );
});

/** Where the sign at a place leads to: left, right, up, down. */
const LEADS: Readonly<Record<string, string>> = {
  ...{ '─': 'lr', '│': 'ud', '┼': 'lrud', '┴': 'lru', '┬': 'lrd', '┤': 'lud', '├': 'rud' },
  ...{ '┘': 'lu', '┐': 'ld', '└': 'ru', '┌': 'rd' },
};
const STEPS: Readonly<Record<string, readonly [number, number, string]>> = {
  l: [0, -1, 'r'],
  r: [0, 1, 'l'],
  u: [-1, 0, 'd'],
  d: [1, 0, 'u'],
};

/** The names at the arrows that the wires from a place lead to. */
function reached(lines: readonly string[], row: number, column: number): readonly string[] {
  const open: [number, number][] = [[row, column]];
  const seen = new Set<string>();
  const found: string[] = [];
  for (let place = open.pop(); place; place = open.pop()) {
    const [y, x] = place;
    if (seen.has(`${y} ${x}`)) continue;
    seen.add(`${y} ${x}`);
    for (const side of LEADS[lines[y]?.[x] ?? ''] ?? '') {
      const [down, right, back] = STEPS[side] as readonly [number, number, string];
      const sign = lines[y + down]?.[x + right] ?? ' ';
      if (sign === '▶' && side === 'r') found.push((lines[y] ?? '').slice(x + 2).trim());
      else if (LEADS[sign]?.includes(back)) open.push([y + down, x + right]);
    }
  }
  return found.toSorted();
}

test('the wires of a drawing lead from each unit to its own targets and to no others', () => {
  const groups = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 });
  let drawings = 0;
  fc.assert(
    fc.property(groups, groups, (left, right) => {
      const edges = left.flatMap((group, i) => right.flatMap((other, k) => (group === other ? [[i, k] as const] : [])));
      if (edges.length === 0) return;
      const names = (letter: string, of: readonly number[]): string => of.map((_, i) => `${letter}${i}`).join(', ');
      const arrows = edges.map(([i, k]) => `a${i} -> b${k}`);
      const lines = drawn([`in: ${names('a', left)}`, `out: ${names('b', right)}`, ...arrows].join('\n'), 60);
      if (lines.some(line => line.includes('→'))) return;
      drawings++;
      for (const i of left.keys()) {
        const row = lines.findIndex(line => line.startsWith(`a${i}`));
        expect(reached(lines, row, 3)).toEqual(edges.flatMap(([from, to]) => (from === i ? [`b${to}`] : [])));
      }
    }),
    { numRuns: 200, seed: 1 },
  );
  expect(drawings).toBeGreaterThan(40);
});

test('weights in a drawing do not lie on one another', () => {
  const edges = ['a', 'b', 'c'].flatMap(from => ['d', 'e', 'f', 'g'].map(to => `${from} -> ${to}: w`));
  const svg = networkSvg(read(`in: a, b, c\nout: d, e, f, g\n${edges.join('\n')}`));
  const heights = [...svg.matchAll(/y="([\d.]+)" text-anchor="middle">w</g)]
    .map(([, y]) => Number(y))
    .sort((a, b) => a - b);
  expect(heights).toHaveLength(12);
  for (const [i, y] of heights.entries()) if (i > 0) expect(y - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(14.9);
});
