/** Text for roff, the language of manual pages. */

/** Text as it is: nothing in it is an escape, and no line of it a request. */
export function roffText(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '\\&...')
    .replaceAll(/['`^~]/g, sign => SIGNS[sign] ?? sign)
    .replaceAll(
      /[^\x20-\x7e\n]/gu,
      sign => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replaceAll(/^\./gm, '\\&.');
}

/** What would be set as typographic quotes and accents, and could not be copied any more. */
const SIGNS: Readonly<Record<string, string>> = { "'": '\\(aq', '`': '\\(ga', '^': '\\(ha', '~': '\\(ti' };

const LINE = 68;

/** Text that is filled anew, in lines that are no longer than those of other files, escapes or not. */
export function prose(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map(roffText).join('\n');
}

/** A request with arguments: `.SS "tutor exam"`. */
function request(name: string, text: string): string {
  return `.${name} "${roffText(text).replaceAll('"', '\\(dq')}"`;
}

export const section = (title: string): string => request('SH', title);
export const subsection = (title: string): string => request('SS', title);

export function paragraph(text: string): string {
  return `.PP\n${prose(text)}`;
}

/** A term and what it means, hanging. */
export function term(name: string, meaning: string): string {
  return `.TP\n${bold(name)}\n${prose(meaning)}`;
}

export function bold(text: string): string {
  return `\\fB${roffText(text)}\\fR`;
}

/** Lines as they are. */
export function verbatim(lines: readonly string[]): string {
  return ['.PP', '.nf', '.RS 4', ...lines.map(line => (line === '' ? '\\&' : roffText(line))), '.RE', '.fi'].join('\n');
}
