import { sheetDraft } from './drafts.ts';
import type { ExamEffect, ExamState } from './state.ts';

/** Under which names an exam in the making is kept, question by question. */
export const SLOTS = {
  at: 'at',
  flags: 'flags',
  judged: 'judged',
  reply: (number: string): string => `reply:${number}`,
  spent: (number: string): string => `spent:${number}`,
  granted: (number: string): string => `granted:${number}`,
} as const;

/** Everything that differs between two states and must not be lost. */
export function savesBetween(before: ExamState, after: ExamState): readonly ExamEffect[] {
  const saves: ExamEffect[] = [];
  const save = (slot: string, value: unknown): void => {
    saves.push({ type: 'save', slot, value });
  };
  const numberOf = (i: number): string => after.questions[i]?.question.number ?? '';
  after.sheets.forEach((sheet, i) => {
    if (sheet.entries !== before.sheets[i]?.entries) save(SLOTS.reply(numberOf(i)), sheetDraft(sheet));
  });
  after.granted.forEach((points, i) => {
    if (points !== before.granted[i]) save(SLOTS.granted(numberOf(i)), points);
  });
  if (after.flags !== before.flags) {
    save(
      SLOTS.flags,
      after.questions.filter((_, i) => after.flags[i]).map(({ question }) => question.number),
    );
  }
  if (after.at !== before.at) save(SLOTS.at, numberOf(after.at));
  return saves;
}

/** The time that went by, in all and on the question: told once a second, and whenever the question is left. */
export function timesBetween(before: ExamState, after: ExamState, always: boolean): readonly ExamEffect[] {
  if (!before.watch || !after.watch || after.clock === 'none') return [];
  const { at } = before;
  const isLeft = at !== after.at || after.screen.name !== before.screen.name;
  if (!(always || isLeft) || after.watch.elapsedMs === before.watch.elapsedMs) return [];
  const slot = SLOTS.spent(after.questions[at]?.question.number ?? '');
  return [
    { type: 'beat', elapsedMs: Math.round(after.watch.elapsedMs) },
    ...(before.screen.name === 'question'
      ? [{ type: 'save', slot, value: Math.round(after.spent[at] ?? 0) } as const]
      : []),
  ];
}
