import { closest, distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import type { Located, Place } from '../language/located.ts';
import { located } from '../language/located.ts';
import { alignment } from './alignment.ts';
import type { Problem } from './problem.ts';

/** YAML in files: checked by a schema, and every value knows where it stands. */

type Path = readonly (string | number)[];

/** What was read, with the place of every value. */
export interface LocatedYaml<Data> {
  readonly data: Data;
  /** Of a value by its path of keys, or of the nearest thing around it; of the whole it is a line. */
  readonly placeOf: (...path: Path) => Place;
  /** What stands there, as a text that knows the place of each of its characters. */
  readonly textAt: (text: string, ...path: Path) => Located;
}

/** How messages speak of it. */
interface YamlFile {
  readonly file: string;
  /** `front matter` */
  readonly what: string;
  /** Of the YAML in its file. */
  readonly firstLine: number;
  /** What most often is the matter with YAML that cannot be read: a sentence. */
  readonly advice: string;
  /** Said of an unknown key without a value; empty for nothing. */
  readonly loneKey: string;
}

/** What was read, or else every problem at once. */
type YamlReading<Data> =
  | { readonly status: 'read'; readonly read: LocatedYaml<Data> }
  | { readonly status: 'wrong'; readonly problems: readonly Problem[] };

/** Reads YAML and checks it by a schema. */
export function readLocatedYaml<Schema extends v.GenericSchema>(
  yaml: string,
  schema: Schema,
  source: YamlFile,
): YamlReading<v.InferOutput<Schema>> {
  const { file, what, firstLine } = source;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true, stringKeys: true, merge: false });
  const placeAt = (offset: number): Required<Place> => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const placeOf = (...path: Path): Place => {
    const offset = offsetOf(document, path);
    return offset === undefined ? { line: firstLine } : placeAt(offset);
  };
  const textAt = (text: string, ...path: Path): Located => {
    const { offset, source: written, style } = writtenAt(yaml, document, path);
    const offsets = alignment(written, text, style);
    if (!offsets) return { text, ...placeAt(offset), opaque: true };
    return located(text, i => {
      const found = offsets.get(i);
      return found === undefined ? null : placeAt(offset + found);
    });
  };
  const wrong = (place: Place, message: string): YamlReading<never> => {
    return { status: 'wrong', problems: [{ file, ...place, message }] };
  };
  if (document.errors.length > 0) {
    // Whatever follows the first is mostly its consequence.
    const [first] = document.errors as [YAMLParseError];
    return wrong(placeAt(first.pos[0]), yamlMessage(first.message, source));
  }
  const content = contentOf(document);
  if (content === null) {
    return wrong(
      { line: firstLine },
      `the ${what} uses aliases (*name) that do not exist or too many of them: write the values out`,
    );
  }
  const result = v.safeParse(schema, content.data);
  if (result.success) return { status: 'read', read: { data: result.output, placeOf, textAt } };
  const problems = result.issues.flatMap(leaves).map((issue): Problem => {
    const path = pathOf(issue);
    const key = isOfKey(issue) ? keyOffset(document.getIn(path.slice(0, -1), true), path.at(-1)) : undefined;
    const place = key === undefined ? placeOf(...path) : placeAt(key);
    return { file, ...place, message: describe(issue, schema, source) };
  });
  return { status: 'wrong', problems };
}

