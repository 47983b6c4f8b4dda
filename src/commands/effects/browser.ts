import { shownKind } from '../../answers/authors.ts';
import { filtered } from '../../app/browser/filter.ts';
import type { BrowserRow, BrowserScreen, BrowserWish, Look } from '../../app/browser/state.ts';
import type { Event } from '../../app/events.ts';
import type { Bank } from '../../bank/bank.ts';
import { QuestionError } from '../../bank/problem.ts';
import { makeVariant, type Variant } from '../../bank/variant.ts';
import type { Context } from '../context.ts';
import { standingsNow } from '../schedule/standings.ts';
import { queueNow } from '../schedule/today.ts';

/** What the browser asks of the bank. */
export function browse(context: Context, wish: BrowserWish): Event {
  return { type: 'opened', screen: screenFor(context, wish) };
}

function screenFor(context: Context, wish: BrowserWish): BrowserScreen {
  switch (wish.kind) {
    case 'open':
      return withLook(context, opened(context, wish));
    case 'look':
      return withLook(context, wish.screen);
    case 'refresh':
      return withLook(context, refreshed(context, wish.screen));
  }
}

/** Plain numbers, as `tutor bank show ID --seed 1` takes them. */
const FIRST_SEED = 1;

function opened(context: Context, { at, back }: Extract<BrowserWish, { kind: 'open' }>): BrowserScreen {
  const all = rowsNow(context);
  const isQuestion = at === null || all.some(({ template }) => template.id === at);
  const filter = isQuestion ? '' : `topic:${at}`;
  const rows = filtered(all, filter);
  return {
    name: 'browser',
    all,
    rows,
    row: Math.max(0, rowOf(rows, at)),
    filter,
    base: filter,
    search: null,
    seed: FIRST_SEED,
    lastSeed: FIRST_SEED,
    reveal: false,
    reading: false,
    look: null,
    back: back ?? null,
  };
}

/** What the filter leaves may be less than before: then the cursor stays where it was. */
function refreshed(context: Context, screen: BrowserScreen): BrowserScreen {
  const all = rowsNow(context);
  const rows = filtered(all, screen.filter);
  const row = rowOf(rows, screen.rows[screen.row]?.template.id ?? null);
  return { ...screen, all, rows, row: row >= 0 ? row : Math.max(0, Math.min(screen.row, rows.length - 1)) };
}

function rowOf(rows: readonly BrowserRow[], id: string | null): number {
  return rows.findIndex(({ template }) => template.id === id);
}

function rowsNow(context: Context): readonly BrowserRow[] {
  const standing = standingsNow(context);
  const today = new Set(queueNow(context).items.map(({ question }) => question));
  const rows = context.bank.templates.map(
    (template): BrowserRow => ({
      template,
      group: (template.topics[0] ?? template.id).split('/', 1)[0] as string,
      kinds: [...new Set(template.parts.map(({ answer }) => shownKind(answer)))],
      standing: standing(template),
      today: today.has(template.id),
    }),
  );
  // Within a topic they stay in the order of the bank.
  return rows.sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0));
}

function withLook(context: Context, screen: BrowserScreen): BrowserScreen {
  const id = screen.rows[screen.row]?.template.id;
  return { ...screen, look: id === undefined ? null : lookAt(context, id, screen.seed) };
}

const GONE = 'This question is not in the bank any more.';

/** A question with these numbers; null: its source's own. */
export function lookAt(context: Context, question: string, seed: number | null): Look {
  const answers = context.store().countOf(question);
  try {
    const variant = drawn(context.bank, question, seed);
    return { question, seed, variant, trouble: variant ? null : GONE, answers };
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return { question, seed, variant: null, trouble: error.message, answers };
  }
}

/** The variants drawn last, as a cursor goes back and forth. */
const kept = new WeakMap<Bank, Map<string, Variant>>();
const MOST_KEPT = 12;

/** @throws QuestionError */
function drawn(bank: Bank, question: string, seed: number | null): Variant | null {
  const variants = kept.get(bank) ?? new Map<string, Variant>();
  kept.set(bank, variants);
  const template = bank.get(question);
  if (!template) return null;
  const key = `${seed} ${template.hash} ${question}`;
  const known = variants.get(key) ?? makeVariant(template, seed);
  variants.delete(key);
  variants.set(key, known);
  for (const oldest of variants.keys()) {
    if (variants.size <= MOST_KEPT) break;
    variants.delete(oldest);
  }
  return known;
}
