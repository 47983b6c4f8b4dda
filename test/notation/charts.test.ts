import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inAscii } from '../../src/notation/charts/ascii.ts';
import { bars } from '../../src/notation/charts/bars.ts';
import type { Chart } from '../../src/notation/charts/chart.ts';
import { curve } from '../../src/notation/charts/curve.ts';
import { grid } from '../../src/notation/charts/grid.ts';
import { heatMap } from '../../src/notation/charts/heat-map.ts';
import { uprights } from '../../src/notation/charts/uprights.ts';
import { whiskers } from '../../src/notation/charts/whiskers.ts';
import { type Line, lineText, lineWidth } from '../../src/notation/line.ts';

const texts = (lines: readonly Line[]): string[] => lines.map(lineText);
const drawn = ({ lines }: Chart): string[] => texts(lines);

test('draws in a tone of its own, which is not that of code', () => {
  const row = { label: 'a', values: [1], text: '1', words: 'one' };
  const { lines } = bars({ title: 'T', pieces: [], rows: [row] }, 40);
  expect(lines.flat().find(({ text }) => text.includes('█'))?.tone).toBe('chart');
});

describe('a heat map', () => {
  // Monday 2 November to Friday 20 November 2026.
  const counts = [0, 1, 0, 0, 0, 0, 0, 5, 0, 0, 8, 0, 0, 2, 0, 0, 0, 3, 4];
  const map = heatMap({ first: '2026-11-02', counts, unit: 'answers' }, 80);

  test('has a column for each week, Monday first, and a shade for each quarter of the most', () => {
    expect(drawn(map)).toEqual([
      '    Nov',
      'Mon · ▓ ·',
      'Tue ░ · ·',
      'Wed · · ·',
      'Thu · █ ▒',
      'Fri · · ▒',
      'Sat · ·',
      'Sun · ░',
      '    · no answers   ░ 1–2   ▒ 3–4   ▓ 5–6   █ 7–8',
    ]);
  });

  test('is one sentence to listeners', () => {
    expect(map.words).toBe('Calendar of 3 weeks up to 2026-11-20: 6 days with answers, at most 8 on 2026-11-12.');
    expect(heatMap({ first: '2026-11-16', counts: [0], unit: 'answers' }, 80).words).toBe(
      'Calendar of 1 week up to 2026-11-16: 0 days with answers.',
    );
  });

  test('keeps the newest weeks where there is no room for all', () => {
    const narrow = drawn(heatMap({ first: '2026-11-02', counts, unit: 'answers' }, 7));
    expect(narrow.slice(0, 8)).toEqual([
      '    Nov',
      'Mon ▓ ·',
      'Tue · ·',
      'Wed · ·',
      'Thu █ ▒',
      'Fri · ▒',
      'Sat ·',
      'Sun ░',
    ]);
  });

  test('names each month above the week that it begins in', () => {
    const [months = '', monday = ''] = drawn(
      heatMap({ first: '2026-08-31', counts: Array.from({ length: 7 * 12 }, () => 0), unit: 'answers' }, 80),
    );
    // 1 September, 1 October and 1 November 2026 are in the weeks of 31 August, 28 September and 26 October.
    expect(months).toBe('    Sep     Oct     Nov');
    expect(monday).toBe(`Mon ${'· '.repeat(12).trimEnd()}`);
  });
});

