import type { Domain } from './symbols.ts';

/** Where numbers of a domain are looked for. */

/** Between 0 and 1, 1 excluded. */
export type Random = () => number;

/** What a draw is for: numbers of everyday size, of all sizes, or small ones. */
export type Spread = 'moderate' | 'wide' | 'small';

interface Region {
  readonly draw: (random: Random, spread: Spread) => number;
  /** From one end of the domain to the other, over many magnitudes. */
  readonly ladder: readonly number[];
}

const SIZES: Readonly<Record<Spread, readonly [low: number, high: number]>> = {
  moderate: [0.1, 3],
  wide: [1e-3, 1e3],
  small: [0.01, 0.5],
};

/** Evenly spread over the moderate, and over the magnitudes of the others. */
function size(random: Random, spread: Spread): number {
  const [low, high] = SIZES[spread];
  return spread === 'moderate' ? low + (high - low) * random() : low * (high / low) ** random();
}

/** Signs come from draws of their own, so that both do, whatever the size. */
const signed = (random: Random, spread: Spread): number => (random() < 0.5 ? -1 : 1) * size(random, spread);

const LARGEST_COUNT = 1000;

function count(random: Random, spread: Spread): number {
  if (spread === 'wide') return Math.max(1, Math.floor(LARGEST_COUNT ** random()));
  return 1 + Math.floor(random() * (spread === 'small' ? 4 : 12));
}

/** Part of the way from the lower end to the upper, seldom close to one of them. */
function share(random: Random, spread: Spread): number {
  if (spread === 'moderate') return 0.02 + 0.96 * random();
  const near = spread === 'wide' ? 10 ** (-6 * random()) / 2 : 10 ** (-2 * random()) / 2;
  return random() < 0.5 ? near : 1 - near;
}

const POWERS = [-9, -7, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 9];
/** No special numbers: at 1 itself x − 1 is 0, which it is nowhere else. */
const rising = POWERS.flatMap(power => [1.037 * 10 ** power, 3.261 * 10 ** power]);
const falling = rising.map(x => -x).reverse();
const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 50, 100, 200, 500, 1000, 1e4, 1e5, 1e6];
const shares = [1e-9, 1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.49].map(part => 1.0127 * part);
const inside = [...shares, ...shares.map(part => 1 - part).reverse()];

/** A domain in which numbers are drawn. */
export type Drawn = Exclude<Domain, 'identity'>;

const REGIONS: Readonly<Record<Exclude<Drawn, readonly [number, number]>, Region>> = {
  real: { draw: signed, ladder: [...falling, ...rising] },
  nonzero: { draw: signed, ladder: [...falling, ...rising] },
  positive: { draw: size, ladder: rising },
  nonnegative: { draw: size, ladder: rising },
  negative: { draw: (random, spread) => -size(random, spread), ladder: falling },
  natural: { draw: count, ladder: counts },
  integer: {
    draw: (random, spread) => (random() < 0.5 ? -1 : 1) * (count(random, spread) - (random() < 0.1 ? 1 : 0)),
    ladder: [...counts.map(n => -n).reverse(), 0, ...counts],
  },
  probability: { draw: share, ladder: inside },
};

export function regionOf(domain: Drawn): Region {
  if (typeof domain === 'string') return REGIONS[domain];
  const [low, high] = domain;
  const at = (part: number): number => low + (high - low) * part;
  return { draw: (random, spread) => at(share(random, spread)), ladder: inside.map(at) };
}

export function isWhole(domain: Domain): boolean {
  return domain === 'natural' || domain === 'integer';
}
