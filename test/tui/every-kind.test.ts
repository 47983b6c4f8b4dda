import { describe, expect, it } from 'vitest';
import { type KindName, printKey } from '../../src/answers/answers.ts';
import { startSession } from '../../src/app/session.ts';
import type { Template } from '../../src/bank/template.ts';
import { fixture, kindFixture, type Session, session } from '../app/support.ts';
import { type Headless, headless } from './headless.tsx';

/** Every kind of answer, answered from the keyboard alone: at 80 × 24, and by ear. A new kind is a row here. */
const QUESTIONS: Readonly<Record<KindName, () => Template>> = {
  choice: () => fixture('optimization/any-right'),
  number: () => fixture('cnn/filter-weights'),
  tensor: () => kindFixture('tensor/outer'),
  table: () => kindFixture('table/sequence'),
  shape: () => kindFixture('shape/flatten'),
  expression: () => kindFixture('expression/deviation'),
  order: () => kindFixture('order/average'),
  match: () => kindFixture('match/gates'),
  words: () => kindFixture('words/overfitting'),
  rubric: () => kindFixture('rubric/vanishing'),
};
const HAND_IN = '\x04';

/** What a student would type; of a page some text, and then every point that it is granted. */
async function answer({ question }: Session, { press }: Headless, send: (text: string) => string[]): Promise<void> {
  const [part] = question().presented.variant.parts;
  if (!part) throw new Error('a question has a part');
  const right = printKey(part.key);
  if (part.key.kind !== 'rubric') return press(...send(right), 'enter');
  await press(...send('Products of small numbers vanish.'), HAND_IN, ...right.replaceAll(' ', ''), 'enter');
}

describe.each(Object.entries(QUESTIONS))('%s', (_, template) => {
  const opened = (): Session => session({ start: startSession({ kind: 'study' }), templates: [template()] });

  it('can be typed key by key at 80 × 24', async () => {
    const walk = opened();
    const screen = await headless(walk.machine, { columns: 80, rows: 24 });
    await answer(walk, screen, text => [...text]);
    expect(screen.screen()).toContain('✓ Right');
  });

  it('can be pasted at 80 × 24', async () => {
    const walk = opened();
    const screen = await headless(walk.machine, { columns: 80, rows: 24 });
    await answer(walk, screen, text => [`\x1b[200~${text}\x1b[201~`]);
    expect(screen.screen()).toContain('✓ Right');
  });

  it('can be answered by ear', async () => {
    const walk = opened();
    const screen = await headless(walk.machine, { columns: 150, rows: 60 }, { reader: true });
    await answer(walk, screen, text => [...text]);
    expect(screen.screen()).toMatch(/^Right, /m);
  });
});
