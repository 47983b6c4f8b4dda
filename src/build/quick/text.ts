import { join } from 'node:path';
import type { PluginBuild } from 'esbuild';

/** What measures text is loaded when a text needs it: most need nothing but their length. */

const WIDTH = join(import.meta.dirname, 'width.js');
const EXACT = 'exact-width';

export const quickText = {
  name: 'quick-text',
  setup(bundler: PluginBuild): void {
    // null leaves it to the bundler, which finds the library itself.
    bundler.onResolve({ filter: /^string-width$/ }, ({ namespace }) => (namespace === EXACT ? null : { path: WIDTH }));
    bundler.onResolve({ filter: /^exact-width$/ }, ({ path }) => ({ path, namespace: EXACT }));
    bundler.onLoad({ filter: /.*/, namespace: EXACT }, () => ({
      // require() is what has the bundler run a module no sooner than it is called.
      contents: `export const exactWidth = (text, options) => require('string-width').default(text, options);`,
      resolveDir: import.meta.dirname,
    }));
  },
};