describe('lying bars', () => {
  const rows = [
    { label: 'cnn', values: [4, 2, 2], text: '4 / 2 / 2', words: '4 known, 2 learning, 2 unseen' },
    { label: 'rnn', values: [0, 1, 3], text: '0 / 1 / 3', words: '0 known, 1 learning, 3 unseen' },
  ];
  const chart = bars({ title: 'Topics', pieces: ['known', 'learning', 'unseen'], rows }, 32);

  test('are as long as their values, piece by piece', () => {
    expect(drawn(chart)).toEqual([
      'cnn  ████████▒▒▒▒····  4 / 2 / 2',
      'rnn  ▒▒······          0 / 1 / 3',
      '     █ known   ▒ learning   · unseen',
    ]);
    expect(chart.words).toBe('Topics: cnn: 4 known, 2 learning, 2 unseen; rnn: 0 known, 1 learning, 3 unseen.');
  });

  test('are left out where there is no room, and their numbers stay', () => {
    expect(drawn(bars({ title: 'Topics', pieces: ['known', 'learning', 'unseen'], rows }, 18))).toEqual([
      'cnn  4 / 2 / 2',
      'rnn  0 / 1 / 3',
    ]);
  });

  test('show whatever is more than nothing', () => {
    const few = [
      { label: 'a', values: [1000], text: '1000', words: '1000' },
      { label: 'b', values: [1], text: '1', words: '1' },
      { label: 'c', values: [0], text: '0', words: '0' },
    ];
    expect(drawn(bars({ title: 'Few', pieces: [], rows: few }, 20)).map(line => line.split('█').length - 1)).toEqual([
      11, 1, 0,
    ]);
  });
});

describe('standing bars', () => {
  const chart = uprights(
    {
      title: 'Due',
      values: [4, 0, 2, 1],
      ticks: [
        { at: 0, text: 'today' },
        { at: 2, text: 'Sun' },
        { at: 3, text: 'Mon' },
      ],
    },
    40,
  );

  test('are as high as their values, with names below where there is room for them', () => {
    expect(drawn(chart)).toEqual(['4┤█', ' ┤█', ' ┤█   █', ' ┤█   █ █', '0└────────', '  today Mon']);
    expect(chart.words).toBe('Due: from today 4, 0; from Sun 2; from Mon 1.');
  });

  test('have half rows, and show whatever is more than nothing', () => {
    expect(drawn(uprights({ title: 'Due', values: [12, 3, 1], ticks: [] }, 40))[4]).toBe('  ┤█ ▄');
    expect(drawn(uprights({ title: 'Due', values: [1000, 1], ticks: [] }, 40))[5]).toBe('    ┤█ ▄');
  });

  test('are left out at the end where there is no room', () => {
    expect(drawn(uprights({ title: 'Due', values: [1, 1, 1, 1, 1, 1], ticks: [] }, 6))[0]).toBe('1┤████');
  });
});

describe('shares with their intervals', () => {
  const rows = [
    { label: 'cnn', low: 0.6, value: 0.8, high: 0.9, predicted: 1, text: '80 %' },
    { label: 'rnn', low: 0.5, value: 0.7, high: 0.8, predicted: 0.7, text: '70 %' },
    { label: 'all', low: 0.9, value: 1, high: 1, predicted: null, text: '100 %' },
  ];
  const chart = whiskers({ title: 'Retention', rows }, 33);

  test('stand on one axis', () => {
    expect(drawn(chart)).toEqual([
      'cnn      ├───────o───┤   x  80 %',
      'rnn  ├───────8───┤          70 %',
      'all                  ├───o  100 %',
      '     └───────────────────┘',
      '     50 %            100 %',
    ]);
  });

  test('are told to listeners, and their signs to readers where there is room', () => {
    expect(chart.words).toBe('Retention: cnn 80 %; rnn 70 %; all 100 %.');
    expect(drawn(whiskers({ title: 'Retention', rows }, 100)).at(-1)).toContain('o recalled');
  });

  test('are numbers alone where there is no room', () => {
    expect(drawn(whiskers({ title: 'Retention', rows }, 18))).toEqual(['cnn  80 %', 'rnn  70 %', 'all  100 %']);
  });
});

