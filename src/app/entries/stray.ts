import { listed } from '../../answers/wording.ts';

/** What is said about a sign that means nothing to a reply: which ones do. */

/** Only letters and digits are taken for an answer; other signs are a slip of the hand. */
const SIGN = /^[\p{L}\p{N}]$/u;

/**
 * @param what bears the labels, such as `option`
 * @returns null where the sign is a label, or none at all
 */
export function strayText(sign: string, what: string, labels: readonly string[]): string | null {
  const plain = sign.normalize('NFKC').toLowerCase();
  if (!SIGN.test(plain) || labels.includes(plain)) return null;
  return `There is no ${what} ${plain}: ${among(what, labels)}.`;
}

/** `the options are a to d` */
function among(what: string, labels: readonly string[]): string {
  const [first, last] = [labels[0] ?? '', labels.at(-1) ?? ''];
  if (labels.length === 1) return `the only ${what} is ${first}`;
  return `the ${what}s are ${labels.length === 2 ? listed(labels) : `${first} to ${last}`}`;
}
