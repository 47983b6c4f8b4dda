import { fields } from '../../fields.ts';
import { constant, type Node } from '../../node.ts';
import { shapeText } from '../../tensor.ts';
import { element, list, maximum, minimum, minus, over, plus, times, total } from '../../terms.ts';
import { two, upTo } from '../constants.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, matrix, number, tensor, vector } from '../parameters.ts';
import { checkFractions, checkSameShape, spelledMean, spelledSum } from './common.ts';

/** How well two regions cover one another. */

const zero = constant(0);
const MOST_CLASSES = 20;

function areaOf(box: Node): Node {
  const [x1, y1, x2, y2] = upTo(4).map(i => element(box, i)) as [Node, Node, Node, Node];
  return times(minus(x2, x1), minus(y2, y1));
}

function checkBox(name: string, box: Node): void {
  const [x1, y1, x2, y2] = box.data as unknown as [number, number, number, number];
  if (box.data.length !== 4 || !(x2 > x1 && y2 > y1)) {
    throw new ArgumentError(`box_iou: ${name} must be [x1, y1, x2, y2] with x2 above x1 and y2 above y1`);
  }
}

/** What both cover, and how much each does. */
function sizesOf(a: Node, b: Node): Readonly<Record<'shared' | 'first' | 'second', Node>> {
  return {
    shared: libraryStep('I', 'I', spelledSum(times(a, b)), 'the intersection'),
    first: libraryStep('A', '|A|', spelledSum(a)),
    second: libraryStep('B', '|B|', spelledSum(b)),
  };
}

