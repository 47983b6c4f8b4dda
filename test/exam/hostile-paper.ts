import type { Paper, PaperPart } from '../../src/exam/paper.ts';

/** A paper with a space of every kind, written by somebody who means no good. */

const r = String.raw;

/** Plain text and Markdown that would be something else if it were taken for what it looks like. */
export const HOSTILE = `<script>alert("1")</script> ]]> </style> <img src=x onerror='a()'> & &amp; [go](javascript:alert(1)) ![see](http://example.org/x.png) https://example.org @someone \u202eabc\u202c مرحبا ${r`\(x\)`} ${'w'.repeat(500)} {1:NUMERICAL:=5} {#1}`;

const part = (label: string | null, space: PaperPart['space'], rest: Partial<PaperPart> = {}): PaperPart => ({
  label,
  ask: HOSTILE,
  credits: 1,
  space,
  room: 12,
  answer: `**right** ${HOSTILE}`,
  reasons: [],
  scheme: [],
  mistakes: [],
  ...rest,
});

export function hostilePaper(solutions: boolean): Paper {
  return {
    solutions,
    title: HOSTILE,
    subtitle: HOSTILE,
    code: 'mock.7',
    form: 'A',
    person: { name: `Ada <b> | *x* ${HOSTILE}`, id: '"17"' },
    minutes: 90,
    credits: 6.5,
    pass: 3,
    details: [{ label: 'Room', text: HOSTILE }],
    aids: ['a **pen**', HOSTILE],
    rules: [HOSTILE],
    problems: [
      {
        number: 1,
        title: HOSTILE,
        credits: 6.5,
        story: `${HOSTILE}\n\n| a | b |\n|---|---|\n| $\\|x\\| < 1$ | \`p \\| q\` |\n\n\`\`\`plot ]]>"<\na: 1, 2\n\`\`\``,
        questions: [
          {
            number: '1.1',
            title: 'Single',
            credits: 1,
            stem: 'What is $\\frac{1}{2}$?',
            parts: [part(null, { kind: 'line', note: HOSTILE }, { ask: '', answer: '$0.5$' })],
            solution: null,
          },
          {
            number: '1.2',
            title: HOSTILE,
            credits: 5.5,
            stem: HOSTILE,
            parts: [
              part('a', { kind: 'page', lines: 3 }, { scheme: [{ text: HOSTILE, credits: 1 / 3 }] }),
              part(
                'b',
                {
                  kind: 'boxes',
                  many: true,
                  options: [
                    { label: 'a', text: HOSTILE, right: true },
                    { label: 'b', text: 'no', right: false },
                  ],
                  note: null,
                },
                { reasons: [`**a** is right: ${HOSTILE}`] },
              ),
              part('c', {
                kind: 'grid',
                columns: ['$t = 1$', HOSTILE],
                rows: [
                  { heading: 'gate', cells: ['$7$', HOSTILE] },
                  { heading: null, cells: ['$8$', '$9$'] },
                ],
              }),
              part('d', {
                kind: 'order',
                lines: [
                  { label: '1', text: '$a = ▢$', filled: '$a = 3$', place: 2 },
                  { label: '2', text: HOSTILE, filled: HOSTILE, place: null },
                ],
              }),
              part('e', {
                kind: 'pairs',
                blanks: [{ label: '1', text: HOSTILE, answer: 'b' }],
                options: [
                  { label: 'a', text: HOSTILE },
                  { label: 'b', text: 'the gate' },
                ],
              }),
              part(
                'f',
                { kind: 'line', note: null },
                { mistakes: [{ value: 3, shown: '$3$', tag: 'sign', because: HOSTILE }] },
              ),
            ],
            solution: `Thus ${HOSTILE}\n\n$$x < 3$$`,
          },
        ],
      },
    ],
  };
}
