import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as Typst writes it: its pages in order, with headers, and a blank between pieces that were set apart.
 * Glyphs become letters by the tables that the file holds for copying.
 */
export function pdfText(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const object = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const letters = new Map<string, ReadonlyMap<number, string>>();
  const lettersOf = (font: string): ReadonlyMap<number, string> => {
    const known = letters.get(font) ?? toUnicode(stream(object(/\/ToUnicode (\d+) 0 R/.exec(object(font))?.[1])));
    letters.set(font, known);
    return known;
  };
  const pages = [...objects.values()].filter(body => /\/Type \/Page\n/.test(body));
  return pages
    .map(page => {
      const fonts = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]));
      const content = stream(object(/\/Contents (\d+) 0 R/.exec(page)?.[1]));
      return shown(content, name => lettersOf(fonts.get(name) ?? ''));
    })
    .join('\n');
}

function stream(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  const data = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
}

function toUnicode(table: string): ReadonlyMap<number, string> {
  return new Map(
    [...table.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, glyph = '', text = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

function shown(content: string, lettersOf: (font: string) => ReadonlyMap<number, string>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  let text = '';
  const operation = /\/(f\d+) [\d.]+ Tf|\(|<([0-9A-F]{4,})>|ET/g;
  for (let found = operation.exec(content); found !== null; found = operation.exec(content)) {
    const [sign, font, hex] = found;
    if (font !== undefined) letters = lettersOf(font);
    else if (sign === 'ET') text += ' ';
    else {
      const { bytes, end } =
        hex === undefined ? literal(content, operation.lastIndex) : { bytes: fromHex(hex), end: null };
      operation.lastIndex = end ?? operation.lastIndex;
      for (let i = 0; i + 1 < bytes.length; i += 2) {
        text += letters.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? '';
      }
    }
  }
  return text;
}

function fromHex(hex: string): string {
  return Buffer.from(hex, 'hex').toString('latin1');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes between parentheses, which may hold others in pairs. */
function literal(content: string, start: number): { readonly bytes: string; readonly end: number } {
  let bytes = '';
  let depth = 1;
  let at = start;
  for (; ; at++) {
    const sign = content.charAt(at);
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      const escaped = content.charAt(at + 1);
      bytes += octal === undefined ? (ESCAPES[escaped] ?? escaped) : String.fromCharCode(Number.parseInt(octal, 8));
      at += octal?.length ?? 1;
      continue;
    }
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (depth === 0 || sign === '') return { bytes, end: at + 1 };
    bytes += sign;
  }
}
