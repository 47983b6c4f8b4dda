/** Replies to `adam` of case.ts: how they are read, refused and marked. Also documentation. */

/** A text and what it is read as. */
export const accepted: readonly (readonly [text: string, readAs: string])[] = [
  // the labels in order, between any signs of a list
  ['6 3 1 5 2', '6 3 1 5 2'],
  ['6,3,1,5,2', '6 3 1 5 2'],
  ['6, 3, 1, 5, 2', '6 3 1 5 2'],
  ['6; 3; 1; 5; 2', '6 3 1 5 2'],
  ['6 > 3 > 1 > 5 > 2', '6 3 1 5 2'],
  ['6>3>1>5>2', '6 3 1 5 2'],
  ['6 → 3 → 1 → 5 → 2', '6 3 1 5 2'],
  ['6->3->1->5->2', '6 3 1 5 2'],
  ['6 => 3 => 1', '6 3 1'],
  ['6 ⇒ 3 –> 1', '6 3 1'],
  ['6\n3\n1\n5\n2\n', '6 3 1 5 2'],
  ['6\t3\u00a01\u20095', '6 3 1 5'],
  ['(6, 3, 1, 5, 2)', '6 3 1 5 2'],
  ['[6, 3, 1]', '6 3 1'],
  ['6. 3. 1.', '6 3 1'],
  ['6) 3) 1)', '6 3 1'],
  ['63152', '6 3 1 5 2'],
  ['63 152', '6 3 1 5 2'],
  ['６３１', '6 3 1'],
  ['６，３；１', '6 3 1'],
  ['6 \u200b3 1', '6 3 1'],
  // lines may be left out
  ['6', '6'],
  ['4', '4'],
  // blanks behind bars
  ['6 3 1 5 2 | 1: beta_1^t | 5: (1-beta_2) g_t^2', '6 3 1 5 2 | 1: beta_1^t | 5: (1-beta_2) g_t^2'],
  ['63152|5:(1-β₂)g²|1:β₁', '6 3 1 5 2 | 1: β₁ | 5: (1-β₂)g²'],
  ['6 3 | 1 :  beta_1 ^ t  ', '6 3 | 1: beta_1 ^ t'],
  ['6 3 ｜ １： x', '6 3 | 1: x'],
  ['6 3 || 1: x', '6 3 | 1: x'],
  ['6 3 | 1: |x| | 5: |y|', '6 3 | 1: |x| | 5: |y|'],
  ['6 3 | 1: a: b', '6 3 | 1: a: b'],
  ['6 3 | 1:\n x\n y', '6 3 | 1: x y'],
  ['6 3 | 1: x\u200by', '6 3 | 1: x y'],
  ['6 3 |', '6 3'],
  ['6 3 | 1:', '6 3'],
  ['6 3 | 1: | 5: y', '6 3 | 5: y'],
];

const noLine = (word: string): string => `"${word}" names no line: they are 1–6`;
const notInOrder = (word: string): string => `${noLine(word)}; give them in order, such as 3 1 2`;

/** A text, why it is refused, and at which offset. */
export const rejected: readonly (readonly [text: string, reason: string, position: number])[] = [
  ['7', notInOrder('7'), 0],
  ['6 3 9', notInOrder('9'), 4],
  ['0', notInOrder('0'), 0],
  ['06', notInOrder('06'), 0],
  ['6 37', notInOrder('37'), 2],
  ['-6', notInOrder('-6'), 0],
  ['6-3', notInOrder('6-3'), 0],
  ['6 < 3', notInOrder('<'), 2],
  ['first 6', notInOrder('first'), 0],
  ['gradient', notInOrder('gradient'), 0],
  ['6 + 3', notInOrder('+'), 2],
  ['\u001b[2J', notInOrder('U+001B'), 0],
  ['6 \ud800', notInOrder('U+D800'), 2],
  ['x'.repeat(50), notInOrder(`${'x'.repeat(20)}…`), 0],
  ['6 3 6', 'line 6 stands twice: name each line once', 4],
  ['6 3136', 'line 3 stands twice: name each line once', 4],
  [', ;', 'name the lines in order, such as 3 1 2', 0],
  ['| 1: x', 'name the lines in order, such as 3 1 2', 0],
  ['6 3 | x', 'say which line a blank is in, such as 3 1 2 | 2: beta', 5],
  ['6 3 | x | 1: y', 'say which line a blank is in, such as 3 1 2 | 2: beta', 5],
  ['6 3 | 7: x', noLine('7'), 6],
  ['6 3 | 1: x | 12: y', noLine('12'), 13],
  ['6 3 | 2: x', 'line 2 has no blank: fill in 1, 5', 6],
  ['6 3 | 1: x | 1: y', 'the blank of line 1 is filled twice: fill it once', 13],
  ['6 3 | 1: x\u0007', 'U+0007 cannot stand in a blank: leave it out', 10],
  [`6 | 1: ${'x'.repeat(151)}`, 'the blanks take at most 150 characters in all: write less', 6],
  [
    `6 | 1: ${'x'.repeat(100)} | 5: ${'y'.repeat(51)}`,
    'the blanks take at most 150 characters in all: write less',
    112,
  ],
  ['6 '.repeat(1001), 'a reply has at most 2000 characters: the lines in order, such as 3 1 2', 2000],
];

