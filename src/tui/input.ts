import type { Key } from 'ink';

/** What was pressed, by the names that the key table uses; or text. */
export type Press = { readonly key: string } | { readonly text: string };

const SPECIAL: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/** Keys that mean more with Shift or Alt; with the others these are a slip of the hand. */
const MOVING: ReadonlySet<string> = new Set(['up', 'down']);

/** Control characters that may stand inside a chunk of fast typing. */
const CONTROLS: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x1b': 'escape',
  ' ': 'space',
};

/** One read of the terminal may hold several keys: `784⏎` arrives at once when it is typed fast. */
export function presses(input: string, key: Key): Press[] {
  if (key.tab) return [{ key: key.shift ? 'shift-tab' : 'tab' }];
  const special = SPECIAL.find(([name]) => key[name])?.[1];
  if (special && MOVING.has(special) && (key.shift || key.meta)) {
    return [{ key: `${key.shift ? 'shift' : 'alt'}-${special}` }];
  }
  if (special) return [{ key: special }];
  if (key.ctrl) return [{ key: `ctrl-${input}` }];
  if (key.meta) return [{ key: `alt-${input}` }];
  return [...input].map(character => {
    const name = CONTROLS[character] ?? controlLetter(character);
    return name === undefined ? { text: character } : { key: name };
  });
}

/** Characters that arrived at once, so many that nobody has pressed them one by one. */
export interface Run {
  readonly run: readonly Press[];
  readonly text: string;
}

/** A key that is held down over a slow connection may bring a dozen. */
const LONG = 32;

/** What a terminal that does not mark pasted text sends of it: letter by letter it would take seconds. */
export function gathered(all: readonly Press[]): readonly (Press | Run)[] {
  const found: (Press | Run)[] = [];
  let run: Press[] = [];
  const end = (): void => {
    if (run.length < LONG) found.push(...run);
    else found.push({ run, text: run.map(asText).join('') });
    run = [];
  };
  for (const press of all) {
    if (asText(press) !== null) run.push(press);
    else {
      end();
      found.push(press);
    }
  }
  end();
  return found;
}

/** `ctrl-u` for the character that the terminal sends for it, and `ctrl-_`, which many send for Ctrl-/ as well. */
function controlLetter(character: string): string | undefined {
  const code = character.charCodeAt(0);
  return code < 0x20 ? `ctrl-${String.fromCharCode(code + (code <= LAST_LETTER ? 0x60 : 0x40))}` : undefined;
}

/** Ctrl-Z. */
const LAST_LETTER = 0x1a;

/** Characters that stand for themselves in the key table, and the space as text. */
export function asKey(press: Press): string {
  return 'key' in press ? press.key : press.text;
}

export function asText(press: Press): string | null {
  if ('text' in press) return press.text;
  return press.key === 'space' ? ' ' : null;
}
