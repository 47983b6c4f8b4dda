import { test } from 'vitest';
import { renderMarkdown } from '../../src/notation/terminal.ts';

/** Laying out a worked solution, as a key press does it at worst. */

const FORMULA = String.raw`$$\hat m_1 = \frac{m_1}{1 - \beta_1^{1}} = \frac{0.2}{1 - 0.9^{1}} = 2$$`;
const PAGE = Array.from({ length: 15 }, (_, step) => `Step ${step}: some words of text.\n\n${FORMULA}`).join('\n\n');

test('notation', async ({ bench }) => {
  await bench('a page of fifteen display formulas', () => void renderMarkdown(PAGE, { width: 76 })).run({ time: 500 });
});
