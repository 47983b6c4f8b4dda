import { createHash } from 'node:crypto';
import type { Bank } from '../bank/bank.ts';
import { LARGEST_SEED } from '../bank/streams.ts';
import { quoted } from '../language/suggest.ts';
import { ExamError } from './error.ts';
import type { Varying } from './form.ts';
import type { ExamSpec } from './spec.ts';

/**
 * The code that is printed on every sheet: `endterm.7.b.1-k3f9q-8d2`. It says how to print the exam again (blueprint,
 * seed, what varies), and by what it was made (engine, bank, blueprint), so that a paper that would come out otherwise
 * today is noticed.
 */

/** Raised when the same blueprint, seed and bank would give other papers than before. */
export const ENGINE = 1;

export interface ExamCode {
  /** Of the blueprint. */
  readonly name: string;
  readonly seed: number;
  readonly vary: Varying;
  readonly engine: number;
  /** Of all questions: 5 characters. */
  readonly bank: string;
  /** Of what the blueprint says: 3 characters. */
  readonly blueprint: string;
}

const LETTERS: Readonly<Record<Varying, string>> = { order: 'o', numbers: 'n', both: 'b', questions: 'q' };
/** Without those that are taken for one another: 0 and o, 1, i and l. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const BANK_LENGTH = 5;
const BLUEPRINT_LENGTH = 3;

/** The exam as it would be drawn now. */
export function codeOf({ blueprint, seed, vary }: ExamSpec, bank: Bank): ExamCode {
  const questions = bank.templates.map(({ id, hash }) => [id, hash]);
  return {
    name: blueprint.name,
    seed,
    vary,
    engine: ENGINE,
    bank: short(JSON.stringify(questions), BANK_LENGTH),
    blueprint: short(blueprint.hash, BLUEPRINT_LENGTH),
  };
}

/** As it is printed and typed. */
export function examCode(spec: ExamSpec, bank: Bank): string {
  const { name, seed, vary, engine, bank: questions, blueprint } = codeOf(spec, bank);
  return `${name}.${seed}.${LETTERS[vary]}.${engine}-${questions}-${blueprint}`;
}

/** @param length characters, each one of 31 */
function short(text: string, length: number): string {
  let rest = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
  let written = '';
  for (const base = BigInt(ALPHABET.length); written.length < length; rest /= base) {
    written += ALPHABET[Number(rest % base)];
  }
  return written;
}

const FORM = 'a code reads like endterm.7.b.1-k3f9q-8d2: blueprint, seed, o, n, b or q, and what it was made by';

/**
 * Reads a code as people type it: capitals, blanks around it and long dashes do not matter.
 *
 * @throws ExamError that says what is wrong with it
 */
export function readCode(text: string): ExamCode {
  const typed = text
    .trim()
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .toLowerCase();
  const refuse = (what: string): never => {
    throw new ExamError(`${quoted(text.trim())} is no code of an exam: ${what}`);
  };
  const [, name = '', digits = '', letter = '', engine = '', bank = '', blueprint = ''] =
    /^(\S+)\.([^.\s]*)\.([^.\s]*)\.([^.\s-]*)-([^.\s-]*)-([^.\s-]*)$/.exec(typed) ?? refuse(FORM);
  const seed = Number(digits);
  if (!/^\d+$/.test(digits) || seed > LARGEST_SEED) refuse(`${quoted(digits)} is no seed, which is a whole number`);
  const vary = (Object.keys(LETTERS) as Varying[]).find(varying => LETTERS[varying] === letter);
  if (vary === undefined) return refuse(`${quoted(letter)} should be o, n, b or q (order, numbers, both, questions)`);
  if (!/^\d{1,6}$/.test(engine)) refuse(`${quoted(engine)} should be the number of the version that drew it`);
  checkHash(bank, BANK_LENGTH, refuse);
  checkHash(blueprint, BLUEPRINT_LENGTH, refuse);
  return { name, seed, vary, engine: Number(engine), bank, blueprint };
}

function checkHash(hash: string, length: number, refuse: (what: string) => never): void {
  if (hash.length !== length) refuse(`${quoted(hash)} should have ${length} characters`);
  const foreign = [...hash].find(character => !ALPHABET.includes(character));
  if (foreign !== undefined) {
    refuse(`${quoted(hash)} holds ${quoted(foreign)}; codes are written without 0, 1, i, l and o there`);
  }
}

/** What has changed since a code was printed, a sentence each: none where the same papers come out. */
export function codeNews(code: ExamCode, now: ExamCode): readonly string[] {
  const news: readonly (readonly [changed: boolean, sentence: string])[] = [
    [
      code.engine !== now.engine,
      `The exam was drawn by version ${code.engine} of the drawing, and this is version ${now.engine}: its questions and numbers may come out otherwise.`,
    ],
    [
      code.bank !== now.bank,
      'Questions of the bank were changed, added or removed since: what is drawn may be different.',
    ],
    [code.blueprint !== now.blueprint, `The blueprint ${now.name} was changed since, or the code is mistyped.`],
  ];
  return news.flatMap(([changed, sentence]) => (changed ? [sentence] : []));
}
