import { LanguageError } from '../error.ts';
import { TRANSPOSED } from '../operators.ts';
import { formulaFunctions } from './functions.ts';
import { BAR, type FormulaToken } from './token-row.ts';

/** Bars become calls: |x| of `bars`, ‖x‖ of `norm`. What they mean to a matrix is decided where shapes are known. */

type Side = 'open' | 'close';

const MOST_BARS = 40;
const ENDS = new Set([')', ']', '%', TRANSPOSED]);
const ADVICE = 'write abs(…), or norm(…) of a vector';

/** @throws LanguageError where bars do not pair up, and where they pair up in several ways */
export function withCalls(tokens: readonly FormulaToken[]): readonly FormulaToken[] {
  if (!tokens.some(isBar)) return tokens;
  const sides = new Map<number, Side>();
  for (const group of groupsOf(tokens)) {
    for (const [i, side] of paired(tokens, group)) sides.set(i, side);
  }
  return called(tokens, sides);
}

const isBar = ({ kind, text }: FormulaToken): boolean => kind === 'symbol' && text === BAR;

/** Bars between the same brackets and separators, by their indices. */
function groupsOf(tokens: readonly FormulaToken[]): number[][] {
  const groups: number[][] = [];
  const open: number[][] = [[]];
  tokens.forEach((token, i) => {
    const { text } = token;
    if (isBar(token)) open.at(-1)?.push(i);
    if (text === '(' || text === '[') open.push([]);
    if (text === ')' || text === ']' || text === ',' || text === ';') groups.push(open.pop() ?? []);
    if (text === ',' || text === ';' || open.length === 0) open.push([]);
  });
  return [...groups, ...open].filter(group => group.length > 0);
}

/** The only way to pair the bars of a group. */
function paired(tokens: readonly FormulaToken[], group: readonly number[]): [number, Side][] {
  const first = tokens[group[0] as number] as FormulaToken;
  if (group.length > MOST_BARS) throw new LanguageError(`more than ${MOST_BARS} bars: ${ADVICE}`, first.at);
  const memo = new Map<string, number>();
  const allowed = group.map(i => sidesOf(tokens, i));
  /** How many ways there are from the k-th bar on, two at most. */
  const ways = (k: number, depth: number, before: Side): number => {
    if (depth < 0 || depth > group.length - k) return 0;
    if (k === group.length) return 1;
    const name = `${k},${depth},${before}`;
    const known = memo.get(name);
    if (known !== undefined) return known;
    const found = next(k, before).reduce((sum, side) => sum + ways(k + 1, depth + (side === 'open' ? 1 : -1), side), 0);
    memo.set(name, Math.min(2, found));
    return Math.min(2, found);
  };
  const next = (k: number, before: Side): readonly Side[] => {
    const isBeside = k > 0 && group[k - 1] === (group[k] as number) - 1;
    const sides = allowed[k] as readonly Side[];
    // Between | and | there is nothing.
    return isBeside && before === 'open' ? sides.filter(side => side === 'open') : sides;
  };
  const count = ways(0, 0, 'close');
  if (count === 0) throw new LanguageError(`the bars do not pair up: ${ADVICE}`, first.at);
  if (count > 1) throw new LanguageError(`the bars pair up in several ways: ${ADVICE}`, first.at);
  const found: [number, Side][] = [];
  let [depth, before]: [number, Side] = [0, 'close'];
  group.forEach((i, k) => {
    const side = next(k, before).find(one => ways(k + 1, depth + (one === 'open' ? 1 : -1), one) > 0) as Side;
    depth += side === 'open' ? 1 : -1;
    before = side;
    found.push([i, side]);
  });
  return found;
}

/** What a bar can be, by what stands beside it. */
function sidesOf(tokens: readonly FormulaToken[], i: number): readonly Side[] {
  const [before, bar, after] = [tokens[i - 1], tokens[i], tokens[i + 1]] as const;
  if (bar?.side) return [bar.side];
  const follows = before !== undefined && (isBar(before) || endsOperand(before));
  const sides: Side[] = [];
  if (after && (isBar(after) || beginsOperand(after, follows && !isBar(before)))) sides.push('open');
  if (follows) sides.push('close');
  return sides;
}

function endsOperand({ kind, text }: FormulaToken): boolean {
  return kind === 'number' || (kind === 'name' && !formulaFunctions.has(text)) || ENDS.has(text);
}

/** @param behindOperand a sign would be a difference: in |a|-b| the second bar closes */
function beginsOperand({ kind, text }: FormulaToken, behindOperand: boolean): boolean {
  if (text === '-' || text === '+') return !behindOperand;
  return kind === 'number' || kind === 'name' || text === '(' || text === '[';
}

function called(tokens: readonly FormulaToken[], sides: ReadonlyMap<number, Side>): FormulaToken[] {
  const doubled = doubles(tokens, sides);
  const found: FormulaToken[] = [];
  tokens.forEach((token, i) => {
    const side = sides.get(i);
    if (side === undefined) found.push(token);
    else if (doubled.has(i - 1) && doubled.get(i - 1) === i) return;
    else if (side === 'open') {
      found.push({ ...token, kind: 'name', text: doubled.has(i) ? 'norm' : 'bars', end: token.at });
      found.push({ ...token, text: '(', gap: 'none' });
    } else {
      const order = (doubled.has(i) ? tokens[i + 1] : token)?.order;
      if (order !== undefined) found.push(...orderTokens(token, order, doubled.has(i)));
      found.push({ ...token, text: ')' });
    }
  });
  return found;
}

/** Pairs right within pairs, ||x||, by the first of the two bars on each side; its value is the second. */
function doubles(tokens: readonly FormulaToken[], sides: ReadonlyMap<number, Side>): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  const partner = new Map<number, number>();
  for (let i = 0; i < tokens.length; i++) {
    const side = sides.get(i);
    if (side === 'open') open.push(i);
    if (side !== 'close') continue;
    const start = open.pop() as number;
    partner.set(start, i);
    // The pair inside this one fills it.
    if (partner.get(start + 1) === i - 1 && !found.has(start + 1)) {
      found.set(start, start + 1);
      found.set(i - 1, i);
    }
  }
  return found;
}

function orderTokens(token: FormulaToken, order: string, isNorm: boolean): FormulaToken[] {
  if (!isNorm || order === '∞')
    throw new LanguageError('only ‖x‖, ‖x‖₁ and ‖x‖₂ are read: write norm(x) or max(abs(x))', token.at);
  if (order === 'F') return [];
  return [
    { ...token, text: ',', gap: 'none' },
    { ...token, kind: 'number', text: order, value: Number(order), gap: 'none' },
  ];
}
