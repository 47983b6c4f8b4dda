import { ANSWER_FIELDS, KIND_NAMES } from '../../src/answers/authors.ts';
import { question } from './support.ts';

/** Broken question files and what their authors are told: `line: key: remedy`. */

const A = 'vars: { a: { given: 1, int: [1, 9] } }\n';
const ONE = 'answer: { number: 1 }\n';
const OPTIONS = 'Which?\n\n- [x] this\n- [ ] that';
const KINDS = `needs exactly one kind of answer: ${KIND_NAMES.join(', ')}`;
const DRAWS = 'needs exactly one of pick: [values], int: [lowest, highest] or real: [lowest, highest]';
const ANSWERS = 'front matter: needs exactly one of answer: (one answer) or parts: (a list of them)';
const NEEDS_OPTIONS =
  'needs its options in the body: a list of "- [x] right" and "- [ ] wrong", at least two and at least as many as show';
const QUOTES = 'Formulas with { } [ ] , : # need quotes';

const EIGHT = `Which?\n\n${[...'pqrstuvw'].map(letter => `- [x] ${letter}`).join('\n')}`;

export const broken: readonly (readonly [what: string, content: string, ...problems: string[]])[] = [
  [
    'more options than letters that are free',
    question('answer: { choice: many }', EIGHT),
    '9:7: choice: at most 7 options fit on the screen at once: say with show: how many of these 8 are drawn',
  ],
  // lines and pairs
  ['an order without lines', question('answer: { order: {} }'), '4:11: answer.order: needs its lines: name: line'],
  [
    'lines without names',
    question('answer: { order: [p, q, r] }'),
    '4:11: answer.order: must map the names of lines to lines',
  ],
  [
    'two pieces to be hidden in one line',
    question("answer: { order: { p: x, q: '[[a]] + [[b]]', r: z } }"),
    '4:23: order: q has two pieces in [[ ]]: only one of a line can be hidden',
  ],
  [
    'a real among more numbers than there are',
    question('vars: { a: { given: 1, real: [-1.0e300, 1.0e300], digits: 9 } }\nanswer: { number: a }'),
    '4:9: vars.a: real: so many different numbers cannot be drawn: take a smaller range or fewer digits',
  ],
  [
    'a decoy that rests on lines',
    question('answer: { order: { p: x, q: y, r: z, d: { line: w, decoy: wrong, after: [p] } } }'),
    '4:38: answer.order.d: a decoy rests on nothing: leave out after:',
  ],
  ...['0', '-2', '1.5', '100', 'x'].map((blank): readonly [string, string, string] => [
    `a blank numbered ${blank}`,
    question(`answer: { match: [{ blank: ${blank}, is: p }, { blank: 1, is: q }] }`),
    '4:28: answer.match.0.blank: blanks are numbered: 1, 2, 3 …',
  ]),
  [
    'one term twice',
    question('answer: { match: [{ text: x, is: p }, { text: y, is: q }, { text: x, is: r }] }'),
    '4:67: match: two pairs have the same text: say what tells them apart',
  ],
  [
    'an option that belongs to nothing and to a term',
    question('answer: { match: [{ text: x, is: p }, { text: y, is: q }], extra: [q] }'),
    '4:68: match: extra: this option belongs to a pair: leave it out here',
  ],
  // the file as a whole
  ['no front matter', 'title: x\n', '1: a question begins with front matter between two lines of ---'],
  [
    'front matter that never ends',
    '---\ntitle: x\n',
    '1: a question begins with front matter between two lines of ---',
  ],
  ['empty front matter', '---\n---\nBody\n', '2: front matter: must be a mapping of keys to values'],
  ['front matter that is a word', '---\nhello\n---\n', '2: front matter: must be a mapping of keys to values'],
  ['nothing but a title', '---\ntitle: x\n---\n', '2: topics: is missing'],
  [
    'YAML that is none',
    question('vars:\n  a: 1\n b: 2\n'),
    `6:1: the front matter is not valid YAML: All mapping items must start at the same column. ${QUOTES}`,
  ],
  [
    'a colon in a text without quotes',
    question(`${ONE}mistakes:\n  - { value: 2, because: no: never }`),
    `6:26: the front matter is not valid YAML: Block collections are not allowed within flow collections. ${QUOTES}`,
  ],
  [
    'a key twice',
    question(`${A}${A}${ONE}`),
    `5:1: the front matter is not valid YAML: Map keys must be unique. ${QUOTES}`,
  ],
  [
    'an alias of nothing',
    question(`vars: { a: *b }\n${ONE}`),
    '2: the front matter uses aliases (*name) that do not exist or too many of them: write the values out',
  ],
  [
    'aliases that multiply',
    question('a: &a [1, 1]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c]'),
    '2: the front matter uses aliases (*name) that do not exist or too many of them: write the values out',
  ],
  // keys
  ['a misspelt key', question('anwser: { number: 1 }'), '4:1: anwser: is not a key here: did you mean answer?'],
  [
    'a misspelt key further in',
    question('answer: { number: 1, tolerence: 1% }'),
    '4:22: answer.tolerence: is not a key here: did you mean tolerance?',
  ],
  [
    'a misspelt key in a list',
    question(`${ONE}mistakes:\n  - { value: 2, because: so }\n  - { value: 3, becuase: so }`),
    '7:5: mistakes.1.because: is missing',
    '7:17: mistakes.1.becuase: is not a key here: did you mean because?',
  ],
  [
    'a key like no other',
    question(`${ONE}colour: red`),
    '5:1: colour: is not a key here; the keys are title, topics, source, credits, minutes, requires, fewer, allow, vars, where, let, answer, parts, mistakes',
  ],
  [
    'a comma in a formula in braces',
    question(`${A}answer: { number: max(a, 2) }`),
    `5:26: answer.2): is not a key here (a formula with a comma inside { } needs quotes); the keys are ${Object.keys(ANSWER_FIELDS).join(', ')}`,
  ],
  [
    'a comma in a step in braces',
    question(`${A}let: { b: { is: max(a, 2), tex: b } }\n${ONE}`),
    '5:24: let.b.2): is not a key here (a formula with a comma inside { } needs quotes); the keys are tex, is, why',
  ],
  // types
  [
    'a title that is a list',
    '---\ntitle: [1]\ntopics: [a]\nanswer: { number: 1 }\n---\n',
    '2:1: title: must be text: the title of the question',
  ],
  [
    'an empty title',
    '---\ntitle: " "\ntopics: [a]\nanswer: { number: 1 }\n---\n',
    '2:8: title: must not be empty: the title of the question',
  ],
  [
    'topics that are no list',
    '---\ntitle: x\ntopics: cnn\nanswer: { number: 1 }\n---\n',
    '3:9: topics: must be a list, such as [cnn/parameters]',
  ],
  [
    'a topic in capitals',
    '---\ntitle: x\ntopics: [CNN]\nanswer: { number: 1 }\n---\n',
    '3:10: topics.0: topics are lower-case, such as cnn/parameters',
  ],
  ['credits in words', question(`credits: two\n${ONE}`), '4:10: credits: must be a number'],
  ['no credits', question(`credits: 0\n${ONE}`), '4:10: credits: must be greater than 0'],
  [
    'a formula that is true',
    question('answer: { number: true }'),
    '4:19: answer.number: must be a formula, such as (1 - beta1) * g',
  ],
  // draws
  ['a draw that is a number', question(`vars: { a: 1 }\n${ONE}`), '4:12: vars.a: must be a mapping of keys to values'],
  ['a draw without a given value', question(`vars: { a: { pick: [1] } }\n${ONE}`), '4:9: vars.a.given: is missing'],
  ['a draw of nothing', question(`vars: { a: { given: 1 } }\n${ONE}`), `4:9: vars.a: ${DRAWS}`],
  [
    'two draws in one',
    question(`vars:\n  a:\n    given: 1\n    pick: [1]\n    int: [1, 2]\n${ONE}`),
    `5:3: vars.a: ${DRAWS}`,
  ],
  [
    'a real without digits',
    question(`vars: { a: { given: 1, real: [0, 1] } }\n${ONE}`),
    '4:9: vars.a: real: needs digits, the number of decimals',
  ],
  [
    'a range upside down',
    question(`vars: { a: { given: 1, int: [2, 1] } }\n${ONE}`),
    '4:24: vars.a.int: the lowest value comes first',
  ],
  [
    'a range of three',
    question(`vars: { a: { given: 1, int: [1, 2, 3] } }\n${ONE}`),
    '4:36: vars.a.int.2: must be [lowest, highest]',
  ],
  [
    'an int between fractions',
    question(`vars: { a: { given: 1, int: [0.5, 3] } }\n${ONE}`),
    '4:30: vars.a.int.0: must be whole numbers; for others use real',
  ],
  [
    'a step without an int',
    question(`vars: { a: { given: 1, pick: [1], step: 2 } }\n${ONE}`),
    '4:9: vars.a: step goes with int, and digits with real',
  ],
  [
    'a given value of another shape',
    question(`vars: { a: { given: 1, int: [1, 2], shape: [2] } }\n${ONE}`),
    '4:9: vars.a: given must have this shape',
  ],
  [
    'a name that begins with a digit',
    question(`vars: { 1a: { given: 1, int: [1, 2] } }\n${ONE}`),
    '4:9: vars.1a: names are a letter, then letters, digits or _',
  ],
  [
    'a word of the language as a name',
    question(`vars: { and: { given: 1, int: [1, 2] } }\n${ONE}`),
    '4:9: vars.and: this word means something else: choose another name',
  ],
  // answers
  ['no answer', question('credits: 1'), `2: ${ANSWERS}`],
  ['answer and parts', question(`${ONE}parts: [{ ask: x, number: 1 }]`), `2: ${ANSWERS}`],
  ['two kinds of answer in one', question('answer: { number: 1, choice: one }'), `4:1: answer: ${KINDS}`],
  ['an answer of no kind', question('answer: { tex: x }'), `4:1: answer: ${KINDS}`],
  ['a part of no kind', question('parts:\n  - { ask: x, number: 1 }\n  - { ask: y }'), `6:5: parts.1: ${KINDS}`],
  ['a part that asks nothing', question('parts:\n  - { number: 1 }'), '5:5: parts.0.ask: is missing'],
  [
    'a choice in other words',
    question('answer: { choice: single }', OPTIONS),
    '4:19: answer.choice: must be one (exactly one right option) or many (any number of them)',
  ],
  [
    'a tolerance in other words',
    question('answer: { number: 1, tolerance: about }'),
    '4:33: answer.tolerance: must be one of exact, 1%, 0.01, 3 digits or 2 decimals',
  ],
  [
    'a tolerance of a choice',
    question('answer: { choice: one, tolerance: 1% }', OPTIONS),
    '4:1: answer: tolerance: does not go with choice',
  ],
  ['a choice without options', question('answer: { choice: one }'), `4:19: answer.choice: ${NEEDS_OPTIONS}`],
  [
    'fewer options than shown',
    question('answer: { choice: one, show: 3 }', OPTIONS),
    `4:19: answer.choice: ${NEEDS_OPTIONS}`,
  ],
  [
    'options only for the first of two choices',
    question('parts:\n  - { ask: x, choice: one }\n  - { ask: y, choice: one }', OPTIONS),
    `6:23: parts.1.choice: ${NEEDS_OPTIONS}`,
  ],
  [
    'options without a choice',
    question(ONE, OPTIONS),
    '9:7: these options belong to no part: answer: { choice: one|many } is missing',
  ],
  [
    'no right option',
    question('answer: { choice: one }', 'Which?\n\n- [ ] this\n- [ ] that'),
    '9:7: choice: one needs a right option, marked [x]',
  ],
  [
    'two right options of one',
    question('answer: { choice: one }', 'Which?\n\n- [x] this\n- [x] that'),
    '9:7: the given variant: part a: two options read alike, or the number of right ones does not fit',
  ],
  [
    'two parts of one name',
    question('parts:\n  - { name: p, ask: x, number: 1 }\n  - { name: p, ask: y, number: 2 }'),
    '6:21: parts: two are called "p": rename one',
  ],
  [
    'a list as the answer',
    question('answer: { number: [1, 2] }'),
    '4:19: part a: the answer is a list, and a number is asked for',
  ],
  // names and formulas
  [
    'a step with the name of a variable',
    question(`${A}let: { a: a + 1 }\n${ONE}`),
    '5:11: let.a: a variable has this name already; each name is assigned once',
  ],
  ['a formula that breaks off', question(`${A}answer:\n  number: a +`), '6:14: "a +": something is missing after "+"'],
  ['a step that breaks off', question(`${A}let:\n  b: (a\n${ONE}`), '6:6: "(a": "(" is never closed'],
  ['a step without a formula', question(`let: { b: { tex: b } }\n${ONE}`), '4:8: let.b.is: is missing'],
  [
    'a step that is true',
    question(`let: { b: true }\n${ONE}`),
    '4:11: let.b: must be a formula, or { is: FORMULA } with tex: and why:',
  ],
  [
    'a condition that breaks off',
    question(`${A}where:\n  - a > 0\n  - a >\n${ONE}`),
    '7:8: "a >": something is missing after ">"',
  ],
  ['an unknown name', question(`${A}answer: { number: a + ab }`), '5:23: "a + ab": unknown name "ab": did you mean a?'],
  [
    'an unknown function',
    question(`${A}answer: { number: conv_param(a) }`),
    '5:19: "conv_param(a)": unknown function "conv_param": did you mean conv_params?',
  ],
  [
    'a division by the given zero',
    question('vars: { a: { given: 0, int: [0, 9] } }\nanswer: { number: 1 / a }'),
    '5:21: "1 / a": division by zero',
  ],
  [
    'given values that break a condition',
    question(`${A}where: a > 1\n${ONE}`),
    '5:8: the given values: "a > 1" does not hold',
  ],
  // the body
  [
    'a formula in the text that breaks off',
    question(ONE, 'One\ntwo\n\n$x = {{1 +}}$'),
    '10:11: "1 +": something is missing after "+"',
  ],
  ['an unknown name in the text', question(ONE, 'One\ntwo {{b}}'), '8:7: "b": unknown name "b"'],
  ['a formula in the hint', question(ONE, 'One\n\n## Hint\n\ntwo\n{{(}}'), '12:4: "(": something is missing after "("'],
  [
    'a formula in the solution',
    question(ONE, 'One\n## Hint\nx\n## Solution\n{{steps}}\n{{*}}'),
    '12:3: "*": "*" is not expected here',
  ],
  [
    'a formula in the reason of an option',
    question('answer: { choice: one }', 'Which?\n\n- [x] this\n  because\n  {{2 *}}\n- [ ] that'),
    '11:8: "2 *": something is missing after "*"',
  ],
  [
    'a formula in a box',
    question('answer: { choice: many }', 'Which?\n\n- [1 <] this\n- [ ] that'),
    '9:7: "1 <": something is missing after "<"',
  ],
  [
    'a section of another name',
    question(ONE, 'One\n\n## Answer\nx'),
    '9: "## Answer" is no section of a question: use ## Hint or ## Solution',
  ],
  [
    'a section twice',
    question(ONE, 'One\n## Hint\nx\n## Hint\ny'),
    '10: "## Hint" stands here a second time: join the two',
  ],
  // mistakes
  ['a mistake without a reason', question(`${ONE}mistakes:\n  - { value: 3 }`), '6:5: mistakes.0.because: is missing'],
  [
    'a mistake of both forms',
    question(`${ONE}mistakes:\n  - { value: 3, instead: { a: 1 }, because: so }`),
    '6:5: mistakes.0: needs exactly one of value: FORMULA or instead: { step: FORMULA }',
  ],
  [
    'a value that could belong to two parts',
    question('parts:\n  - { ask: x, number: 1 }\n  - { ask: y, number: 2 }\nmistakes:\n  - { value: 3, because: so }'),
    '8:5: mistakes: say which part the value belongs to with part: (a, b)',
  ],
  [
    'a mistake of an unknown part',
    question('parts:\n  - { ask: x, number: 1 }\nmistakes:\n  - { value: 3, because: so, part: q }'),
    '7:5: mistakes: "q" is not a part whose mistakes can be recognised; those are a',
  ],
  [
    'a mistake of a choice',
    question('answer: { choice: one }\nmistakes:\n  - { value: 3, because: so }', OPTIONS),
    '6:5: mistakes: say which part the value belongs to with part: (no part can have one)',
  ],
  [
    'a mistake that is a list',
    question(`${ONE}mistakes:\n  - { value: [1, 2], because: so }`),
    '6:14: "[1, 2]": this is a list of shape (2), and the answer a single number',
  ],
  [
    'a mistake in place of nothing',
    question('let: { m: 2 }\nanswer: { number: m }\nmistakes:\n  - { instead: { mm: 1 }, because: so }'),
    '7:22: instead.mm: no answer rests on a step or variable of this name; they are m',
  ],
  [
    'a mistake of another shape',
    question(
      'vars: { x: { given: [1, 2], int: [1, 2], shape: [2] } }\nanswer: { number: sum(x) }\nmistakes:\n  - { instead: { x: "[1, 2, 3]" }, because: so }',
    ),
    '7:22: "[1, 2, 3]": "x" has shape (2) and its replacement (3)',
  ],
];
