/** What a terminal says of itself through the environment. */
interface Said {
  readonly TERM?: string | undefined;
  readonly LC_ALL?: string | undefined;
  readonly LC_CTYPE?: string | undefined;
  readonly LANG?: string | undefined;
}

/** Terminals whose fonts lack most signs, whatever the language. The Linux console has 512 glyphs at most. */
const POOR: ReadonlySet<string | undefined> = new Set(['dumb', 'linux', 'vt100', 'vt220', 'cons25']);

/** Whether a terminal is known to have no signs but ASCII: it is one of those, or its language is in no Unicode. */
export function hasOnlyAscii({ TERM, LC_ALL, LC_CTYPE, LANG }: Said): boolean {
  if (POOR.has(TERM)) return true;
  const locale = [LC_ALL, LC_CTYPE, LANG].find(name => name !== undefined && name !== '');
  if (locale === undefined) return false;
  if (locale === 'C' || locale === 'POSIX') return true;
  // A locale without a code set, such as de_DE, tells nothing of the terminal, and nearly all of them know UTF-8.
  const codeSet = /\.([^@]*)/.exec(locale)?.[1];
  return codeSet !== undefined && !/^utf-?8$/i.test(codeSet);
}
