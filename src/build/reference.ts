import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePage } from '../bank/reference-page.ts';

/** Writes the reference of the author's language anew: `node src/build/reference.ts`. */

writeFileSync(join(import.meta.dirname, '../../questions/functions.md'), referencePage());
