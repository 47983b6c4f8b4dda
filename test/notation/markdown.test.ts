import { describe, expect, test } from 'vitest';
import { lineText } from '../../src/notation/line.ts';
import { renderInline, renderMarkdown } from '../../src/notation/terminal.ts';

const r = String.raw;

function text(markdown: string, width = 40): string {
  return renderMarkdown(markdown, { width }).map(lineText).join('\n');
}

function lines(...expected: string[]): string {
  return expected.join('\n');
}

describe('text', () => {
  test('is wrapped at words', () => {
    expect(text('one two three four', 10)).toBe(lines('one two', 'three four'));
  });

  test('a word wider than the line is cut', () => {
    expect(text('a abcdefghijklmnop', 10)).toBe(lines('a', 'abcdefghij', 'klmnop'));
  });

  test('wide characters count twice', () => {
    expect(text('学习学习学习', 10)).toBe(lines('学习学习学', '习'));
  });

  test('soft breaks are blanks, hard breaks stay', () => {
    expect(text('a\nb  \nc\\\nd')).toBe(lines('a b', 'c', 'd'));
  });

  test('paragraphs and headings stand apart', () => {
    expect(text('# Title\ntext\n\n\n\nmore')).toBe(lines('Title', '', 'text', '', 'more'));
  });

  test('tones', () => {
    expect(renderInline('a **b** *c* `d` $x$ [link](http://x.y)')).toEqual([
      { text: 'a ' },
      { text: 'b', tone: 'strong' },
      { text: ' ' },
      { text: 'c', tone: 'emphasis' },
      { text: ' ' },
      { text: 'd', tone: 'code' },
      { text: ' ' },
      { text: 'x', tone: 'math' },
      { text: ' link' },
    ]);
    expect(renderMarkdown('## a $x$', { width: 40 })).toEqual([
      [
        { text: 'a ', tone: 'heading' },
        { text: 'x', tone: 'math' },
      ],
    ]);
  });

  test('raw HTML is text, entities are decoded', () => {
    expect(text('<b>x</b> &lt;i&gt; &amp; <!-- c -->')).toBe('<b>x</b> <i> & <!-- c -->');
    expect(text('<div>\n$x_1$\n</div>')).toBe('<div> x₁ </div>');
  });

  test('~ means about', () => {
    expect(text('~~5~~ and ~5~')).toBe('~~5~~ and ~5~');
  });
});

describe('formulas in text', () => {
  test('stars and underscores inside are no emphasis', () => {
    expect(text('*a $x*y$ b $u_i*v_i$* and _c $a_1$ $b_1$_')).toBe('a x * y b uᵢ * vᵢ and c a₁ b₁');
  });

  test('backslashes inside are no escapes', () => {
    expect(text(r`$\{a\}$ and \$ and \*`)).toBe('{a} and $ and *');
  });

  test('money is no formula', () => {
    expect(text('It costs $5 and $10, not $ x $.')).toBe('It costs $5 and $10, not $ x $.');
  });

  test('code is no formula', () => {
    expect(text('`$x_1$` is $x_1$')).toBe('$x_1$ is x₁');
  });

  test('a short formula is not broken', () => {
    expect(text('one two three $a = b + c$ x', 20)).toBe(lines('one two three', 'a = b + c x'));
  });

  test('a long formula is broken after its operators', () => {
    expect(text('$aaaa + bbbb + cccc + dddd + eeee$', 20)).toBe(lines('aaaa + bbbb + cccc +', 'dddd + eeee'));
  });

  test('a formula is broken in brackets only if it is no shorter without', () => {
    expect(text(r`so $a_1 + f(b_1 + c_1, d_1 + e_1) = 17.5$`, 30)).toBe(lines('so a₁ + f(b₁ + c₁, d₁ + e₁) =', '17.5'));
    expect(text(r`so $p(h = 1 \mid v) = \frac{a + b + c}{d + e + f}$`, 26)).toBe(
      lines('so p(h = 1 | v) =', '(a + b + c)/(d + e + f)'),
    );
    expect(text(r`$f(aaaa + bbbb + cccc + dddd)$`, 16)).toBe(lines('f(aaaa + bbbb +', 'cccc + dddd)'));
  });

  test('factors stay together as long as there is an operator to break at', () => {
    expect(text(r`$E = \sum_i a_{ij} b_{jk} + \sum_i c_{ij} d_{jk}$`, 20)).toBe(
      lines('E = Σᵢ aᵢⱼ bⱼₖ +', 'Σᵢ cᵢⱼ dⱼₖ'),
    );
  });

  test('a short formula is broken only where a line is shorter still, and then after an operator', () => {
    expect(text(r`$aaaaa + f(b, c) + d$`, 14)).toBe(lines('aaaaa +', 'f(b, c) + d'));
  });

  test('a number and its unit stay on one line', () => {
    expect(text('this is about 95 % of it', 17)).toBe(lines('this is about', '95 % of it'));
    expect(text('this is about $95$ %, no less', 17)).toBe(lines('this is about', '95 %, no less'));
    expect(text('this takes now 1.5 GB. So', 18)).toBe(lines('this takes now', '1.5 GB. So'));
    expect(text('this takes on 3 subjects', 16)).toBe(lines('this takes on 3', 'subjects'));
  });

  test('a short piece of code stays on one line', () => {
    expect(text('states such as `( )` here', 17)).toBe(lines('states such as', '( ) here'));
  });

  test('invalid LaTeX stays as it is', () => {
    expect(renderInline(r`so $\foo{x}$`)).toEqual([{ text: 'so ' }, { text: r`\foo{x}`, tone: 'math' }]);
  });

  test('the shape of a tensor', () => {
    expect(text(`shape \${16} \\times 32 \\times 64$`)).toBe('shape 16 × 32 × 64');
  });
});

