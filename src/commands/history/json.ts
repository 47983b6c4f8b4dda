import type { Environment } from '../environment.ts';

/** One JSON document with a long list in it, as `printJson` would print it, and never as a whole in memory. */
export function printJsonList({ stdout }: Pick<Environment, 'stdout'>, name: string, items: Iterable<unknown>): void {
  stdout.write(`{\n  "version": 1,\n  ${JSON.stringify(name)}: [`);
  let isFirst = true;
  for (const item of items) {
    stdout.write(`${isFirst ? '' : ','}\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`);
    isFirst = false;
  }
  stdout.write(isFirst ? ']\n}\n' : '\n  ]\n}\n');
}
