import { fields } from '../../fields.ts';
import { isConstant, type Node } from '../../node.ts';
import { constant, elements, list, minus, over, plus, times } from '../../terms.ts';
import { one, two } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { tensor } from '../parameters.ts';
import { checkLayers } from './common.ts';
import { reach } from './windows.ts';

/** What one unit sees of the input, layer by layer. */

interface Layer {
  readonly kernel: Node;
  readonly stride: Node;
  readonly dilation: Node;
  readonly padding: Node;
}

const ZERO = constant(0);
const JUMP = 'one step in the kernel is as many input pixels wide as the product of all earlier strides';

/** @param form what a layer is, in words, for whoever wrote another thing */
function layersIn(caller: string, table: Node, longest: number, form: string): Layer[] {
  if (table.shape.length !== 2) throw new ArgumentError(`${caller}: the layers are a list of rows`);
  checkLayers(caller, table);
  return elements(table).map(row => {
    const [kernel, stride, dilation = one, padding = ZERO] = elements(row);
    const fits = row.data.length <= longest && row.data.every((n, i) => Number.isInteger(n) && n >= (i < 3 ? 1 : 0));
    if (!kernel || !stride || !fits) throw new ArgumentError(`${caller}: a layer is ${form}`);
    return { kernel, stride, dilation, padding };
  });
}

/** The receptive field, the jump and the first centre after every layer. */
function grown(layers: readonly Layer[]): Record<'r' | 'j' | 'c', Node>[] {
  let r: Node = one;
  let j: Node = one;
  let c: Node = ZERO;
  return layers.map((layer, i) => {
    const l = i + 1;
    const why = (text: string): string | undefined => (i === 1 ? text : undefined);
    const field = plus(r, times(reach(layer), j));
    const half = over(reach(layer), two);
    const inwards = times(isConstant(layer.padding, 0) ? half : minus(half, layer.padding), j);
    r = libraryStep(
      `r${l}`,
      `r_{${l}}`,
      field,
      why('neighbouring inputs of the kernel lie one jump of the layer below apart'),
    );
    j = libraryStep(
      `j${l}`,
      `j_{${l}}`,
      times(j, layer.stride),
      i === 0 ? 'how far apart in the input neighbouring units look' : undefined,
    );
    const centre = isConstant(c, 0) ? inwards : plus(c, inwards);
    c = libraryStep(
      `c${l}`,
      `c_{${l}}`,
      centre,
      i === 0 ? 'centre of the first window: half of what the kernel covers, less the padding' : undefined,
    );
    return { r, j, c };
  });
}

export const receptiveField: readonly LibraryFunction[] = [
  define({
    name: 'receptive_field',
    parameters: { layers: tensor() },
    formula: 'r_l = r_{l-1} + d_l (k_l - 1) \\prod_{i=1}^{l-1} s_i, \\qquad r_0 = 1',
    summary: 'Side of the input region that one unit after the last layer sees.',
    shapes: 'layers: rows [kernel, stride] or [kernel, stride, dilation]',
    example: 'receptive_field([[5, 1], [2, 2]])',
    source: 'Araujo, Norris and Sim 2019, Computing Receptive Fields of Convolutional Neural Networks',
    build: ({ layers }) => {
      const form = '[kernel, stride] or [kernel, stride, dilation], whole numbers of 1 or more';
      let field: Node = one;
      let jump: Node = one;
      layersIn('receptive_field', layers, 3, form).forEach((layer, i) => {
        const wider = plus(field, times(jump, reach(layer)));
        field = libraryStep(`r${i + 1}`, `r_{${i + 1}}`, wider, i === 1 ? JUMP : undefined);
        jump = times(jump, layer.stride);
      });
      return field;
    },
  }),
  define({
    name: 'receptive_field_layers',
    parameters: { layers: tensor() },
    formula:
      'r_l = r_{l-1} + d_l (k_l - 1)\\, j_{l-1}, \\quad j_l = j_{l-1} s_l, \\quad c_l = c_{l-1} + \\left(\\frac{d_l (k_l - 1)}{2} - p_l\\right) j_{l-1}',
    summary:
      'After each layer: the receptive field r, the side of the input region that one unit sees; the jump j, the distance in the input between what neighbouring units see; the start c, the centre of what the first unit sees. Fields: r, j, start, each a list with one number per layer.',
    shapes:
      'layers: rows [kernel, stride], [kernel, stride, dilation] or [kernel, stride, dilation, padding]; the fields: (layers)',
    convention:
      'r₀ = j₀ = 1 and c₀ = 0: positions are counted from 0 at the centre of the first pixel; others put that at 0.5.',
    example: 'receptive_field_layers([[5, 1], [2, 2], [3, 1]]).r',
    source: 'Araujo, Norris and Sim 2019, Computing Receptive Fields of Convolutional Neural Networks',
    build: ({ layers }) => {
      const form =
        '[kernel, stride], [kernel, stride, dilation] or [kernel, stride, dilation, padding], whole numbers of 1 or more (the padding 0 or more)';
      const rows = grown(layersIn('receptive_field_layers', layers, 4, form));
      return fields({
        r: list(rows.map(({ r }) => r)),
        j: list(rows.map(({ j }) => j)),
        start: list(rows.map(({ c }) => c)),
      });
    },
  }),
];