describe('displays', () => {
  test('stand apart, two columns in', () => {
    expect(text(r`so $$\frac{a}{b} = 2$$ holds`)).toBe(lines('so', '', '  a', '  ─ = 2', '  b', '', 'holds'));
  });

  test('blank lines around them collapse', () => {
    expect(text('a\n\n$$x$$\n\n\n\n$$y$$\n\nb')).toBe(lines('a', '', '  x', '', '  y', '', 'b'));
  });

  test('may hold lines that look like Markdown', () => {
    expect(text('$$\na\n= b\n- c\n+ d\n$$')).toBe('  a = b − c + d');
  });

  test('interrupt a paragraph', () => {
    expect(text('a\n$$x$$\nb')).toBe(lines('a', '', '  x', '', 'b'));
  });

  test('too wide for any break, they are wrapped', () => {
    expect(text(r`$$\text{one two three four five}$$`, 14)).toBe(lines('  one two', '  three four', '  five'));
  });

  test('in a title they stay on the line', () => {
    expect(lineText(renderInline(r`so $$\frac{a}{b}$$ holds`))).toBe('so a/b holds');
  });
});

describe('lists', () => {
  test('bullets and numbers hang', () => {
    expect(text('- one two three\n- b\n  - c\n\n9. x\n10. y', 10)).toBe(
      lines('• one two', '  three', '• b', '  • c', '', ' 9. x', '10. y'),
    );
  });

  test('tasks show their boxes', () => {
    expect(text('- [x] right\n- [ ] wrong\n  because')).toBe(lines('[x] right', '[ ] wrong because'));
  });

  test('loose items stand apart', () => {
    expect(text('- a\n\n- b\n\n  c')).toBe(lines('• a', '', '• b', '', '  c'));
  });

  test('a display in an item is set apart', () => {
    expect(text('- a\n  $$x$$\n- b')).toBe(lines('• a', '', '    x', '• b'));
  });

  test('deep lists give up their margins where there is no room', () => {
    const deep = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- level`).join('\n');
    expect(text(deep, 12).split('\n').at(-1)).toContain('level');
  });
});

describe('tables', () => {
  const table = '| layer | n | shape |\n|---|--:|:-:|\n| conv | $3 \\cdot 3$ | `x` |\n| fc | 10 | $H \\times W$ |';

  test('are drawn with aligned columns', () => {
    expect(text(table)).toBe(
      lines(
        '┌───────┬───────┬───────┐',
        '│ layer │     n │ shape │',
        '├───────┼───────┼───────┤',
        '│ conv  │ 3 · 3 │   x   │',
        '│ fc    │    10 │ H × W │',
        '└───────┴───────┴───────┘',
      ),
    );
  });

  test('too wide, the widest columns are wrapped', () => {
    expect(text('| a | b |\n|---|---|\n| x | one two three four |\n| y | z |', 20)).toBe(
      lines(
        '┌───┬──────────────┐',
        '│ a │ b            │',
        '├───┼──────────────┤',
        '│ x │ one two      │',
        '│   │ three four   │',
        '├───┼──────────────┤',
        '│ y │ z            │',
        '└───┴──────────────┘',
      ),
    );
  });

  test('too wide, a word is cut only where nothing else will do', () => {
    const weights = '| | recurrent weight | bias |\n|---|---|---|\n| candidate | $W = 0.1$ | 1 |';
    expect(text(weights, 32)).toBe(
      lines(
        '┌───────────┬───────────┬──────┐',
        '│           │ recurrent │ bias │',
        '│           │ weight    │      │',
        '├───────────┼───────────┼──────┤',
        '│ candidate │ W = 0.1   │ 1    │',
        '└───────────┴───────────┴──────┘',
      ),
    );
    expect(text(weights, 24)).toContain('recur');
  });

  test('with too many columns for a grid they become lists', () => {
    expect(text('| aaa | bbb | ccc |\n|---|---|---|\n| 111 | 222 | 333 |\n| 4 | 5 | 6 |', 12)).toBe(
      lines('aaa: 111', 'bbb: 222', 'ccc: 333', '', 'aaa: 4', 'bbb: 5', 'ccc: 6'),
    );
  });
});

describe('blocks', () => {
  test('drawings are kept, and clipped where they must be', () => {
    expect(text('```\n x ──▶ y\n  \t│\n```')).toBe(lines('   x ──▶ y', '        │'));
    expect(text('```\n1234567890abc\n```', 10)).toBe('123456789…');
    expect(text('```\n1234567890\n```', 10)).toBe('1234567890');
  });

  test('a drawing that is clipped is told as well', () => {
    const drawing = '```figure An arrow from x to y\n x ──▶ y\n```';
    expect(text(drawing)).toBe('   x ──▶ y');
    expect(text(drawing, 8)).toBe(' x ──▶ y');
    expect(text(drawing, 7)).toBe(lines(' x ──▶…', 'Figure:', 'An', 'arrow', 'from x', 'to y.'));
  });

  test('quotes have a bar, rules a line', () => {
    expect(text('> one two\n> three\n\n---', 10)).toBe(lines('│ one two', '│ three', '', '──────────'));
  });
});

describe('what could steer a terminal never gets there', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['a\u0007b\u009b1mc', 'abc'],
    ['&#27;[31mx', '[31mx'],
    ['abc\u202edef\u2066', 'abcdef'],
    ['`\u001b]0;title\u0007x`', 'x'],
    ['$\\text{\u001b[2Ja}$', 'a'],
    [r`$\char"1B x$`, 'x'],
  ])('%j', (markdown, expected) => {
    expect(text(markdown)).toBe(expected);
    expect(lineText(renderInline(markdown))).toBe(expected);
  });
});
