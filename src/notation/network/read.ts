import { columns } from '../columns.ts';
import { safeLine } from '../safe.ts';
import { DOTS, type Edge, type Layer, type Link, type Network, type Unit, unitsOf } from './network.ts';

/**
 * Reads the lines of a network: `layer: unit, unit = value bias value`, from left to right, and `from -> to: text`, where
 * both ends are units, with a weight, or both are layers, with what is done between them.
 */

/** What is wrong, and in which line of the block, from 0. */
interface Fault {
  readonly line: number;
  readonly message: string;
}

type Read = { readonly network: Network } | { readonly fault: Fault };

/** More are no drawing any more. */
const MOST_LAYERS = 6;
const MOST_UNITS = 8;
/** Of a name or a value, in columns. */
const LONGEST = 24;
/** How a unit is written that stands for more. */
const MORE = /^(?:\.{3}|…|⋮)$/;

const ARROW = /^(.+?)\s*(?:->|→)\s*(.+?)\s*(?::\s*(.*?)\s*)?$/;
const LAYER = /^([^:]+?)\s*:\s*(.+?)\s*$/;
const UNIT = /^(.+?)(?:\s*=\s*(.+?))?(?:\s+bias\s+(.+?))?$/;
/** How a very small or very large value is filled in. */
const POWER = /\$?([-−\d.]+)\s*\\cdot\s*10\^\{?([-−]?\d+)\}?\$?/g;

interface Row {
  readonly line: number;
  readonly text: string;
}

interface Arrow extends Row {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A fault that ends the reading. */
class Broken extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

export function readNetwork(caption: string, text: string): Read {
  const rows = text
    .split('\n')
    .map((content, line) => ({ line, text: safeLine(content.replaceAll(POWER, '$1e$2')).trim() }))
    .filter(row => row.text !== '');
  try {
    const layers = rows.filter(row => !ARROW.test(row.text)).map(layerOf);
    checkLayers(layers.map(({ layer }) => layer));
    checkNames(layers);
    const arrows = rows.flatMap(arrowOf);
    return { network: { caption, layers: layers.map(({ layer }) => layer), links: linksOf(layers, arrows) } };
  } catch (error) {
    if (error instanceof Broken) return { fault: { line: error.line, message: error.message } };
    throw error;
  }
}

interface Placed {
  readonly line: number;
  readonly layer: Layer;
}

function layerOf({ line, text }: Row): Placed {
  const [, name, rest] = LAYER.exec(text) ?? [];
  if (name === undefined || rest === undefined)
    throw new Broken(line, 'this is neither a layer, "name: unit, unit", nor an arrow, "unit -> unit: weight"');
  const units = rest.split(',').map(one => unitOf(one.trim(), line));
  if (units.length > MOST_UNITS)
    throw new Broken(line, `a layer has at most ${MOST_UNITS} units: write ... in place of those between`);
  return { line, layer: { name: short(name, line), units } };
}

function unitOf(text: string, line: number): Unit {
  const [, name = '', value = '', bias = ''] = UNIT.exec(text) ?? [];
  if (name === '') throw new Broken(line, 'a unit has no name: units stand between commas');
  return {
    name: MORE.test(name) ? DOTS : short(name, line),
    value: short(value, line),
    bias: short(bias, line),
  };
}

function short(text: string, line: number): string {
  if (columns(text) > LONGEST) throw new Broken(line, `"${text}" is too long: at most ${LONGEST} characters`);
  return text;
}

function checkLayers(layers: readonly Layer[]): void {
  if (layers.length < 2 || layers.length > MOST_LAYERS)
    throw new Broken(
      0,
      `a network has 2 to ${MOST_LAYERS} layers, each a line "name: unit, unit"; here are ${layers.length}`,
    );
}

/** An arrow has to know its ends. */
function checkNames(layers: readonly Placed[]): void {
  const seen = new Set<string>();
  for (const { line, layer } of layers) {
    for (const name of [layer.name, ...layer.units.map(unit => unit.name)]) {
      if (name !== DOTS && seen.has(name)) throw new Broken(line, `the name ${name} stands twice`);
      seen.add(name);
    }
  }
}

function arrowOf({ line, text }: Row): readonly Arrow[] {
  const [, from, to, label = ''] = ARROW.exec(text) ?? [];
  return from === undefined || to === undefined ? [] : [{ line, text, from, to, label: short(label, line) }];
}

interface End {
  readonly layer: number;
  /** null for the whole layer. */
  readonly unit: number | null;
}

function linksOf(placed: readonly Placed[], arrows: readonly Arrow[]): readonly Link[] {
  const layers = placed.map(({ layer }) => layer);
  const ends = new Map<string, End>();
  for (const [layer, { name, units }] of layers.entries()) {
    ends.set(name, { layer, unit: null });
    for (const [unit, one] of units.entries()) if (one.name !== DOTS) ends.set(one.name, { layer, unit });
  }
  const labels = new Map<number, string>();
  const listed = new Map<number, Map<string, Edge>>();
  for (const arrow of arrows) {
    const [from, to] = [endOf(ends, arrow.from, arrow.line), endOf(ends, arrow.to, arrow.line)];
    if (to.layer !== from.layer + 1)
      throw new Broken(arrow.line, `an arrow leads to the next layer, which ${arrow.from} -> ${arrow.to} does not`);
    if ((from.unit === null) !== (to.unit === null))
      throw new Broken(arrow.line, 'an arrow joins two units or two layers, and no unit with a layer');
    if (from.unit === null || to.unit === null) {
      labels.set(from.layer, arrow.label);
      continue;
    }
    const edges = listed.get(from.layer) ?? new Map<string, Edge>();
    const key = `${from.unit} ${to.unit}`;
    if (edges.has(key)) throw new Broken(arrow.line, `${arrow.from} -> ${arrow.to} stands twice`);
    listed.set(from.layer, edges.set(key, { from: from.unit, to: to.unit, weight: arrow.label }));
  }
  return layers.slice(1).map((right, i) => ({
    label: labels.get(i) ?? '',
    edges: inOrder([...(listed.get(i)?.values() ?? all(layers[i], right))]),
  }));
}

function endOf(ends: ReadonlyMap<string, End>, name: string, line: number): End {
  const end = ends.get(name);
  if (end === undefined) throw new Broken(line, `there is no unit or layer ${name}`);
  return end;
}

function all(left: Layer | undefined, right: Layer): readonly Edge[] {
  if (left === undefined) return [];
  return unitsOf(left).flatMap(from => unitsOf(right).map(to => ({ from, to, weight: '' })));
}

function inOrder(edges: readonly Edge[]): readonly Edge[] {
  return edges.toSorted((a, b) => a.from - b.from || a.to - b.to);
}
