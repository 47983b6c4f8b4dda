import { DOTS, isComplete, type Layer, type Link, type Network, type Unit } from './network.ts';

/** A network for listeners: its layers from left to right, what leads where, and every number. */
export function networkInWords({ caption, layers, links }: Network): string {
  const title = caption === '' ? 'Network' : `Network: ${caption}`;
  const sentences = [
    `${title}${/[.!?]$/.test(caption) ? '' : '.'}`,
    `It has ${layers.length} layers.`,
    ...layers.map(layerInWords),
    ...links.flatMap((link, i) => {
      const [left, right] = [layers[i], layers[i + 1]];
      return left && right ? [linkInWords(link, left, right)] : [];
    }),
  ];
  return spelled(sentences.join(' '));
}

function layerInWords({ name, units }: Layer): string {
  return `Layer ${name}: ${units.map(unitInWords).join('; ')}.`;
}

function unitInWords({ name, value, bias }: Unit): string {
  if (name === DOTS) return 'and so on up to';
  return `${name}${value === '' ? '' : ` is ${value}`}${bias === '' ? '' : ` with bias ${bias}`}`;
}

function linkInWords(link: Link, left: Layer, right: Layer): string {
  const isAll = isComplete(link, left, right);
  const label = link.label === '' ? '' : `, marked ${link.label}`;
  const how = isAll ? 'each unit leads to each of' : 'only some units lead to';
  const arrows = link.edges.map(({ from, to, weight }) => {
    const ends = `${left.units[from]?.name ?? ''} to ${right.units[to]?.name ?? ''}`;
    return weight === '' ? ends : `${ends} weighs ${weight}`;
  });
  const listed = isAll && link.edges.every(({ weight }) => weight === '') ? '' : `: ${arrows.join('; ')}`;
  return `From ${left.name} ${how} ${right.name}${label}${listed}.`;
}

const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
const HAT = /(\p{L})\u0302/gu;

/** Lowered digits, hats and the sign of a number are passed over by many voices. */
function spelled(text: string): string {
  return text
    .replaceAll(/[-−](?=[\d.])(?<![\p{L}\d].)/gu, 'minus ')
    .replaceAll(/[₀-₉]/g, digit => String(LOWERED.indexOf(digit)))
    .normalize('NFD')
    .replaceAll(HAT, '$1 hat ')
    .normalize('NFC')
    .replaceAll(/ hat (?=[\s.;,:)]|$)/g, ' hat');
}
