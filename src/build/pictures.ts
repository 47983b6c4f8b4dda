import { resolve } from 'node:path';
import { makePictures } from './pictures/make.ts';

/** Pictures of the built program for the README: `node src/build/pictures.ts [folder]`. */

await makePictures(resolve('dist'), process.argv[2] ?? '.github/pictures');
