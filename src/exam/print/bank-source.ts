import { readFileSync } from 'node:fs';
import { Bank } from '../../bank/bank.ts';
import type { Template } from '../../bank/template.ts';
import type { BankSource } from './order.ts';

/** The bank as a thread or a process of its own reads it. */
export function bankFrom({ file, extra }: BankSource): Bank {
  // Written by the build, so its shape is known.
  const compiled = JSON.parse(readFileSync(file, 'utf8')) as Template[];
  return new Bank([...compiled, ...extra]);
}
