import { showKey } from '../../src/answers/answers.ts';
import { makeVariant, type Variant } from '../../src/bank/variant.ts';
import { withMath } from '../../src/notation/markdown/lexer.ts';
import { lettersOf } from '../../src/notation/spoken/markdown.ts';
import { shipped } from '../bank/shipped.ts';

/** Every formula that the bank shows, with the source's own numbers. */

export interface BankFormula {
  readonly latex: string;
  /** The folder of the question where it is met first. */
  readonly topic: string;
  /** The letters that this question uses in both cases. */
  readonly both: ReadonlySet<string>;
}

function textsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  if (Array.isArray(data)) return data.flatMap(textsIn);
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

function textsOf({ template, stem, hint, solution, parts }: Variant): readonly string[] {
  return [template.title, ...textsIn({ stem, hint, solution, parts }), ...parts.map(({ key }) => showKey(key))];
}

/** Each of them once. */
export function bankFormulas(): readonly BankFormula[] {
  const met = new Map<string, BankFormula>();
  for (const template of shipped().templates) {
    const texts = textsOf(makeVariant(template, null));
    const both = lettersOf(texts);
    const [topic = ''] = template.id.split('/');
    for (const text of texts) {
      withMath(text, (latex, _, raw) => {
        if (!met.has(latex)) met.set(latex, { latex, topic, both });
        return raw;
      });
    }
  }
  return [...met.values()];
}
