import { apply, constant, LEVEL, type Node, type Operation } from '../node.ts';
import { allocate, type Shape, ShapeError, shapeText, type Tensor } from '../tensor.ts';
import { longSum } from './elided.ts';
import { boundWork, eachMeeting, indexAt, offsetOf, type Sliding, type Windows, windowsOver } from './sliding.ts';

/**
 * The windows of an image as the columns of a matrix (im2col), and the adjoint that adds the columns back into an image.
 * The image is (H, W) or (C, H, W); attributes: kernel, stride, padding, dilation, and of the adjoint the image's shape.
 */

interface Layout {
  readonly channels: number;
  readonly windows: Windows;
  /** Of the matrix. */
  readonly shape: Shape;
}

function layoutOf(image: Shape, attributes: Node['attributes']): Layout {
  const { kernel, stride, padding, dilation } = attributes as unknown as Sliding;
  if (image.length !== 2 && image.length !== 3) {
    throw new ShapeError(`an image has shape (H, W) or (C, H, W), not ${shapeText(image)}`);
  }
  const channels = image.length === 3 ? (image[0] as number) : 1;
  const windows = windowsOver(image.slice(-2), { kernel, stride, padding, dilation });
  boundWork(windows, channels);
  return { channels, windows, shape: [channels * windows.sizes.kernel, windows.sizes.places] };
}

function eachEntry({ channels, windows }: Layout, meet: (entry: number, pixel: number) => void): void {
  const { input, kernel, places } = windows.sizes;
  for (let channel = 0; channel < channels; channel++) {
    eachMeeting(windows, (window, place, at) =>
      meet((channel * kernel + place) * places + window, channel * input + at),
    );
  }
}

const write =
  (tex: string): Operation['write'] =>
  ([value], show, _, { kernel }) => ({
    tex: `\\operatorname{${tex}}_{${(kernel as Shape).join(' \\times ')}}\\left(${show(value as Node, LEVEL.relation, true)}\\right)`,
    level: LEVEL.atom,
  });

const unfold: Operation = {
  name: 'im2col',
  evaluate: ([value], attributes) => {
    const image = value as Tensor;
    const layout = layoutOf(image.shape, attributes);
    const data = allocate(layout.shape);
    eachEntry(layout, (entry, pixel) => {
      data[entry] = image.data[pixel] as number;
    });
    return { shape: layout.shape, data };
  },
  write: write('im2col'),
  gradient: (node, upstream) => [apply(fold, [upstream], { ...node.attributes, shape: (node.args[0] as Node).shape })],
  component: (node, index, of) => {
    const [image] = node.args as [Node];
    const wanted = offsetOf(index, node.shape);
    let found: Node = constant(0);
    eachEntry(layoutOf(image.shape, node.attributes), (entry, pixel) => {
      if (entry === wanted) found = of(image, indexAt(pixel, image.shape));
    });
    return found;
  },
};

const fold: Operation = {
  name: 'col2im',
  evaluate: ([value], { shape, ...attributes }) => {
    const columns = value as Tensor;
    const layout = layoutOf(shape as Shape, attributes);
    const data = allocate(shape as Shape);
    eachEntry(layout, (entry, pixel) => {
      data[pixel] = (data[pixel] as number) + (columns.data[entry] as number);
    });
    return { shape: shape as Shape, data };
  },
  write: write('col2im'),
  gradient: (node, upstream) => {
    const { shape: _, ...attributes } = node.attributes;
    return [apply(unfold, [upstream], attributes)];
  },
  component: (node, index, of) => {
    const [columns] = node.args as [Node];
    const wanted = offsetOf(index, node.shape);
    const terms: Node[] = [];
    eachEntry(layoutOf(node.shape, node.attributes), (entry, pixel) => {
      if (pixel === wanted) terms.push(of(columns, indexAt(entry, columns.shape)));
    });
    return terms.length === 0 ? constant(0) : longSum(terms);
  },
};

/** @throws ShapeError where the window is larger than the padded image */
export function imageColumns(image: Node, sliding: Sliding): Node {
  return apply(unfold, [image], { ...sliding });
}

export const unfolding = [unfold, fold];