export const overlaps: readonly LibraryFunction[] = [
  define({
    name: 'iou',
    parameters: { a: tensor(), b: tensor() },
    formula: '\\mathrm{IoU} = \\frac{|A \\cap B|}{|A \\cup B|}',
    summary: 'Intersection over union of two masks of 0 and 1, also called Jaccard index. Boxes: box_iou.',
    shapes: 'a and b: any one shape',
    example: 'iou([1, 1, 0, 0], [0, 1, 1, 0])',
    source: 'Everingham et al. 2010, The PASCAL Visual Object Classes Challenge',
    build: ({ a, b }) => {
      checkSameShape('iou', a, b);
      if ([...a.data, ...b.data].some(x => x !== 0 && x !== 1)) throw new ArgumentError('iou: masks hold only 0 and 1');
      const { shared, first, second } = sizesOf(a, b);
      const union = libraryStep('U', 'U', minus(plus(first, second), shared), 'what both share is counted once');
      if (union.data[0] === 0) throw new ArgumentError('iou: both masks are empty, so the union is 0');
      return libraryStep('IoU', '\\mathrm{IoU}', over(shared, union));
    },
  }),
  define({
    name: 'box_iou',
    parameters: { a: vector(), b: vector() },
    formula:
      '\\mathrm{IoU} = \\frac{w h}{A_a + A_b - w h},\\qquad w = \\max(0,\\; \\min(x_2^a, x_2^b) - \\max(x_1^a, x_1^b)),\\quad h \\text{ likewise}',
    summary:
      'Intersection over union of two boxes, from the width w and the height h of what they share and their areas A.',
    shapes: 'a and b: [x1, y1, x2, y2], two opposite corners',
    convention: 'Coordinates are continuous: a box from 0 to 2 is 2 wide, not 3 pixels.',
    example: 'box_iou([0, 0, 2, 2], [1, 1, 3, 3])',
    source: 'torchvision box_iou',
    build: ({ a, b }) => {
      checkBox('a', a);
      checkBox('b', b);
      const side = (low: number): Node =>
        maximum(
          zero,
          minus(minimum(element(a, low + 2), element(b, low + 2)), maximum(element(a, low), element(b, low))),
        );
      const w = libraryStep(
        'w',
        'w',
        side(0),
        'from the larger left edge to the smaller right edge, and 0 where they do not meet',
      );
      const h = libraryStep('h', 'h', side(1));
      const shared = libraryStep('I', 'I', times(w, h), 'the intersection');
      const areas = [libraryStep('A_a', 'A_a', areaOf(a)), libraryStep('A_b', 'A_b', areaOf(b))] as const;
      const union = libraryStep('U', 'U', minus(plus(...areas), shared), 'what both share is counted once');
      return libraryStep('IoU', '\\mathrm{IoU}', over(shared, union));
    },
  }),
  define({
    name: 'dice',
    parameters: { a: tensor(), b: tensor(), smooth: byName(number(0)) },
    formula: '\\mathrm{Dice} = \\frac{2 \\sum_i a_i b_i + s}{\\sum_i a_i + \\sum_i b_i + s}',
    summary:
      'Dice coefficient of two masks, also of probabilities and a mask (soft Dice). The Dice loss is 1 minus it.',
    shapes: 'a and b: any one shape, from 0 to 1',
    convention:
      'smooth is s, added to the numerator and the denominator. The sums below are of the numbers themselves, not of their squares as in V-Net.',
    example: 'dice([1, 1, 0, 0], [0, 1, 1, 0])',
    source:
      'Dice 1945, Measures of the Amount of Ecologic Association Between Species; Sudre et al. 2017, Generalised Dice Overlap as a Deep Learning Loss Function',
    build: ({ a, b, smooth }) => {
      checkSameShape('dice', a, b);
      checkFractions('dice', 'a', a);
      checkFractions('dice', 'b', b);
      if ((smooth.data[0] as number) < 0) throw new ArgumentError('dice: smooth must be 0 or more');
      const { shared, first, second } = sizesOf(a, b);
      const above = times(two, shared);
      const sizes = plus(first, second);
      const isPlain = smooth.data[0] === 0;
      const below = isPlain ? sizes : plus(sizes, smooth);
      if (below.data[0] === 0) throw new ArgumentError('dice: both masks are empty, so the denominator is 0');
      return libraryStep('dice', '\\mathrm{Dice}', over(isPlain ? above : plus(above, smooth), below));
    },
  }),
  define({
    name: 'mean_iou',
    parameters: { confusion: matrix() },
    formula:
      '\\mathrm{IoU}_k = \\frac{C_{kk}}{\\sum_j C_{kj} + \\sum_i C_{ik} - C_{kk}},\\qquad \\mathrm{mIoU} = \\frac1K \\sum_k \\mathrm{IoU}_k',
    summary: 'Intersection over union of each class from a confusion matrix, and their mean. Fields: iou, mean.',
    shapes: `(K, K), K at most ${MOST_CLASSES}; iou is (K)`,
    convention: 'It does not matter whether rows or columns are the true classes.',
    example: 'mean_iou([[3, 1], [2, 4]]).mean',
    source: 'Long, Shelhamer and Darrell 2015, Fully Convolutional Networks for Semantic Segmentation',
    build: ({ confusion }) => {
      const [rows, columns] = confusion.shape as [number, number];
      if (rows !== columns || rows > MOST_CLASSES || confusion.data.some(x => x < 0)) {
        throw new ArgumentError(
          `mean_iou: the confusion matrix must be square, of counts and at most ${MOST_CLASSES} classes, and has shape ${shapeText(confusion.shape)}`,
        );
      }
      const at = (i: number, j: number): Node => element(element(confusion, i), j);
      const perClass = upTo(rows).map(k => {
        const others = upTo(rows).filter(i => i !== k);
        const covered = total([...upTo(rows).map(j => at(k, j)), ...others.map(i => at(i, k))]);
        if (covered.data[0] === 0) throw new ArgumentError(`mean_iou: class ${k} does not occur, so its union is 0`);
        const why =
          k === 0 ? 'below: all of the row and of the column of the class, their common entry once' : undefined;
        return libraryStep(`iou${k + 1}`, `\\mathrm{IoU}_{${k + 1}}`, over(at(k, k), covered), why);
      });
      const iou = list(perClass);
      return fields({ iou, mean: libraryStep('mean', '\\mathrm{mIoU}', spelledMean(iou)) });
    },
  }),
];
