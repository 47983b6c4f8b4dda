import { closest, distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import { type Problem, QuestionError } from './problem.ts';
import { type FrontMatter, frontMatterSchema } from './schema.ts';

/** Front matter with the line of every key. */
export interface ReadFrontMatter {
  readonly data: FrontMatter;
  /** 1-based line in the file of a value by its path of keys, or of the nearest thing around it. */
  readonly lineOf: (...path: (string | number)[]) => number;
}

/**
 * Reads and checks YAML that begins on the second line of a file.
 *
 * @throws QuestionError with every problem at once
 */
export function readFrontMatter(yaml: string, file: string): ReadFrontMatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true, stringKeys: true, merge: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  const lineOf = (...path: (string | number)[]): number => lineAt(offsetOf(document, path));
  if (document.errors.length > 0) {
    // Whatever follows the first is mostly its consequence.
    const [first] = document.errors as [YAMLParseError];
    throw new QuestionError([{ file, line: lineAt(first.pos[0]), message: yamlMessage(first.message) }]);
  }
  const data = contentOf(document, file);
  const result = v.safeParse(frontMatterSchema, data);
  if (!result.success)
    throw new QuestionError(result.issues.flatMap(leaves).map(issue => describe(issue, file, lineOf)));
  return { data: result.output, lineOf };
}

/** Aliases could make a small file expand without bound. */
function contentOf(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message = 'the front matter uses aliases (*name) that do not exist or too many of them: write the values out';
    throw new QuestionError([{ file, line: 2, message }]);
  }
}

function yamlMessage(message: string): string {
  const first = message.split('\n')[0] as string;
  return `the front matter is not valid YAML: ${first.replace(/ at line \d+, column \d+:?$/, '')}. Formulas with { } [ ] , : # need quotes`;
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

function describe(issue: v.BaseIssue<unknown>, file: string, lineOf: ReadFrontMatter['lineOf']): Problem {
  const path = (issue.path ?? []).map(item => item.key as string | number);
  const key = path.join('.') || 'front matter';
  return { file, line: lineOf(...path), message: `${key}: ${messageOf(issue)}` };
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return missing(issue) ? 'is missing' : issue.message;
  const item = issue.path?.at(-1);
  if (issue.expected !== 'never' || !item) {
    return issue.expected === 'Object' ? 'must be a mapping of keys to values' : 'is missing';
  }
  const known = knownKeys(issue);
  const name = String(item.key);
  const near = closest(name, known);
  if (distance(name, near) <= Math.max(1, Math.floor(name.length / 3)))
    return `is not a key here: did you mean ${near}?`;
  const split = 'value' in item && item.value === null ? ' (a formula with a comma inside { } needs quotes)' : '';
  return `is not a key here${split}; the keys are ${known.join(', ')}`;
}

function missing(issue: v.BaseIssue<unknown>): boolean {
  return issue.received === 'undefined';
}

/** Valibot names the unknown key but not its neighbours, so they are looked up in the schema along the path. */
function knownKeys(issue: v.BaseIssue<unknown>): string[] {
  const requirement = (issue as { requirement?: unknown }).requirement;
  return Array.isArray(requirement) ? requirement.map(String) : keysAlong((issue.path ?? []).slice(0, -1));
}

type SchemaNode = {
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly pipe?: readonly SchemaNode[];
  readonly wrapped?: SchemaNode;
  readonly item?: SchemaNode;
  readonly value?: SchemaNode;
  readonly options?: readonly SchemaNode[];
};

function keysAlong(path: readonly { readonly key?: unknown }[]): string[] {
  let node = bare(frontMatterSchema as unknown as SchemaNode);
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

/** A text is found where it begins, a collection where its key stands. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let offset = 0;
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
function keyOffset(parent: unknown, key: string | number): number | undefined {
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(item => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
