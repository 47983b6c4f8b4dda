import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { loadFolder } from '../bank/load.ts';
import { problemText } from '../bank/problem.ts';

/** Builds `dist/`: the program as one ESM bundle with lazily loaded parts, the launcher, and the compiled bank. */

const BUILT = 'dist';
/** Until all of it is there, so that a build that fails leaves the last one as it was. */
const OUT = 'dist.new';

/** Ink looks for developer tools that are not part of the program. */
const withoutDevtools = {
  name: 'without-devtools',
  setup(bundler: import('esbuild').PluginBuild): void {
    bundler.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    bundler.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default undefined;' }));
  },
};

const { templates, problems } = loadFolder('questions');
if (problems.length > 0) {
  for (const problem of problems) console.error(problemText(problem));
  process.exit(1);
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
await build({
  entryPoints: {
    main: 'src/main.ts',
    'lint-worker': 'src/bank/lint/worker.ts',
    'print-worker': 'src/exam/print/worker.ts',
    'print-process': 'src/exam/print/process.ts',
  },
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // Native code stays where it was installed.
  external: ['better-sqlite3', '@open-spaced-repetition/binding', '@myriaddreamin/typst-ts-node-compiler'],
  plugins: [withoutDevtools],
  define: { 'process.env.NODE_ENV': '"production"' },
  // CommonJS inside the bundle may still ask for built-in modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  legalComments: 'linked',
  chunkNames: 'parts/[name]-[hash]',
  logLevel: 'warning',
});
writeFileSync(`${OUT}/bank.json`, JSON.stringify(templates));
// Last, because its time stamp tells whether the build is up to date.
cpSync('src/launcher.mjs', `${OUT}/tutor.js`, { preserveTimestamps: false });
chmodSync(`${OUT}/tutor.js`, 0o755);
rmSync(BUILT, { recursive: true, force: true });
renameSync(OUT, BUILT);
