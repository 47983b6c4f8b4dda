// Makes a clone ready before `npm start` and `npm test`: installs what the lock file names and builds, each only where
// something is missing or out of date. It runs on whatever Node the system has (18 or newer), so it is plain JavaScript
// and uses nothing that is not there before the first install.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const inRoot = path => join(root, path);

const installed = 'node_modules/.package-lock.json';
const built = 'dist/tutor.js';
const sources = ['src', 'questions', 'migrations', 'package.json', installed];

/** Milliseconds; 0 where nothing is. */
function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function newestIn(path) {
  if (!existsSync(path) || !statSync(path).isDirectory()) return changedAt(path);
  return Math.max(changedAt(path), ...readdirSync(path).map(name => newestIn(join(path, name))));
}

function npm(why, ...args) {
  process.stderr.write(`${why}\n`);
  const { npm_execpath: cli, npm_node_execpath: node = process.execPath } = process.env;
  // Its own output goes to stderr, so that what the tutor prints can be piped.
  const options = { cwd: root, stdio: ['inherit', 2, 2] };
  // Not every system can start npm without a shell; inside a script of npm's the very same npm is at hand.
  const { status, error } = cli
    ? spawnSync(node, [cli, ...args], options)
    : spawnSync(['npm', ...args].join(' '), { ...options, shell: true });
  if (error || status !== 0) {
    process.stderr.write(
      `\n"npm ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}. Mend that and run the command again.\n`,
    );
    process.exit(1);
  }
}

if (changedAt(inRoot(installed)) < changedAt(inRoot('package-lock.json'))) {
  npm('Installing the libraries (only the first time) …', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
}
if (changedAt(inRoot(built)) < Math.max(...sources.map(path => newestIn(inRoot(path))))) {
  npm('Building …', 'run', '--silent', 'build');
}
