import { startOf } from '../../language/located.ts';
import { didYouMean } from '../../language/suggest.ts';
import type { Template } from '../template.ts';
import type { Finding } from './finding.ts';
import { RULE_NAMES } from './rules.ts';

/** `allow: { rule: reason }` in a question: the rule may be broken there, on purpose. */

/** What no reason makes sound. */
const WITHOUT_EXCEPTION = new Set(['file', 'draw', 'finite', 'allow']);

/** The findings that are left, and exceptions that were not needed. */
export function withoutAllowed({ allow, file }: Template, findings: readonly Finding[]): readonly Finding[] {
  const refused = allow.flatMap(({ rule, ...place }): Finding[] => {
    const message = objectionTo(rule, findings);
    return message === null
      ? []
      : [{ file, ...startOf(place), rule: 'allow', message: `allow.${rule}: ${message}`, seed: null }];
  });
  const allowed = new Set(allow.map(({ rule }) => rule).filter(rule => !WITHOUT_EXCEPTION.has(rule)));
  return [...findings.filter(({ rule }) => !allowed.has(rule)), ...refused];
}

function objectionTo(rule: string, findings: readonly Finding[]): string | null {
  if (!RULE_NAMES.includes(rule))
    return `there is no such rule${didYouMean(rule, RULE_NAMES) || '; questions/README.md lists them all'}`;
  if (WITHOUT_EXCEPTION.has(rule)) return 'this rule has no exceptions: mend the question';
  return findings.some(finding => finding.rule === rule) ? null : 'nothing breaks this rule: leave the exception out';
}
