import { startHome } from '../../../src/app/session.ts';
import { type Session, session, settingsInPlay } from '../../app/support.ts';
import { after, type Gallery } from '../gallery-steps.ts';

/** In the settings, so many rows down. */
const at =
  (row: number) =>
  (begin: Session): void => {
    begin.act('settings', ...Array.from({ length: row }, () => 'down' as const));
  };

/** Rows of the screen. */
const [THEME, EXAM, MINUTES, BANKS, DATA] = [0, 4, 5, 8, 9];

const home = (): Session => session({ start: startHome() });

export const settingsGallery: Gallery = {
  settings: () => after(home(), at(THEME)),
  'settings: a choice made': () => after(home(), at(THEME), begin => begin.act('change')),
  'settings: the exam': () => after(home(), at(EXAM)),
  'settings: the exam of a plan': () => after(home(), begin => begin.act('plan', 'adopt', 'back'), at(EXAM)),
  'settings: a number': () => after(home(), at(MINUTES), begin => begin.act('change', 'change')),
  'settings: a number being typed': () =>
    after(
      home(),
      at(MINUTES),
      begin => begin.type('35'),
      begin => begin.machine.dispatch({ type: 'edit', edit: 'left' }),
    ),
  'settings: no number': () =>
    after(
      home(),
      at(MINUTES),
      begin => begin.type('9999'),
      begin => begin.act('submit'),
      begin => begin.machine.dispatch({ type: 'edit', edit: 'left' }),
    ),
  'settings: folders of questions': () => after(home(), at(BANKS)),
  'settings: a folder being typed': () => after(home(), at(DATA), begin => begin.type('~/history')),
  'settings: overruled by a variable': () =>
    after(session({ start: startHome(), settings: settingsInPlay({ TUTOR_THEME: 'light' }) }), at(THEME)),
};
