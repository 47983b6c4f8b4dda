import type { Bank } from '../bank.ts';
import type { Template } from '../template.ts';
import { Collector } from './collect.ts';
import type { Finding } from './finding.ts';
import { RULES } from './rules.ts';

/** Holds one question against the others. */
export function lintAmong(template: Template, bank: Bank): readonly Finding[] {
  const collector = new Collector(template);
  for (const rule of RULES) collector.add(rule, rule.bank?.(template, bank) ?? [], 'file');
  return collector.findings(1);
}
