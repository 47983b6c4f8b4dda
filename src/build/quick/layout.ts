import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PluginBuild } from 'esbuild';

/**
 * The layout engine of Ink is WebAssembly within a data: URL, which it has fetch() decode. In Node that loads a whole HTTP
 * client before the first frame. Here it is given its bytes.
 */

const BINARY = '../binaries/yoga-wasm-base64-esm.js';
/** The one long text in the file that holds it. */
const ENCODED = /"data:application\/octet-stream;base64,([\w+/=]+)"/;

export const quickLayout = {
  name: 'quick-layout',
  setup(bundler: PluginBuild): void {
    bundler.onLoad({ filter: /[\\/]yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/ }, ({ path }) => {
      const file = join(dirname(path), BINARY);
      return { contents: loader(encodedIn(readFileSync(file, 'utf8'), file)) };
    });
    bundler.onLoad({ filter: /[\\/]yoga-wasm-base64-esm\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return { contents: text.replace(encodedIn(text, path), '') };
    });
  },
};

/** @throws where the library is not as it was, so that a new version does not lose this unnoticed */
function encodedIn(text: string, file: string): string {
  const [, encoded] = ENCODED.exec(text) ?? [];
  if (encoded === undefined)
    throw new Error(`${file} holds no WebAssembly as text any more: see ${import.meta.filename}`);
  return encoded;
}

function loader(encoded: string): string {
  return `
import loadYoga from '${BINARY}';
import wrapAssembly from './wrapAssembly.js';
const bytes = Buffer.from('${encoded}', 'base64');
const instantiateWasm = (imports, done) => {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
  done(instance);
  return instance.exports;
};
export default wrapAssembly(await loadYoga({ instantiateWasm }));
export * from './generated/YGEnums.js';
`;
}
