import { expect, test } from 'vitest';
import { inlineTypst, markdownTypst } from '../../../src/notation/typst/markdown.ts';
import { typstString, typstText } from '../../../src/notation/typst/quote.ts';
import { problemsOf } from './compiler.ts';

const r = String.raw;

test('text is legible, and what could mean something is escaped', () => {
  expect(typstText('A fan-in of 0.25, and/or 3: (50%)!')).toBe('A fan-in of 0.25, and/or 3: (50%)!');
  expect(typstText('#read("x") *a* _b_ @c <d> `e` $f$ [g] ~')).toBe(
    r`\#read(\"x\") \*a\* \_b\_ \@c \<d\> \`e\` \$f\$ \[g\] \~`,
  );
  expect(typstText('a--b -3 ... 1. http://x.y // /* \\')).toBe(r`a\-\-b \-3 \.\.\. 1\. http:\/\/x.y \/\/ \/\* \\`);
  expect(typstText('für 学 ½ → \u00a0')).toBe(r`für 学 ½ → \u{a0}`);
  expect(typstString('a "b"\\\n\u202e\u0007c')).toBe('"a \\"b\\"\\\\\nc"');
});

test('text from right to left keeps to itself, and long words can be broken', () => {
  expect(typstText('שלום')).toBe(r`\u{2068}שלום\u{2069}`);
  expect(inlineTypst('שלום *עולם*')).toBe(r`\u{2068}שלום #emph[עולם];\u{2069}`);
  // A number and its sign are not parted.
  expect(typstText('30 % or 5 %')).toBe('30~% or 5~%');
  expect(typstText(`a ${'x'.repeat(33)} b`)).toBe(
    'a xxxxxx#box();xxxxxx#box();xxxxxx#box();xxxxxx#box();xxxxxx#box();xxx b',
  );
});

const BLOCKS: readonly (readonly [string, string])[] = [
  ['a *b* **c *d*** `e`\nf  \ng', 'a #emph[b]; #strong[c #emph[d];]; #raw("e"); f#linebreak();g'],
  ['$x_1$, $$y$$ and', '#math.equation(alt: "x₁", $x_(1)$);, \n#math.equation(block: true, alt: "y", $ y $);\n and'],
  ['# A $x$', '#block(sticky: true)[#strong[A #math.equation(alt: "x", $x$);];];'],
  ['a\n\nb', 'a\n\nb'],
  ['[a *b*](http://x.y) ![c "d"](e.png) &lt; <b>', r`a #emph[b]; c \"d\" \< \<b\>`],
  ['- a\n- [x] b', '#list(tight: true,\n  [a],\n  [\\[x\\] b],\n);'],
  ['3. a\n\n   b\n4. c', '#enum(tight: false, start: 3,\n  [a\n\nb],\n  [c],\n);'],
  ['> a', '#quote(block: true)[\na\n];'],
  ['---', '#line(length: 100%, stroke: 0.5pt);'],
  ['```\na "b"\n  c\n```', '#raw("a \\"b\\"\n  c", block: true);'],
  ['`a b`', '#box(raw("a b"));'],
  [
    '| a | b |\n|:-:|--:|\n| $x$ | - |',
    '#table(columns: 2, align: (center, right,),\n  table.header([#strong[a];], [#strong[b];]),\n  [#math.equation(alt: "x", $x$);], [\\-],\n);',
  ],
];

test('blocks', () => {
  for (const [markdown, typst] of BLOCKS) expect.soft(markdownTypst(markdown), markdown).toBe(typst);
  expect(problemsOf(BLOCKS.map(([markdown]) => markdownTypst(markdown)).join('\n\n'))).toEqual([]);
});

test('drawings and plots are figures told in words', () => {
  const drawing = markdownTypst('```figure A "box"\n┌──┐\n└──┘\n```');
  expect(drawing).toContain(r`#figure(alt: "Figure: A \"box\".", kind: "drawing"`);
  expect(drawing).toContain('size.width / 2.41');
  expect(drawing).toContain('raw("┌──┐\n└──┘", block: true)');
  const plot = markdownTypst('```plot Loss "#1"\nx: epoch, 1\ntraining: 0.9, 0.6, 0.4\n```');
  expect(plot).toMatch(/^#figure\(alt: "Plot: Loss \\"#1\\"\. training, epoch 1 to 3: 0\.9; 0\.6; 0\.4\."/);
  expect(plot).toContain('image(bytes("<svg ');
  expect(markdownTypst('```plot Loss\nno plot\n```')).toBe('#raw("no plot", block: true);');
  expect(problemsOf(`${drawing}\n\n${plot}`)).toEqual([]);
});

test('a display in a list has less room', () => {
  const chain = '$$y = a + b + c + d = e + f + g + h$$';
  expect(markdownTypst(chain, { width: 17 })).not.toContain('&');
  expect(markdownTypst(`- ${chain}`, { width: 17 })).toContain('&');
});
