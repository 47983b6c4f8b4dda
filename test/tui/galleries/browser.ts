import { startHome } from '../../../src/app/session.ts';
import { readTemplate } from '../../../src/bank/read-template.ts';
import { fixtures, type Session, session } from '../../app/support.ts';
import { after, answered, down, type Gallery, left, typed } from '../gallery-steps.ts';

/** A question that no draw will do for. */
export const UNDRAWABLE = readTemplate(
  '---\ntitle: Never\ntopics: [aaa/never]\nvars: { a: { given: 2, int: [1, 9] } }\nwhere: [a > 10]\nanswer: { number: a }\n---\nWhat is {{a}}?\n',
  'aaa/never',
  'aaa/never.md',
);

const bank = (): Session => after(session({ start: startHome() }), begin => begin.act('browse'));

export const browserGallery: Gallery = {
  'the bank': () => after(bank(), down),
  'the bank, with answers': () => after(answered(), begin => begin.act('back', 'browse', 'reveal')),
  'the bank, being filtered': () => after(bank(), begin => begin.act('search'), typed('m '), down, left),
  'the bank, filtered': () =>
    after(
      bank(),
      begin => begin.act('search'),
      typed('topic:opt'),
      begin => begin.act('submit'),
    ),
  'the bank, filtered to nothing': () =>
    after(
      bank(),
      begin => begin.act('search'),
      typed('nothing'),
      begin => begin.act('submit'),
    ),
  'the bank, one question': () => after(bank(), down, begin => begin.act('open')),
  'the bank, the last question': () => after(bank(), begin => begin.act('last-row', 'open', 'reveal', 'given')),
  'the bank, a question that cannot be drawn': () =>
    after(session({ start: startHome(), templates: [UNDRAWABLE, ...fixtures()] }), begin => begin.act('browse')),
  'the bank without questions': () =>
    after(session({ start: startHome(), templates: [] }), begin => begin.act('browse')),
};
