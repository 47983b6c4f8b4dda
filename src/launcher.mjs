#!/usr/bin/env node
// Looks at the Node version before anything else is loaded: on an older one the database library crashes the process.

const needed = [22, 12];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  process.stderr.write(
    `tutor needs Node ${needed.join('.')} or newer and this is ${process.versions.node}: install a newer Node, or start it with "npm start" in its folder.\n`,
  );
  process.exit(1);
}

const { enableCompileCache } = await import('node:module');
enableCompileCache();
const { main } = await import('./main.js');
process.exitCode = await main(process.argv.slice(2), new URL('.', import.meta.url));
