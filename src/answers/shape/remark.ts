import { listed } from '../wording.ts';
import { type Dimension, dimensionTex, dimensionText, sameDimension, sameShape } from './dimension.ts';

/** What can be said of a wrong shape without knowing the question: Markdown, or null. */

type Shape = readonly Dimension[];
type Remark = (reply: Shape, key: Shape) => string | null;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
/** What a batch is counted with. */
const BATCH = ['N', 'B'];

export function remark(reply: Shape, key: Shape): string | null {
  return (
    REMARKS.values()
      .map(of => of(reply, key))
      .find(said => said !== null) ?? null
  );
}

/** The first that applies is said. */
const REMARKS: readonly Remark[] = [batchMissing, oneMissing, oneTooMany, anotherRank, anotherOrder, someWrong];

function batchMissing(reply: Shape, key: Shape): string | null {
  const [batch, ...rest] = key;
  if (!batch || !BATCH.includes(dimensionText(batch)) || !sameShape(reply, rest)) return null;
  return `Only the batch dimension $${dimensionTex(batch)}$ is missing; the others are right.`;
}

function oneMissing(reply: Shape, key: Shape): string | null {
  return isOneLess(reply, key) ? 'One dimension is missing; the others are right.' : null;
}

function oneTooMany(reply: Shape, key: Shape): string | null {
  return isOneLess(key, reply) ? 'There is one dimension too many; the others are right.' : null;
}

function isOneLess(shorter: Shape, longer: Shape): boolean {
  if (shorter.length === 0) return false;
  return longer.some((_, i) => sameShape(shorter, longer.toSpliced(i, 1)));
}

function anotherRank(reply: Shape, key: Shape): string | null {
  if (reply.length === key.length) return null;
  return `This shape has ${dimensions(reply.length)}; ${dimensions(key.length)} ${key.length === 1 ? 'is' : 'are'} wanted.`;
}

function dimensions(count: number): string {
  return count === 0 ? 'no dimensions' : count === 1 ? '1 dimension' : `${count} dimensions`;
}

function anotherOrder(reply: Shape, key: Shape): string | null {
  const sorted = (shape: Shape): string[] => shape.map(dimensionText).toSorted();
  return sorted(reply).join() === sorted(key).join() ? 'These are the right dimensions in another order.' : null;
}

function someWrong(reply: Shape, key: Shape): string | null {
  const wrong = key.flatMap((dimension, i) => {
    const given = reply[i];
    return given && !sameDimension(given, dimension) ? [{ place: i, byOne: isByOne(given, dimension) }] : [];
  });
  const byOne = wrong.every(one => one.byOne);
  if (wrong.length === key.length && !byOne) return null;
  const places = wrong.map(({ place }) => ORDINALS[place] ?? `${place + 1}th`);
  const [noun, verb] = places.length === 1 ? ['dimension', 'is'] : ['dimensions', 'are'];
  const right = wrong.length === key.length ? '' : '; the rest is right';
  return `The ${listed(places)} ${noun} ${verb} ${byOne ? 'off by one' : 'wrong'}${right}.`;
}

function isByOne(given: Dimension, wanted: Dimension): boolean {
  const sameSymbols = given.symbols.join('*') === wanted.symbols.join('*');
  return sameSymbols && Math.abs(given.factor - wanted.factor) === 1;
}
