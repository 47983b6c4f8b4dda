import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compiledText } from '../bank/compiled.ts';
import { loadFolder } from '../bank/load.ts';
import { problemText } from '../bank/problem.ts';
import { BUNDLING } from './bundling.ts';

/** Builds `dist/`: the program as one ESM bundle with lazily loaded parts, the launcher, and the compiled bank. */

const BUILT = 'dist';
/** Until all of it is there, so that a build that fails leaves the last one as it was. */
const OUT = 'dist.new';

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
  ...BUNDLING,
});
writeFileSync(`${OUT}/bank.json`, compiledText(templates, programHash()));
// Last, because its time stamp tells whether the build is up to date.
cpSync('src/launcher.mjs', `${OUT}/tutor.js`, { preserveTimestamps: false });
chmodSync(`${OUT}/tutor.js`, 0o755);
rmSync(BUILT, { recursive: true, force: true });
renameSync(OUT, BUILT);

/** Of all that was bundled: what one program has read of question files another may read otherwise. */
function programHash(): string {
  const hash = createHash('sha256');
  const files = readdirSync(OUT, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js'));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(OUT, file)));
  return hash.digest('hex').slice(0, 16);
}