describe('a curve', () => {
  test('begins at 0 and ends at the newest point', () => {
    const chart = curve({ title: 'Lead', axis: 'answers', series: [{ name: 'average', values: [1, 2, 4] }] }, 40);
    const lines = drawn(chart as Chart);
    expect(lines[0]).toBe('Lead');
    expect(lines.some(line => /^ *4(\.0)?┤ .*[─╭]$/.test(line))).toBe(true);
    expect(lines.some(line => /^ *0(\.0)?┤[─╯]/.test(line))).toBe(true);
    expect(chart?.words).toBe('Lead: average ends at 4 after 3 answers, between 0 and 4 on the way.');
  });

  test('is thinned, and keeps the newest point', () => {
    const values = Array.from({ length: 205 }, (_, i) => i + 1);
    const lines = drawn(curve({ title: 'Lead', axis: 'answers', series: [{ name: 'average', values }] }, 80) as Chart);
    // Every sixth of 205, counted back from the last: the first of them is the first.
    expect(lines.at(-2)).toMatch(/^ *1 .* answers$/);
    const marks = lines.at(-3) ?? '';
    expect(1 + 6 * (marks.split('┴').length - 1)).toBe(205);
  });

  test('is none of nothing, nor without room', () => {
    expect(curve({ title: 'Lead', axis: 'answers', series: [{ name: 'average', values: [] }] }, 80)).toBeNull();
    expect(curve({ title: 'Lead', axis: 'answers', series: [] }, 80)).toBeNull();
    expect(curve({ title: 'Lead', axis: 'answers', series: [{ name: 'a', values: [1, 2, 3] }] }, 4)).toBeNull();
  });
});

test('a grid sets numbers to the right, words to the left, and cuts only what may be cut', () => {
  const rows = [
    ['1', 'cnn', 'A long title'],
    ['12', 'attention', 'Short'],
  ];
  const head = ['n', 'topic'];
  expect(texts(grid({ head, rows, words: [1, 2], isCut: true }, 20))).toEqual([
    ' n  topic',
    ' 1  cnn        A lo…',
    '12  attention  Short',
  ]);
  expect(texts(grid({ head: ['', ''], rows, words: [1, 2] }, 10))).toEqual([
    ' 1  cnn        A long title',
    '12  attention  Short',
  ]);
});

describe('every chart', () => {
  const count = fc.nat({ max: 40 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const label = fc.constantFrom('cnn', 'optimization', '');
  const width = fc.integer({ min: 20, max: 120 });
  const charts: fc.Arbitrary<(width: number) => Chart> = fc.oneof(
    fc
      .array(count, { minLength: 1, maxLength: 200 })
      .map(counts => (room: number) => heatMap({ first: '2026-05-25', counts, unit: 'answers' }, room)),
    fc
      .array(count, { minLength: 1, maxLength: 40 })
      .map(values => (room: number) => uprights({ title: 'Due', values, ticks: [{ at: 0, text: 'today' }] }, room)),
    fc
      .array(fc.record({ label, values: fc.array(count, { maxLength: 3 }) }), { maxLength: 6 })
      .map(
        rows => (room: number) =>
          bars(
            { title: 'Topics', pieces: [], rows: rows.map(row => ({ ...row, text: 'text', words: 'words' })) },
            room,
          ),
      ),
    fc.array(fc.tuple(label, share, share, share, fc.option(share)), { maxLength: 6 }).map(
      rows => (room: number) =>
        whiskers(
          {
            title: 'Shares',
            rows: rows.map(([name, a, b, c, predicted]) => {
              const [low = 0, value = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
              return { label: name, low, value, high, predicted, text: '1 %' };
            }),
          },
          room,
        ),
    ),
  );

  test('fits its width, but for a legend, and is one paragraph to listeners', () => {
    fc.assert(
      fc.property(charts, width, (draw, room) => {
        const { lines, words } = draw(room);
        const body = lines.filter(line => !/no answers/.test(lineText(line)));
        for (const line of body) expect(lineWidth(line)).toBeLessThanOrEqual(room);
        expect(words).toMatch(/^[^\n]+\.$/);
      }),
    );
  });

  test('can be drawn in ASCII, sign for sign', () => {
    fc.assert(
      fc.property(charts, width, (draw, room) => {
        const { lines } = draw(room);
        const plain = inAscii(lines);
        expect(plain.map(lineWidth)).toEqual(lines.map(lineWidth));
        expect(texts(plain).join('\n')).toMatch(/^[\n -~]*$/);
        // Shades that differ still do.
        const signs = new Set(
          texts(lines)
            .join('')
            .match(/[·░▒▓█]/g),
        );
        const standIns = new Set(texts(inAscii([[{ text: [...signs].join('') }]])).join(''));
        expect(standIns.size).toBe(signs.size);
      }),
    );
  });
});
