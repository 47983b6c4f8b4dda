import fc from 'fast-check';
import { fieldsOf } from '../../src/compute/fields.ts';
import type { LibraryFunction } from '../../src/compute/library/function.ts';
import type { Parameter } from '../../src/compute/library/parameters.ts';
import { library } from '../../src/compute/library.ts';
import type { Tensor } from '../../src/compute/tensor.ts';
import { LanguageError } from '../../src/language/error.ts';
import { buildAuthor, parseAuthor, readTensor } from '../../src/language/evaluate.ts';
import { studentFunctions } from '../../src/language/functions.ts';
import { values } from './formulas.ts';
import { matrices } from './matrices.ts';
import { names } from './names.ts';
import { accepted } from './notations.ts';

/** Texts that nobody would write, and what must come of each: finite numbers, or a refusal that points into it. */

/** @throws whatever is neither a finite result nor a refusal */
export function authorMeetsHisMatch(text: string): void {
  finiteOrRefused(text, () => {
    const node = buildAuthor(parseAuthor(text), names);
    return [...(fieldsOf(node)?.values() ?? [node])];
  });
}

/** @throws whatever is neither a finite result nor a refusal */
export function studentMeetsHisMatch(text: string): void {
  finiteOrRefused(text, () => [readTensor(text)]);
}

function finiteOrRefused(text: string, compute: () => readonly Tensor[]): void {
  try {
    for (const { data } of compute()) {
      const odd = data.find(value => !Number.isFinite(value) || Object.is(value, -0));
      if (odd !== undefined) throw new Error(`${Object.is(odd, -0) ? '-0' : odd} came out`);
    }
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    if (!(error.position >= 0 && error.position <= text.length)) throw new Error(`no place: ${error.position}`);
    if (!/^[^\p{Cc}\p{Cs}]+$/u.test(error.message)) throw new Error('the message holds what a terminal would obey');
  }
}

const SIGNS = [...'()[]()[],,;:..+-*/@^<>=!%\'"_ \n\t0123456789'];
const NUMBERS = ['.5', '2.', '1e-3', '1e308', '1e999', '0', '-0', '1e-320', '100000', '0.1', '-1', '9007199254740993'];
const POISON = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', 'undefined', 'NaN'];

const authorFunctions = [...library.values()];
const authorWords = [
  ...SIGNS,
  ...NUMBERS,
  ...POISON,
  ...[' and ', ' or ', 'not ', '==', '!=', '<=', '>=', '[1, 2; 3, 4]', '[1:2]', '[::-1]', '[:, 0]', '.h', '.theta'],
  ...names.keys(),
  ...authorFunctions.flatMap(({ name, parameters }) => [
    `${name}(`,
    ...[...parameters].flatMap(([parameter, { words }]) => [`${parameter}=`, ...(words ?? [])]),
  ]),
];
const studentWords = [
  ...SIGNS,
  ...NUMBERS,
  ...POISON,
  ...'√π²⁻½ᵀ⊤⊙∘⊘−×·÷\u2009\u00a0\u202f\u200b',
  ...[
    '[1 2; 3 4]',
    '[1 -2]',
    '[0,5 1,5]',
    '[[1, 2], [3, 4]]',
    '[1;2]',
    '^T',
    '^-1',
    '.*',
    './',
    '.^',
    '^⊙',
    'axis=',
    'e',
  ],
  ...[...studentFunctions.keys()].flatMap(name => [name, `${name}(`]),
];

const soupOf = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { maxLength: 30 }).map(parts => parts.join(''));

/** A text that means something, with pieces taken out, doubled, replaced, or put into another. */
function mutantsOf(texts: readonly string[], words: readonly string[]): fc.Arbitrary<string> {
  const text = fc.constantFrom(...texts);
  const change = fc.tuple(fc.nat(200), fc.nat(8), fc.oneof(fc.constantFrom(...words), fc.constant(''), text));
  return fc.tuple(text, fc.array(change, { minLength: 1, maxLength: 4 })).map(([whole, changes]) =>
    changes.reduce((found, [place, length, put]) => {
      const at = place % (found.length + 1);
      return found.slice(0, at) + put + found.slice(at + length);
    }, whole),
  );
}

