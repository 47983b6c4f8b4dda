import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const folder = mkdtempSync(join(tmpdir(), 'typst-'));

/** The real compiler, with nothing to read: its folder is gone before it begins. */
const compiler = NodeCompiler.create({ workspace: folder });
rmSync(folder, { recursive: true });

/** What is wrong with a source: errors and warnings. Reading a file would be one. */
export function problemsOf(source: string): unknown[] {
  const result = compiler.compile({ mainFileContent: source });
  const problems = result.hasError() ? result.takeDiagnostics() : result.takeWarnings();
  compiler.evictCache(0);
  return problems?.shortDiagnostics ?? [];
}

/** The values of a source's `#metadata(…)<it>`. */
export function valuesOf(source: string): unknown[] {
  const result = compiler.compile({ mainFileContent: source });
  if (result.hasError() || !result.result) throw new Error(JSON.stringify(result.takeDiagnostics()?.shortDiagnostics));
  const values: unknown = compiler.query(result.result, { selector: '<it>', field: 'value' });
  compiler.evictCache(0);
  return values as unknown[];
}

/** A Typst function that gives the text of content as a reader sees it. */
export const PLAIN = `#let plain(it) = {
  if type(it) == str { it }
  else if it == [ ] { " " }
  else if it.has("text") { plain(it.text) }
  else if it.has("children") { it.children.map(plain).join("") }
  else if it.has("child") { plain(it.child) }
  else if it.has("body") { plain(it.body) }
  else { "" }
}
`;
