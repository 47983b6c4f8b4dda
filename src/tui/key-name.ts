const NAMES: Readonly<Record<string, string>> = {
  enter: 'Enter',
  space: 'Space',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  backspace: 'Backspace',
  delete: 'Delete',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

const HELD: Readonly<Record<string, string>> = { ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift' };

/** A key as a person would call it. */
export function keyName(key: string): string {
  const [, held = '', other = ''] = /^(ctrl|alt|shift)-(.+)$/.exec(key) ?? [];
  if (held) return `${HELD[held]}-${NAMES[other] ?? other.toUpperCase()}`;
  return NAMES[key] ?? key;
}
