// Bundled in the place of string-width, for whoever imports it: the program and Ink. The library is prepared for every
// sign of every script and spends 10 ms of each start on it; texts of plain signs are as wide as they are long.
import { exactWidth } from 'exact-width';

// Each of these takes one column, whatever stands beside it.
const PLAIN =
  /^[ -~\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0377\u0384-\u0386\u0391-\u03a1\u03a3-\u03ff\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u2070\u2074-\u208e\u2200-\u22ff\u2500-\u25a9\u25ac-\u25b5\u25b7-\u25bf\u25c1-\u25fa\u2713\u2717]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: every colour begins with one
const COLOURS = /\u001b\[[\d;:]*m/g;

export default function stringWidth(text, options) {
  if (options === undefined && typeof text === 'string') {
    const shown = text.includes('\u001b') ? text.replaceAll(COLOURS, '') : text;
    if (PLAIN.test(shown)) return shown.length;
  }
  return exactWidth(text, options);
}
