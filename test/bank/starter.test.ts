import { describe, expect, it } from 'vitest';
import { printKey } from '../../src/answers/answers.ts';
import { ANSWER_FIELDS, KIND_NAMES } from '../../src/answers/authors.ts';
import { withoutAllowed } from '../../src/bank/lint/allow.ts';
import { findingText } from '../../src/bank/lint/finding.ts';
import { lintQuestion } from '../../src/bank/lint/lint-question.ts';
import { markVariant } from '../../src/bank/marking.ts';
import { readTemplate } from '../../src/bank/read-template.ts';
import { starterFile } from '../../src/bank/starter.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';

const LONGEST_LINE = 130;
const SEEDS = 1000;

function marked(variant: Variant): number {
  return markVariant(
    variant,
    variant.parts.map(({ key }) => printKey(key)),
  ).credit;
}

describe.each(KIND_NAMES)('the starting file of a %s', kind => {
  const text = starterFile(kind, 'cnn');
  const template = readTemplate(text, `cnn/${kind}`, `${kind}.md`);

  it('is a question of this kind, below its topic', () => {
    expect(template.parts.map(({ answer }) => answer.kind)).toEqual([kind]);
    expect(template.topics).toEqual(['cnn']);
    expect(template.hint && template.solution).not.toBeNull();
  });

  it('marks its own key right at every seed', () => {
    const wrong = [null, ...Array.from({ length: 300 }, (_, seed) => seed)].filter(
      seed => marked(makeVariant(template, seed)) !== 1,
    );
    expect(wrong).toEqual([]);
  });

  it('gives the linter nothing to say in a thousand seeds', { timeout: 60_000 }, () => {
    const { findings, variants } = lintQuestion(template, SEEDS);
    expect(withoutAllowed(template, findings).map(findingText)).toEqual([]);
    expect(variants).toBeGreaterThan(SEEDS);
  });

  it('says something of what it uses, in lines that fit a screen', () => {
    const [, front = ''] = text.split(/^---$/m);
    expect(front.match(/# /g)?.length).toBeGreaterThanOrEqual(5);
    expect(text.split('\n').filter(line => line.length > LONGEST_LINE)).toEqual([]);
  });
});

it('knows each kind by its own key', () => {
  for (const kind of KIND_NAMES) {
    expect(Object.keys(ANSWER_FIELDS)).toContain(kind);
    expect(starterFile(kind, 'cnn')).toMatch(new RegExp(`^ {2}${kind}:`, 'm'));
  }
});
