/** What the manual tells of the world around the program, beside commands and settings. */

type Fact = readonly [name: string, about: string];

export const FILES: readonly Fact[] = [
  [
    '$XDG_CONFIG_HOME/dl-tutor/config.json',
    'The settings: a flat JSON object such as {"theme": "light", "minutes": 30}. ~/.config where the variable is not set.',
  ],
  [
    '$XDG_DATA_HOME/dl-tutor/tutor.db',
    'The history: an SQLite file, and all there is to copy. ~/.local/share where the variable is not set.',
  ],
  [
    '$XDG_CACHE_HOME/dl-tutor',
    'What is known of folders with more questions; it can be removed at any time. ~/.cache where the variable is not set.',
  ],
];

/** Those of settings are in the table of settings. */
export const VARIABLES: readonly Fact[] = [
  ['TUTOR_CONFIG', 'Another config file.'],
  ['TUTOR_CACHE', 'Another folder for what can be made again.'],
  ['TUTOR_NOW', 'An ISO time such as 2026-12-01T20:00:00Z at which the clock stands still, for scripts.'],
  ['NO_COLOR', 'Where it is set and not empty, nothing has a colour.'],
  ['FORCE_COLOR', 'Colours whatever the terminal says of itself: 0 for none, 1 for 16, 2 for 256, 3 for all of them.'],
  ['VISUAL, EDITOR', 'What Ctrl-O opens on a page of text, the first that is set.'],
  ['XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME', 'Where settings, history and cache lie; see FILES.'],
];

export const EXIT_STATUSES: readonly (readonly [status: number, about: string])[] = [
  [0, 'It is done.'],
  [1, 'It failed; a line on standard error says why.'],
  [2, 'The command line or a variable asks for what cannot be.'],
  [130, 'It was broken off with Ctrl-C.'],
];
