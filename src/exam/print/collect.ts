import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Frees at once what nobody needs any more. The typesetting library holds some ten megabytes for each paper until its
 * small handle in JavaScript is collected, and of those megabytes the collector knows nothing: left alone, it sees no reason
 * to begin before they are gigabytes.
 */
export function collector(): () => void {
  // Node gives this function no other name; the flag alone does nothing.
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
