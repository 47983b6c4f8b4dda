import { Bank } from '../../bank/bank.ts';
import type { BankSource } from './order.ts';

/** The bank for a thread or a process of its own: the questions that are printed, among the facts of all. */
export function bankFrom({ facts, templates }: BankSource): Bank {
  const whole = new Map(templates.map(template => [template.id, template]));
  return new Bank([], [{ templates: facts, get: id => whole.get(id) ?? null }]);
}
