import { Bank } from '../../../src/bank/bank.ts';
import { withoutAllowed } from '../../../src/bank/lint/allow.ts';
import { type Finding, findingText, inReadingOrder } from '../../../src/bank/lint/finding.ts';
import { lintAmong } from '../../../src/bank/lint/lint-bank.ts';
import { lintQuestion } from '../../../src/bank/lint/lint-question.ts';
import { readTemplate } from '../../../src/bank/read-template.ts';
import type { Template } from '../../../src/bank/template.ts';
import { question, template } from '../support.ts';

/** Enough for what shows in shares of the seeds. */
const SEEDS = 120;

/** What one rule says of a question: of the first line of its front matter on, which is line 4 of the file. */
export function said(rule: string, front: string, body?: string, seeds = SEEDS): string[] {
  return saidOf(rule, template(front, body), [], seeds);
}

/** Every finding of a rule about a question among others. */
export function saidOf(rule: string, one: Template, others: readonly Template[] = [], seeds = SEEDS): string[] {
  return findingsOf(one, others, seeds)
    .filter(finding => finding.rule === rule)
    .map(findingText);
}

export function findingsOf(one: Template, others: readonly Template[] = [], seeds = SEEDS): readonly Finding[] {
  const found = [...lintQuestion(one, seeds).findings, ...lintAmong(one, new Bank([one, ...others]))];
  return inReadingOrder(withoutAllowed(one, found));
}

/** A question with an id of its own. */
export function named(id: string, front: string, body?: string): Template {
  return readTemplate(question(front, body), id, `${id}.md`);
}

/** A question that no rule objects to. */
export const SOUND_FRONT = `source: [exam/1]
minutes: 2
vars:
  C: { given: 3, int: [2, 99] }
  k: { given: 5, int: [3, 41] }
let:
  size: { tex: 'k^2', is: k^2 }
answer:
  number: C * size + 1
mistakes:
  - { value: C * size, because: there is a bias as well, tag: bias forgotten }
  - { instead: { size: k }, because: a filter has two sides, tag: one side }`;

export const SOUND_BODY = [
  'How many weights, bias included, has one filter of {{k}} × {{k}} that runs over {{C}} channels?',
  '## Hint',
  'A filter spans all channels.',
  '## Solution',
  '{{steps}}',
].join('\n\n');
