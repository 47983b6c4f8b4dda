import { fields } from '../../src/compute/fields.ts';
import { constant, input, type Node, step } from '../../src/compute/node.ts';
import { given } from './formulas.ts';

/** The names of the formulas as nodes, and two that stand for several results. */

const variables = new Map(
  Object.entries(given).map(([name, value]): [string, Node] => [name, input({ name, tex: name }, value)]),
);
const cell = fields({
  h: variables.get('x') as Node,
  c: constant(0.5),
  deep: fields({ c: variables.get('a') as Node }),
});

export const names: ReadonlyMap<string, Node> = new Map([
  ...variables,
  ['cell', cell],
  ['named', step({ name: 'named', tex: 'n' }, cell)],
]);
