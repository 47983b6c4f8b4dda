import { join } from 'node:path';
import type { BuildOptions, PluginBuild } from 'esbuild';
import { quickLayout } from './quick/layout.ts';
import { quickOutput } from './quick/output.ts';
import { quickText } from './quick/text.ts';

/** How the program is bundled, and whatever is to be compared with it. */

/** Ink looks for developer tools that are not part of the program. */
export const withoutDevtools = {
  name: 'without-devtools',
  setup(bundler: PluginBuild): void {
    bundler.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    bundler.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default undefined;' }));
  },
};

export const BUNDLING = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // Native code stays where it was installed.
  external: ['better-sqlite3', '@open-spaced-repetition/binding', '@myriaddreamin/typst-ts-node-compiler'],
  plugins: [withoutDevtools, quickLayout, quickOutput, quickText],
  define: { 'process.env.NODE_ENV': '"production"', 'Intl.Segmenter': 'LazySegmenter' },
  inject: [join(import.meta.dirname, 'quick/segmenter.js')],
  // CommonJS inside the bundle may still ask for built-in modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  legalComments: 'linked',
  chunkNames: 'parts/[name]-[hash]',
  logLevel: 'warning',
} as const satisfies BuildOptions;
