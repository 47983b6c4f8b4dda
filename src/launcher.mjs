#!/usr/bin/env node
// Looks at the Node version before anything else is loaded: the database library is built for Node-API 10, and where that is
// missing (before Node 22.14, and from 23.0 to 23.5) it crashes the process.

const NODE_API = 10;

if (!(Number(process.versions.napi) >= NODE_API)) {
  process.stderr.write(
    `tutor needs Node 22.14 or newer (of the 23 line, 23.6) and this is ${process.versions.node}: install a newer Node, or start it with "npm start" in its folder.\n`,
  );
  process.exit(1);
}

const { enableCompileCache } = await import('node:module');
enableCompileCache();
const { main } = await import('./main.js');
process.exitCode = await main(process.argv.slice(2), new URL('.', import.meta.url));
