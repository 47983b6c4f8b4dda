/** Replies to three blanks with the options a–d, of which c, a, b are right: how they are read, refused and marked. Also documentation. */

/** A text and what it is read as. */
export const accepted: readonly (readonly [text: string, readAs: string])[] = [
  // blank and option, between them any sign or none
  ['1=c 2=a 3=b', '1=c 2=a 3=b'],
  ['1c 2a 3b', '1=c 2=a 3=b'],
  ['1c2a3b', '1=c 2=a 3=b'],
  ['1:c, 2:a, 3:b', '1=c 2=a 3=b'],
  ['1: c; 2: a; 3: b', '1=c 2=a 3=b'],
  ['1-c 2-a', '1=c 2=a'],
  ['1 – c', '1=c'],
  ['1→c 2→a', '1=c 2=a'],
  ['1->c 2=>a', '1=c 2=a'],
  ['1) c 2) a', '1=c 2=a'],
  ['1. c\n2. a\n3. b\n', '1=c 2=a 3=b'],
  ['(1, c), (2, a)', '1=c 2=a'],
  ['{"1": "c", "2": "a"}', '1=c 2=a'],
  ['| 1 | c |', '1=c'],
  ['1 = C 2 = A', '1=c 2=a'],
  ['１＝ｃ', '1=c'],
  ['1=c\u200b 2=a', '1=c 2=a'],
  // in any order, an option several times
  ['3=b 1=c', '1=c 3=b'],
  ['1=a 2=a 3=a', '1=a 2=a 3=a'],
  ['1=c 1=c', '1=c'],
  // blanks left empty
  ['2=a', '2=a'],
  ['1=_ 2=a', '2=a'],
  ['1= 2=a 3=', '2=a'],
  ['1=- 2=a', '2=a'],
  ['1=c 1=_', '1=c'],
  // the options alone, in the order of the blanks
  ['c a b', '1=c 2=a 3=b'],
  ['c, a, b', '1=c 2=a 3=b'],
  ['cab', '1=c 2=a 3=b'],
  ['CAB', '1=c 2=a 3=b'],
  ['c ab', '1=c 2=a 3=b'],
  ['c_b', '1=c 3=b'],
  ['c __', '1=c'],
  ['_, _, b', '3=b'],
  ['(c, a, b)', '1=c 2=a 3=b'],
];

/** Nothing chosen is no answer. */
export const empty: readonly string[] = ['', ' \n', '_ _ _', '___', '1=_', '1=_ 2=_'];

const noBlank = (word: string): string => `"${word}" names no blank: they are 1, 2, 3`;
const noOption = (word: string): string => `"${word}" names no option: they are a–d`;
const COUNT = 'there are 3 blanks: name them, such as 1=c 2=a, or give an option for each, _ for none';
const NOTHING = 'choose an option for a blank, such as 1=c 2=a';

/** A text, why it is refused, and at which offset. */
export const rejected: readonly (readonly [text: string, reason: string, position: number])[] = [
  ['4=c', noBlank('4'), 0],
  ['1=c 12=a', noBlank('12'), 4],
  ['0=c', noBlank('0'), 0],
  ['01=c', noBlank('01'), 0],
  ['1=e', noOption('e'), 2],
  ['1=c 2=ab', noOption('ab'), 6],
  ['1=ß', noOption('ß'), 2],
  ['1=c 2+a', noOption('+'), 5],
  ['1=?', noOption('?'), 2],
  ['1=c*', noOption('*'), 3],
  ['1=\u001b[2J', noOption('U+001B'), 2],
  ['1=\ud800', noOption('U+D800'), 2],
  ['c=1', 'say which blank c belongs in, such as 1=c 2=a', 0],
  ['1=c a 2=b', 'say which blank a belongs in, such as 1=c 2=a', 4],
  ['1=c 1=a', 'blank 1 has c already: choose one option for it', 6],
  ['c', COUNT, 0],
  ['c a', COUNT, 0],
  ['c a b d', COUNT, 0],
  ['c,,b', COUNT, 0],
  ['1=', NOTHING, 0],
  ['1 2 3', NOTHING, 0],
  [',', COUNT, 0],
  ['c a x', noOption('x'), 4],
  ['hidden', noOption('hidden'), 0],
  ['c a ∅', noOption('∅'), 4],
  ['x'.repeat(50), noOption(`${'x'.repeat(20)}…`), 0],
  ['1=c '.repeat(501), 'a reply has at most 2000 characters: blank and option, such as 1=c 2=a', 2000],
];

/** A reply, its credit in thirds, the tag of its mistake, the blanks that are right, and its whole comment. */
export const marks: readonly (readonly [
  reply: string,
  thirds: number,
  mistake: string | null,
  cells: string,
  comment: string | null,
])[] = [
  ['1=c 2=a 3=b', 3, null, 'xxx', null],
  ['cab', 3, null, 'xxx', null],
  ['1=c 2=a', 2, null, 'xx-', '- **3** is **b** (meaning b): reason 3'],
  ['1=c 2=a 3=d', 2, null, 'xx-', '- **3** is **b** (meaning b): reason 3'],
  ['1=c 2=c 3=b', 2, null, 'x-x', '- **2** is **a** (meaning a).'],
  [
    '1=d',
    0,
    null,
    '---',
    '- **1** is **c** (meaning c): reason 1\n- **2** is **a** (meaning a).\n- **3** is **b** (meaning b): reason 3',
  ],
  [
    'acb',
    1,
    'swapped',
    '--x',
    '- **1** and **2** are swapped: **1** is **c** (meaning c), and **2** is **a** (meaning a): reason 1',
  ],
  [
    '1=b 3=c',
    0,
    'swapped',
    '---',
    '- **1** and **3** are swapped: **1** is **c** (meaning c), and **3** is **b** (meaning b): reason 1; reason 3\n- **2** is **a** (meaning a).',
  ],
  // all in a circle, and no two swapped
  [
    'abc',
    0,
    null,
    '---',
    '- **1** is **c** (meaning c): reason 1\n- **2** is **a** (meaning a).\n- **3** is **b** (meaning b): reason 3',
  ],
];
