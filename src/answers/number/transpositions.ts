import { exactDigits } from '../../compute/digits.ts';

/** What a reply may have been before two neighbouring digits changed places. */

interface Transposed {
  readonly value: number;
  /** Of the last digit that was given. */
  readonly unit: number;
}

/** A 0 at the end may have been given as well: 0.543 is 0.5430, which is 0.5403 with two digits exchanged. */
export function transpositions(reply: number): Transposed[] {
  const [mantissa, exponent = '0'] = exactDigits(reply).text.split('e') as [string, string?];
  const longer = mantissa.includes('.') ? `${mantissa}0` : `${mantissa}.0`;
  return [mantissa, longer].flatMap(digits => {
    const [, decimals = ''] = digits.split('.');
    const unit = Number(`1e${Number(exponent) - decimals.length}`);
    return exchanged(digits).map(text => ({ value: Number(`${text}e${exponent}`), unit }));
  });
}

/** The decimal with each pair of neighbouring significant digits exchanged; the point stays where it is. */
function exchanged(decimal: string): string[] {
  const places = [...decimal.matchAll(/\d/g)].map(({ index }) => index);
  const significant = places.slice(places.findIndex(place => decimal[place] !== '0'));
  return significant.flatMap((place, i) => {
    const next = significant[i + 1];
    if (next === undefined) return [];
    const [digit, other] = [decimal[place] as string, decimal[next] as string];
    // A zero in front would leave a number of fewer digits.
    if (i === 0 && other === '0') return [];
    return [[...decimal].with(place, other).with(next, digit).join('')];
  });
}
