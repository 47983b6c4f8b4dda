import { type Line, span } from '../line.ts';
import { indented } from '../markdown/margin.ts';
import { wrap } from '../markdown/wrap.ts';
import { isComplete, type Layer, type Link, type Network, type Unit } from './network.ts';

/** A network as a list, layer by layer: what needs no room to the side. */

const MARGIN = '  ';

export function networkList({ layers, links }: Network, width: number): Line[] {
  return layers.flatMap((layer, i) => {
    const next = layers[i + 1];
    const link = links[i];
    return [
      ...hanging(`${layer.name}: ${layer.units.map(unitText).join(', ')}`, '', width),
      ...(next && link ? arrows(link, layer, next).flatMap(text => hanging(text, MARGIN, width)) : []),
    ];
  });
}

/** A name and its value are not parted at the end of a line. */
function unitText({ name, value, bias }: Unit): string {
  const text = `${name}${value === '' ? '' : ` = ${value}`}${bias === '' ? '' : ` (bias ${bias})`}`;
  return text.replaceAll(' ', '\u00a0');
}

function arrows(link: Link, layer: Layer, next: Layer): readonly string[] {
  const label = link.label === '' ? '' : ` (${link.label})`;
  if (isComplete(link, layer, next) && link.edges.every(({ weight }) => weight === ''))
    return [`all of ${layer.name} → all of ${next.name}${label}`];
  const sources = [...Map.groupBy(link.edges, ({ from }) => from)].map(([from, edges]) => {
    const targets = edges.map(({ to, weight }) => {
      const name = next.units[to]?.name ?? '';
      return weight === '' ? name : `${name}\u00a0(${weight.replaceAll(' ', '\u00a0')})`;
    });
    return `${layer.units[from]?.name ?? ''} → ${targets.join(', ')}`;
  });
  return label === '' ? sources : [`${layer.name} → ${next.name}${label}`, ...sources];
}

/** The second line on is indented once more. */
function hanging(text: string, margin: string, width: number): Line[] {
  const lines = wrap([span(text, 'code')], Math.max(1, width - margin.length - MARGIN.length));
  return indented(lines, span(margin), span(margin + MARGIN));
}
