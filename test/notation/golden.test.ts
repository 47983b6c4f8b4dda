import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lineText } from '../../src/notation/line.ts';
import { displayFormula } from '../../src/notation/math/formula.ts';
import { spokenFormula } from '../../src/notation/spoken/formula.ts';
import { renderMarkdown } from '../../src/notation/terminal.ts';
import { type BankFormula, bankFormulas } from './bank-formulas.ts';

/**
 * Every formula of the bank as it is written, seen and heard, in a file for each topic: to be read by people. A change of
 * the layout or of the words shows there in full (`vitest run -u` takes it over).
 */

const formulas = bankFormulas();
const topics = [...new Set(formulas.map(({ topic }) => topic))].sort();

function indented(name: string, lines: readonly string[]): string[] {
  return lines.map((line, i) => `${(i === 0 ? name : '').padEnd(8)}${line}`.trimEnd());
}

function shown({ latex, both }: BankFormula): string {
  const source = latex.replaceAll(/\s+/g, ' ');
  const inline = renderMarkdown(`$${source}$`, { width: 80 }).map(lineText);
  const display = displayFormula(latex, 78) ?? ['(does not fit into 78 columns)'];
  return [
    ...indented('latex', [source]),
    ...indented('line', inline),
    ...(display.length === 1 && display[0] === inline[0] ? [] : indented('display', display)),
    ...indented('spoken', [spokenFormula(latex, both) ?? '(not read)']),
  ].join('\n');
}

describe('every formula of the bank', () => {
  test.each(topics)('%s', async topic => {
    const text = formulas
      .filter(formula => formula.topic === topic)
      .map(shown)
      .join('\n\n');
    await expect(`${text.normalize()}\n`).toMatchFileSnapshot(`golden/${topic}.txt`);
  });

  test('there is no file of a topic that is gone', () => {
    expect(readdirSync('test/notation/golden').sort()).toEqual(topics.map(topic => `${topic}.txt`));
  });

  test('is heard in words alone', () => {
    expect(formulas.length).toBeGreaterThan(2000);
    const unsaid = formulas.filter(
      ({ latex, both }) => !/^[\p{L}\p{N}][\p{L}\p{N} .,;:'-]*$/u.test(spokenFormula(latex, both) ?? ''),
    );
    expect(unsaid.map(({ latex }) => latex)).toEqual([]);
  });

  test('has no sign without a name', () => {
    // What no table knows is called so.
    const nameless = formulas.filter(({ latex, both }) => /\bsign\b/.test(spokenFormula(latex, both) ?? ''));
    expect(nameless.map(({ latex }) => latex)).toEqual([]);
  });
});
