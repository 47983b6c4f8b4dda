import { type Loaded, loadFolder } from '../../src/bank/load.ts';

let loaded: Loaded | null = null;

/** The questions that come with the program: to read them all takes a while, and no test writes to their folder. */
export function shipped(): Loaded {
  loaded ??= loadFolder('questions');
  return loaded;
}
