import { startHome } from '../../../src/app/session.ts';
import { session } from '../../app/support.ts';
import { after, answered, down, type Gallery, typed } from '../gallery-steps.ts';

export const pickerGallery: Gallery = {
  'finding what is worth practising': () => after(answered(), begin => begin.act('back', 'find'), down),
  'finding by a word': () =>
    after(
      session({ start: startHome() }),
      begin => begin.act('find'),
      typed('sum'),
      begin => begin.machine.dispatch({ type: 'edit', edit: 'left' }),
    ),
  'finding by a word that is misspelled': () =>
    after(session({ start: startHome() }), begin => begin.act('find'), typed('mometnum'), down),
  'finding nothing': () => after(session({ start: startHome() }), begin => begin.act('find'), typed('no such thing')),
  'finding in an empty bank': () => after(session({ start: startHome(), templates: [] }), begin => begin.act('find')),
};