/** Aliases could make a small file expand without bound: then null. */
function contentOf(document: Document): { readonly data: unknown } | null {
  try {
    return { data: document.toJS({ maxAliasCount: 20 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return null;
  }
}

function yamlMessage(message: string, { what, advice }: YamlFile): string {
  const first = message.split('\n')[0] as string;
  return `the ${what} is not valid YAML: ${first.replace(/ at line \d+, column \d+:?$/, '')}. ${advice}`;
}

/** Of a value that fits no member of a union, the complaints of the member that came nearest. */
function leaves(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown>[] {
  const below = (issue.issues ?? []).filter(inner => inner.path !== undefined);
  if (issue.type !== 'union' || below.length === 0) return [issue];
  // The paths of a member's complaints begin at the union.
  return below
    .flatMap(leaves)
    .map(inner => ({ ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] as never }));
}

function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map(item => item.key as string | number);
}

/** Whether the key itself is wrong, and not what stands behind it. */
function isOfKey({ type, expected, path }: v.BaseIssue<unknown>): boolean {
  const item = path?.at(-1);
  return (
    (type === 'strict_object' && expected === 'never') ||
    (item !== undefined && 'origin' in item && item.origin === 'key')
  );
}

function describe(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, source: YamlFile): string {
  return `${pathOf(issue).join('.') || source.what}: ${messageOf(issue, schema, source)}`;
}

function messageOf(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, { loneKey }: YamlFile): string {
  if (issue.type !== 'strict_object') return missing(issue) ? 'is missing' : issue.message;
  const item = issue.path?.at(-1);
  if (issue.expected !== 'never' || !item) {
    return issue.expected === 'Object' ? 'must be a mapping of keys to values' : 'is missing';
  }
  const known = knownKeys(issue, schema);
  const name = String(item.key);
  const near = closest(name, known);
  if (distance(name, near) <= Math.max(1, Math.floor(name.length / 3)))
    return `is not a key here: did you mean ${near}?`;
  const split = 'value' in item && item.value === null ? loneKey : '';
  return `is not a key here${split}; the keys are ${known.join(', ')}`;
}

function missing(issue: v.BaseIssue<unknown>): boolean {
  return issue.received === 'undefined';
}

/** Valibot names the unknown key but not its neighbours, so they are looked up in the schema along the path. */
function knownKeys(issue: v.BaseIssue<unknown>, schema: v.GenericSchema): string[] {
  const requirement = (issue as { requirement?: unknown }).requirement;
  return Array.isArray(requirement) ? requirement.map(String) : keysAlong(schema, (issue.path ?? []).slice(0, -1));
}

type SchemaNode = {
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly pipe?: readonly SchemaNode[];
  readonly wrapped?: SchemaNode;
  readonly item?: SchemaNode;
  readonly value?: SchemaNode;
  readonly options?: readonly SchemaNode[];
};

function keysAlong(schema: v.GenericSchema, path: readonly { readonly key?: unknown }[]): string[] {
  let node = bare(schema as unknown as SchemaNode);
  for (const { key } of path) {
    const next = node.entries?.[String(key)] ?? node.item ?? node.value;
    if (!next) return [];
    node = bare(next);
  }
  return Object.keys(node.entries ?? {});
}

/** The schema inside optional(), pipe() and union(). */
function bare(node: SchemaNode): SchemaNode {
  if (node.wrapped) return bare(node.wrapped);
  if (node.options) return bare(node.options.find(option => bare(option).entries) ?? (node.options[0] as SchemaNode));
  const first = node.pipe?.[0];
  return first && first !== node ? bare(first) : node;
}

/** The source of the innermost value that stands along a path. */
function writtenAt(
  yaml: string,
  document: Document,
  path: Path,
): { readonly offset: number; readonly source: string; readonly style: string | undefined } {
  const nodes = path.map((_, i) => document.getIn(path.slice(0, i + 1), true)).filter(isNode);
  const inner = nodes.findLast(node => node.range);
  const [offset, end] = inner?.range ?? [0, 0];
  return { offset, source: yaml.slice(offset, end), style: isScalar(inner) ? inner.type : undefined };
}

/** A text is found where it begins, a collection where its key stands. */
function offsetOf(document: Document, path: Path): number | undefined {
  let offset: number | undefined;
  path.forEach((key, i) => {
    const item = document.getIn(path.slice(0, i + 1), true);
    const own = isNode(item) ? item.range?.[0] : undefined;
    const ofKey =
      isScalar(item) && own !== undefined ? undefined : keyOffset(document.getIn(path.slice(0, i), true), key);
    offset = ofKey ?? own ?? offset;
  });
  return offset;
}

/** Where the key of a pair begins: nearer to what the author sees than its value. */
function keyOffset(parent: unknown, key: string | number | undefined): number | undefined {
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(item => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
