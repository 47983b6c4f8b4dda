import { writeFileSync } from 'node:fs';
import { referencePage } from '../bank/reference-page.ts';

/** Writes the reference of the author's language anew: `node src/build/reference.ts`. */

writeFileSync('questions/functions.md', referencePage());
