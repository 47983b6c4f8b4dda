import { describe, expect, it } from 'vitest';
import { asideRow, needOf, reasonFor } from '../../src/app/aside/advice.ts';
import { startHome, startSession } from '../../src/app/session.ts';
import { update } from '../../src/app/update.ts';
import { asideSetting } from '../../src/schedule/aside.ts';
import type { Card } from '../../src/schedule/review.ts';
import { syllabusOf } from '../../src/schedule/syllabus.ts';
import { frame } from '../../src/tui/frame.ts';
import { textOf } from '../../src/tui/styled.ts';
import { onScreen, type Session, session, ZONE } from './support.ts';

const STUDY = startSession({ kind: 'study' });

/** The question on the screen. */
const asked = (walk: Session): string => walk.question().presented.variant.template.id;

describe('setting aside', () => {
  it('goes on to the next question, and the question does not come back', () => {
    const walk = session({ start: STUDY });
    const first = asked(walk);
    walk.act('set-aside');
    expect(asked(walk)).not.toBe(first);
    expect(walk.state().notice).toMatch(/^Set aside: /);
    const met = new Set<string>();
    while (walk.state().screen?.name === 'question') {
      met.add(asked(walk));
      walk.answer('right');
      walk.act('next');
    }
    expect(met.size).toBeGreaterThan(0);
    expect(met).not.toContain(first);
  });

  it('can be done after the mark, and the answer stays', () => {
    const walk = session({ start: STUDY });
    const first = asked(walk);
    walk.answer('wrong');
    walk.act('set-aside');
    expect(walk.store.countOf(first)).toBe(1);
    expect(walk.store.settings().get(asideSetting(first))).toEqual({ aside: true });
    // Not even as a repeat of what was not known.
    expect(walk.question().presented.left?.questions).toBeGreaterThan(0);
    for (let i = 0; i < 6 && walk.state().screen?.name === 'question'; i++) {
      expect(asked(walk)).not.toBe(first);
      walk.answer('right');
      walk.act('next');
    }
  });

  it('shows in a wide window what the question under the cursor asks', () => {
    const walk = session({ start: startHome() });
    walk.act('study', 'set-aside', 'set-aside', 'back', 'asides');
    const shot = (columns: number): string =>
      frame(walk.state(), { columns, rows: 40 }, ZONE).lines.map(textOf).join('\n');
    for (const { question } of onScreen(walk.state(), 'aside').rows) {
      expect(onScreen(walk.state(), 'aside').look?.question).toBe(question);
      expect(shot(140)).toContain(` │ ${question} · `);
      expect(shot(120)).not.toContain(' │ ');
      walk.act('down');
    }
  });

  it('looks up what the cursor has come to, and nothing else, and takes no answer about another question', () => {
    const walk = session({ start: startHome() });
    walk.act('study', 'set-aside', 'set-aside', 'back', 'asides');
    const moment = { at: walk.clock.at, monotonic: 0, zone: ZONE };
    const { rows, look } = onScreen(walk.state(), 'aside');
    const [, below] = rows;
    const [, up] = update(walk.state(), { type: 'action', action: 'up' }, moment);
    expect(up).toEqual([]);
    const [moved, down] = update(walk.state(), { type: 'action', action: 'down' }, moment);
    expect(down).toEqual([{ type: 'look', question: below?.question }]);
    if (!look) throw new Error('nothing was looked up');
    expect(update(moved, { type: 'looked', look }, moment)[0]).toBe(moved);
  });

  it('comes back to the list from a drill that was chosen there', () => {
    const walk = session({ start: startHome() });
    walk.act('study', 'set-aside', 'set-aside', 'back', 'asides', 'down', 'drill');
    expect(walk.state().screen?.name).toBe('question');
    walk.answer('right');
    walk.act('back');
    expect(onScreen(walk.state(), 'aside')).toMatchObject({ row: 1, rows: { length: 2 } });
    expect(walk.state().notice).toMatch(/^1 answer/);
    walk.act('back');
    expect(walk.state().screen?.name).toBe('home');
  });

  it('is undone from the list, where the cursor stays in place', () => {
    const walk = session({ start: startHome() });
    const ids = [...Array(2)].map(() => {
      walk.act('study');
      const id = asked(walk);
      walk.act('set-aside', 'back');
      return id;
    });
    expect(onScreen(walk.state(), 'home').home.aside).toBe(2);
    walk.act('asides', 'down', 'down');
    const list = onScreen(walk.state(), 'aside');
    expect(list.rows.map(({ question }) => question).toSorted()).toEqual(ids.toSorted());
    expect(list.row).toBe(1);
    walk.act('bring-back');
    expect(onScreen(walk.state(), 'aside')).toMatchObject({ rows: [{}], row: 0 });
    walk.act('bring-back');
    expect(onScreen(walk.state(), 'aside').rows).toEqual([]);
    walk.act('bring-back', 'drill', 'up', 'down', 'back');
    expect(onScreen(walk.state(), 'home').home.aside).toBe(0);
  });

  it('lets a question be drilled all the same', () => {
    const walk = session({ start: startHome() });
    walk.act('study');
    const id = asked(walk);
    walk.act('set-aside', 'back', 'asides', 'drill');
    expect(asked(walk)).toBe(id);
  });
});

describe('what a question needs', () => {
  const question = (id: string, requires: string[] = []) => ({
    ...{ id, topics: ['cnn'], source: [], requires, credits: 1, parts: [], minutes: 1 },
  });
  const syllabus = syllabusOf([question('cnn/a'), question('cnn/b'), question('cnn/c', ['cnn/a', 'cnn/b'])]);
  const row = (known: Record<string, number>, times: number) =>
    asideRow({
      aside: { question: 'cnn/c', because: 'leech' },
      title: 'C',
      syllabus,
      cards: new Map(Object.keys(known).map(id => [id, { question: id, lapses: 8 } as Card])),
      retrievability: card => known[card.question] ?? 0,
      mistakes: [
        { question: 'cnn/c', tag: 'no bias', times },
        { question: 'cnn/c', tag: 'rare', times: 1 },
        { question: 'cnn/a', tag: 'of another', times: 99 },
      ],
    });

  it('is what it builds on, where that is not firm, and the mistake seen most', () => {
    const made = row({ 'cnn/a': 0.95, 'cnn/b': 0.5, 'cnn/c': 0.4 }, 3);
    expect(made.shaky).toEqual(['cnn/b']);
    expect(reasonFor(made)).toContain('Forgotten 8 times');
    expect(needOf(made)).toContain('"no bias" 3 times');
    expect(needOf(made)).toContain('cnn/b');
    expect(needOf(made)).not.toContain('cnn/a');
    expect(needOf(made)).toContain('It builds on cnn/b, which is not firm yet: drill that first.');
    expect(needOf(made)).toContain('tutor drill cnn/c');
  });

  it('is a drill where nothing else is known', () => {
    const made = row({ 'cnn/a': 0.95, 'cnn/b': 0.9, 'cnn/c': 0.4 }, 1);
    expect(needOf(made)).toMatch(/^Read the solution of this question/);
  });
});
