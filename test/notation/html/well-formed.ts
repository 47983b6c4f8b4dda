const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<\?xml [^<>]*\?>|<!DOCTYPE html>|<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const VOID = new Set(['br', 'hr', 'img', 'meta']);
/** An & that begins nothing, and characters that XML has no place for. */
const WRONG_TEXT = /&(?!(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);)|\]\]>/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones looked for.
const WRONG_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

export interface Tag {
  readonly name: string;
  readonly attributes: string;
}

/** The tags of a document, in order. @throws Error where it is not well-formed; `br` and its like close themselves */
export function tagsOf(document: string): readonly Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < document.length; at = TOKEN.lastIndex) {
    const found = TOKEN.exec(document);
    if (!found) throw new Error(`no markup: ${document.slice(at, at + 60)}`);
    const [whole, , closing, name, attributes = '', selfClosing, text] = found;
    if (WRONG_CHARACTER.test(whole)) throw new Error(`a character that does not belong: ${JSON.stringify(whole)}`);
    if (WRONG_TEXT.test(text ?? attributes)) throw new Error(`not escaped: ${text ?? attributes}`);
    if (name === undefined) continue;
    if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes something else`);
      continue;
    }
    tags.push({ name, attributes });
    if (!selfClosing && !VOID.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`);
  return tags;
}

/** What loads, leads elsewhere or runs. */
export function dangers(tags: readonly Tag[]): readonly string[] {
  return tags
    .filter(
      ({ name, attributes }) =>
        /^(?:script|iframe|object|embed|link|a|base|form|input|foreignObject|use|animate|set)$/i.test(name) ||
        /\s(?:on\w+|href|src|srcset|action|xlink:href|formaction)="|url\(|javascript:/i.test(attributes),
    )
    .map(({ name, attributes }) => `${name}${attributes}`);
}
