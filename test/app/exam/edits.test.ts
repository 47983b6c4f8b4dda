import { expect, it } from 'vitest';
import { formOf, type Sitting, sitting } from './support.ts';

/** What is typed in an exam can be undone, and had again in another question, as in a session. */

function begun(ids: readonly string[]): Sitting {
  const exam = sitting({ form: formOf(ids) });
  exam.act('submit');
  return exam;
}

const draft = (exam: Sitting, number: string): unknown => exam.disk.drafts.get(`reply:${number}`);
const text = (reply: string): unknown => ({ focus: 0, entries: [{ kind: 'text', text: reply }] });

it('undoes and redoes, and what stands there then is what is kept', () => {
  const exam = begun(['cnn/filter-weights', 'shape/flatten']);
  for (const character of '12 34') exam.type(character);
  exam.act('undo-edit');
  expect(draft(exam, '1.1')).toEqual(text('12 '));
  exam.act('next', 'undo-edit', 'previous', 'redo-edit');
  expect(draft(exam, '1.1')).toEqual(text('12 34'));
  // After the program was killed the reply is there, and its steps are not.
  const again = exam.again();
  again.act('undo-edit');
  expect(again.state().sheets[0]?.entries).toMatchObject([{ characters: [...'12 34'] }]);
  expect(JSON.stringify([...again.disk.drafts])).not.toContain('past');
});

it('undoes what came from the own editor', () => {
  const exam = begun(['rubric/vanishing']);
  exam.type('Yes');
  exam.act('edit-page');
  expect(draft(exam, '1.1')).toMatchObject({ entries: [{ text: 'Yes … and more.' }] });
  exam.act('undo-edit');
  expect(draft(exam, '1.1')).toMatchObject({ entries: [{ text: 'Yes' }] });
});

it('has again what stands in fields of the same kind elsewhere', () => {
  const exam = begun(['cnn/filter-weights', 'shape/flatten', 'losses/two-steps']);
  exam.paste('8*49');
  exam.act('next');
  exam.paste('(N, 7)');
  exam.act('next');
  exam.type('draft');
  exam.act('earlier-reply', 'earlier-reply');
  expect(exam.state().sheets[2]?.entries[0]).toMatchObject({ characters: [...'8*49'] });
  exam.act('later-reply');
  expect(exam.state().sheets[2]?.entries[0]).toMatchObject({ characters: [...'draft'] });
});
