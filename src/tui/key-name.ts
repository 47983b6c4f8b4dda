const NAMES: Readonly<Record<string, string>> = {
  enter: 'Enter',
  space: 'Space',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  home: 'Home',
  end: 'End',
  backspace: 'Backspace',
  delete: 'Delete',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** A key as a person would call it. */
export function keyName(key: string): string {
  const control = /^(ctrl|alt)-(.)$/.exec(key);
  if (control) return `${control[1] === 'ctrl' ? 'Ctrl' : 'Alt'}-${control[2]?.toUpperCase()}`;
  return NAMES[key] ?? key;
}
