import { readFileSync } from 'node:fs';
import type { Shelf } from './bank.ts';
import { factsOf, type TemplateFacts } from './facts.ts';
import type { Template } from './template.ts';

/**
 * The built-in bank as the build writes it: JSON whose first line holds the facts of all questions, and each further line
 * one template. A start reads the first line; of the others only those that are asked for.
 */

interface CompiledBank extends Shelf {
  /** Of the program that it was built with: what another program has read of question files may not suit this one. */
  readonly build: string;
}

interface FirstLine {
  readonly build: string;
  readonly facts: readonly TemplateFacts[];
  /** Bytes of each template's line, in the order of the facts. */
  readonly lengths: readonly number[];
}

const LINE_FEED = 0x0a;
/** Before each template but the first, and after the first line. */
const BETWEEN = ',\n';

/** @param build tells programs apart */
export function compiledText(templates: readonly Template[], build: string): string {
  const lines = templates.map(template => JSON.stringify(template));
  const first: FirstLine = {
    build,
    facts: templates.map(factsOf),
    lengths: lines.map(line => Buffer.byteLength(line)),
  };
  return `${JSON.stringify(first).slice(0, -1)},"templates":[\n${lines.join(BETWEEN)}\n]}\n`;
}

/** Written by the build, so its shape is known. It is held as bytes, so that a build that replaces the file changes nothing. */
export function openCompiled(file: string): CompiledBank {
  const bytes = readFileSync(file);
  const end = bytes.indexOf(LINE_FEED);
  const opened = bytes.toString('utf8', 0, end).replace(/,"templates":\[$/, '}');
  const { build, facts, lengths } = JSON.parse(opened) as FirstLine;
  const places = new Map<string, readonly [from: number, to: number]>();
  let from = end + 1;
  facts.forEach(({ id }, i) => {
    const to = from + (lengths[i] ?? 0);
    places.set(id, [from, to]);
    from = to + BETWEEN.length;
  });
  return {
    build,
    templates: facts,
    get: id => {
      const place = places.get(id);
      return place ? (JSON.parse(bytes.toString('utf8', ...place)) as Template) : null;
    },
  };
}
