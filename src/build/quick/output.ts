import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginBuild } from 'esbuild';

/**
 * Ink takes every row of a screen apart, sign by sign, whenever one of them changes. A screen of whole rows is put
 * together of those that it has seen before.
 */

const ROWS = join(import.meta.dirname, 'rows.js');
const EXACT = 'exact-output';
const OUTPUT = /[\\/]ink[\\/]build[\\/]output\.js$/;

export const quickOutput = {
  name: 'quick-output',
  setup(bundler: PluginBuild): void {
    bundler.onLoad({ filter: OUTPUT, namespace: 'file' }, () => ({
      contents: `export { default } from ${JSON.stringify(ROWS)};`,
      resolveDir: import.meta.dirname,
    }));
    bundler.onResolve({ filter: /^exact-output$/ }, async ({ resolveDir }) => {
      // The library stands where Ink does, whoever asks for it.
      const { path } = await bundler.resolve('ink', { kind: 'import-statement', resolveDir });
      return { path: path.replace(/index\.js$/, 'output.js'), namespace: EXACT };
    });
    bundler.onLoad({ filter: OUTPUT, namespace: EXACT }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      resolveDir: join(path, '..'),
    }));
  },
};
