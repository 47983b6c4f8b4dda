import { table } from '../table.ts';

/** An element of MathML: what the reader of formulas needs of XML and nothing more. */
export interface Element {
  readonly tag: string;
  readonly attributes: string;
  readonly children: Element[];
  text: string;
}

const TOKEN = /<(\/?)([a-z]+)([^>]*)>|([^<]+)/gi;
const ENTITIES = table<string>({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" });

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Reads the MathML that Temml writes. Throws if it is nested more deeply than `maxDepth`. */
export function parseMathML(xml: string, maxDepth: number): Element {
  const root: Element = { tag: 'root', attributes: '', children: [], text: '' };
  const open: Element[] = [root];
  for (const [, closing, tag, attributes = '', text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) {
      parent.text += decode(text);
    } else if (closing) {
      if (open.length > 1) open.pop();
    } else if (tag) {
      const element: Element = { tag: tag.toLowerCase(), attributes, children: [], text: '' };
      parent.children.push(element);
      if (!attributes.endsWith('/')) open.push(element);
      if (open.length > maxDepth) throw new RangeError('formula nested too deeply');
    }
  }
  return root;
}

/** The value of an attribute, or an empty text. */
export function attribute(element: Element, name: string): string {
  const start = element.attributes.indexOf(` ${name}="`);
  if (start < 0) return '';
  const from = start + name.length + 3;
  return decode(element.attributes.slice(from, element.attributes.indexOf('"', from)));
}
