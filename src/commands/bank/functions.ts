import {
  exampleOf,
  type FunctionEntry,
  functionEntries,
  functionsByChapter,
  type ParameterEntry,
} from '../../bank/functions.ts';
import { resultInLine } from '../../bank/value-text.ts';
import { lineText } from '../../notation/line.ts';
import { renderMarkdown } from '../../notation/terminal.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { adviceOn } from '../meant.ts';
import { printJson, printLines, widthOf } from '../output.ts';

/** `tutor bank functions [NAME]` */
export function bankFunctions({ environment }: Context, name: string | undefined, { json }: { json?: boolean }): void {
  const width = widthOf(environment);
  const found = name === undefined ? functionEntries : [entryOf(name)];
  if (json) printJson(environment, { functions: found });
  else printLines(environment, name === undefined ? overview(width) : found.flatMap(entry => inFull(entry, width)));
}

/** @throws UsageError that names the nearest functions */
function entryOf(name: string): FunctionEntry {
  const found = functionEntries.find(entry => entry.name === name);
  if (found) return found;
  const known = functionEntries.map(entry => entry.name);
  const advice = adviceOn(name.toLowerCase(), known, 'See "tutor bank functions".');
  throw new UsageError(`There is no function "${name.slice(0, 40)}". ${advice}`);
}

const INDENT = '    ';

function overview(width: number): string[] {
  return [...functionsByChapter()].flatMap(([title, entries], i) => [
    ...(i === 0 ? [] : ['']),
    title,
    ...entries.flatMap(({ signature, summary }) => [
      ...wrapped(signature, width - 2).map(line => `  ${line}`),
      ...rendered(summary, width - INDENT.length).map(line => INDENT + line),
    ]),
  ]);
}

function inFull(entry: FunctionEntry, width: number): string[] {
  const { signature, summary, formula, shapes, convention, parameters, example, source } = entry;
  const markdown = [
    summary,
    `$$${formula}$$`,
    parameters.map(parameterLine).join('\n'),
    shapes === null ? '' : `**Shapes**: ${shapes}`,
    convention === null ? '' : `**Convention**: ${convention}`,
    `**Example**: \`${example}\` ${resultInLine(exampleOf(entry))}`,
    `**Source**: ${source}`,
  ];
  return [...wrapped(signature, width), '', ...rendered(markdown.filter(Boolean).join('\n\n'), width)];
}

function parameterLine({ name, means, default: value, optional, named }: ParameterEntry): string {
  const fallback = value === null ? (optional ? '; may be left out' : '') : `; ${value} unless given`;
  return `- \`${name}\`: ${means}${fallback}${named ? '; by name only' : ''}`;
}

function rendered(markdown: string, width: number): string[] {
  return renderMarkdown(markdown, { width }).map(lineText);
}

/** A signature over several lines, broken behind its commas. */
function wrapped(signature: string, width: number): string[] {
  const lines: string[] = [];
  for (const piece of signature.split(/(?<=, )/)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + piece.trimEnd()).length <= width) lines[lines.length - 1] = last + piece;
    else lines.push(last === undefined ? piece : INDENT + piece);
  }
  return lines.map(line => line.trimEnd());
}