/** How an argument of each type may look, and now and then how it must not. */
const ARGUMENTS: Readonly<Partial<Record<Parameter['type'], readonly string[]>>> = {
  count: ['0', '1', '2', '3'],
  size: ['1', '2', '3', '8'],
  flag: ['0', '1'],
  number: ['0', '1', '-2', '0.5', '1e-3', '1e8'],
  positive: ['0.1', '1', '3', '1e-8'],
  fraction: ['0', '0.5', '0.9', '1'],
  vector: ['[1, 2]', '[0.5, -1]', '[1, 2, 3]', '[0, 0]', '[2]'],
  matrix: ['[1, 2; 3, 4]', '[1, 0; 0, 1]', '[2, 1; 1, 2]', '[[1, 2, 3]]', '[1, 2; 2, 4]'],
  axes: ['0', '1', '-1', '[0, 1]'],
};
const ANYTHING = ['0', '1', '-0.5', '2', '[1, 2]', '[0.5, -1]', '[1, 2; 3, 4]', '[[[1, 2], [3, 4]]]'];
const ODD = ['1e9', '-1', '1e200', '9007199254740993', '100000', '[[1]]', '0', '[0, 0; 0, 0]', '0.3'];

function argumentOf({ type, words }: Parameter): fc.Arbitrary<string> {
  const usual = fc.constantFrom(...(words ?? ARGUMENTS[type] ?? ANYTHING));
  return fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...ODD) });
}

/** A call with arguments of the right types; its shapes fit by chance. */
function callOf(row: LibraryFunction): fc.Arbitrary<string> {
  const parts = [...row.parameters].map(([name, parameter]) => {
    const isNeeded = parameter.default === undefined && !parameter.optional;
    const given = argumentOf(parameter).map(text => `${name}=${text}`);
    return isNeeded ? given : fc.option(given, { nil: '' });
  });
  const fields = ['', ...fieldsOfExample(row)].map(name => name && `.${name}`);
  return fc
    .tuple(fc.tuple(...parts), fc.constantFrom(...fields))
    .map(([args, field]) => `${row.name}(${args.filter(Boolean).join(', ')})${field}`);
}

/** The names of the results, where a function gives several. */
export function fieldsOfExample({ example }: LibraryFunction): string[] {
  // An example with definitions of its own is no formula.
  if (example.includes('; ')) return [];
  const node = buildAuthor(parseAuthor(example.replace(/\)\.\w+$/, ')')), new Map());
  return [...(fieldsOf(node)?.keys() ?? [])];
}

/** Well-formed texts of any meaning: shapes and values fit by chance alone. */
function sentencesOf(
  leaves: readonly string[],
  operators: readonly string[],
  functions: Iterable<LibraryFunction>,
): fc.Arbitrary<string> {
  const rows = [...functions];
  const unary = rows.filter(({ parameters }) => parameters.size === 1).map(({ name }) => name);
  const lists = leaves.filter(leaf => !/^[\d.]+$/.test(leaf));
  const { sentence } = fc.letrec<{ sentence: string }>(tie => {
    const one = tie('sentence');
    return {
      sentence: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom(...leaves),
        { weight: 2, arbitrary: fc.oneof(...rows.map(callOf)) },
        { weight: 2, arbitrary: fc.tuple(one, fc.constantFrom(...operators), one).map(parts => parts.join('')) },
        fc.tuple(fc.constantFrom(...unary), one).map(([name, inner]) => `${name}(${inner})`),
        one.map(inner => `-${inner}`),
        one.map(inner => `(${inner})`),
        one.map(item => `[${item}, ${item}]`),
        fc.array(one, { minLength: 1, maxLength: 3 }).map(items => `[${items.join(', ')}]`),
        fc.tuple(fc.constantFrom(...lists), fc.constantFrom(...INDICES)).map(([target, index]) => `${target}${index}`),
      ),
    };
  });
  return sentence;
}
const INDICES = ['[0]', '[-1]', '[0, 1]', '[:, 0]', '[1:]', '[::-1]', '[5]'];

const raw = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.array(fc.nat(0xffff), { maxLength: 100 }).map(codes => String.fromCharCode(...codes)),
);

const LEAVES = ['0', '1', '2', '3', '0.5', '10', '[1, 2, 3]', '[1, 2; 3, 4]', '[0, 0]'];

export const authorTexts: fc.Arbitrary<string> = fc.oneof(
  soupOf(authorWords),
  mutantsOf([...values.map(([text]) => text), ...authorFunctions.map(({ example }) => example)], authorWords),
  {
    weight: 3,
    arbitrary: sentencesOf(
      [...LEAVES, ...names.keys()],
      [' + ', ' - ', ' * ', ' / ', ' @ ', '^', ' < ', ' == ', ' and '],
      authorFunctions,
    ),
  },
  raw,
);

export const studentTexts: fc.Arbitrary<string> = fc.oneof(
  soupOf(studentWords),
  mutantsOf([...accepted.map(([text]) => text), ...matrices.map(([text]) => text)], studentWords),
  {
    weight: 3,
    arbitrary: sentencesOf(
      [...LEAVES, 'π', 'e', '[1 -2; 3 4]', '[1; 2]', '½'],
      [' + ', ' - ', ' * ', ' / ', '^', ' ', ' ⊙ ', './', '.^', '^T ', '²'],
      studentFunctions.values(),
    ),
  },
  raw,
);