const FILLED = '| 1: beta_1^t | 5: (1-beta_2) g_t^2';

/** A reply, its credit, the tag of its mistake, and its whole comment. */
export const marks: readonly (readonly [
  reply: string,
  credit: number,
  mistake: string | null,
  comment: string | null,
])[] = [
  // every right order, and every way to write what is hidden
  [`6 3 1 5 2 ${FILLED}`, 1, null, null],
  [`6 3 5 1 2 ${FILLED}`, 1, null, null],
  [`6 5 3 1 2 ${FILLED}`, 1, null, null],
  ['63152 | 1: β₁ᵗ | 5: (1−β₂)·g_t²', 1, null, null],
  ['63152 | 1: \\beta_1^{t} | 5: (1-\\beta_2) g_t^{2}', 1, null, null],
  ['63152 | 1: beta1**t | 5: (1 − β₂) · g_t²', 1, null, null],
  // one line to move
  [
    `6 1 3 5 2 ${FILLED}`,
    0.8,
    'order: unbiased',
    '- Line **1** stands before line **3**, on which it rests: it corrects the moment',
  ],
  [`3 6 1 5 2 ${FILLED}`, 0.8, 'order: first moment', '- Line **3** stands before line **6**, on which it rests.'],
  [
    `6 3 1 2 5 ${FILLED}`,
    0.8,
    'order: step',
    '- Line **2** stands before line **5**, on which it rests: it uses **both** moments',
  ],
  [
    `3 1 5 2 6 ${FILLED}`,
    0.8,
    'order: first moment',
    '- Line **3** stands before line **6**, on which it rests.\n- Line **1** stands before line **6**, on which it rests: it corrects the moment\n- Line **5** stands before line **6**, on which it rests: it squares the gradient',
  ],
  // a line too many, a line missing
  [`6 3 4 1 5 2 ${FILLED}`, 0.8, 'order: no decay', '- Line **4** does not belong: nothing is ever forgotten'],
  [`6 3 1 2 ${FILLED}`, 0.8, null, '- Line **5** is missing.'],
  [`3 1 5 ${FILLED}`, 0.6, null, '- Lines **2** and **6** are missing.'],
  ['6', 0.2, null, '- Lines **1**, **2**, **3** and **5** are missing.'],
  [
    '4',
    0,
    'order: no decay',
    '- Line **4** does not belong: nothing is ever forgotten\n- Lines **1**, **2**, **3**, **5** and **6** are missing.',
  ],
  [
    '2 1',
    0.1,
    'order: step',
    '- Line **2** stands before line **1**, on which it rests: it uses **both** moments\n- The blank of line **1** should read $\\beta_1^t$.\n- Lines **3**, **5** and **6** are missing.',
  ],
  // a line that rests on another through a third
  [
    '2 6',
    0.2,
    'order: step',
    '- Line **2** stands before line **6**, on which it rests: it uses **both** moments\n- Lines **1**, **3** and **5** are missing.',
  ],
  // blanks: half a line each
  ['63152 | 1: beta_1^t', 0.9, 'blank: second moment', '- The blank of line **5** should read $(1 - \\beta_2) g_t^2$.'],
  [
    '63152 | 1: beta_2^t | 5: (1-beta_2) g_t^2',
    0.9,
    'blank: unbiased',
    '- The blank of line **1** should read $\\beta_1^t$.',
  ],
  [
    '63512',
    0.8,
    'blank: second moment',
    '- The blank of line **5** should read $(1 - \\beta_2) g_t^2$.\n- The blank of line **1** should read $\\beta_1^t$.',
  ],
  [
    '63152 | 1: $',
    0.8,
    'blank: unbiased',
    '- The blank of line **1** should read $\\beta_1^t$.\n- The blank of line **5** should read $(1 - \\beta_2) g_t^2$.',
  ],
  // all at once: the first three of what is wrong
  [
    '2 4 5 1 3 6',
    0,
    'order: step',
    '- Line **2** stands before line **5**, on which it rests: it uses **both** moments\n- Line **4** does not belong: nothing is ever forgotten\n- Line **5** stands before line **6**, on which it rests: it squares the gradient',
  ],
];
