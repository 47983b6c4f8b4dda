import { isConstant, type Node } from '../../node.ts';
import { ceil, floor, minus, over, plus, times } from '../../terms.ts';
import { one, two } from '../constants.ts';
import { ArgumentError, libraryStep } from '../function.ts';

/** How many places a window has that slides along one side. */

export interface Window {
  readonly size: Node;
  readonly kernel: Node;
  readonly stride: Node;
  readonly padding: Node;
  readonly dilation: Node;
}

/** A size, and where it needs one, the reason for it. */
export interface Sized {
  readonly value: Node;
  readonly why?: string;
}

/** What a dilated kernel covers: d (k − 1) + 1. */
function extent({ kernel, dilation }: Pick<Window, 'kernel' | 'dilation'>): Node {
  return isConstant(dilation, 1) ? kernel : plus(reach({ kernel, dilation }), one);
}

/** From the first input that a dilated kernel covers to the last: d (k − 1). */
export function reach({ kernel, dilation }: Pick<Window, 'kernel' | 'dilation'>): Node {
  return times(dilation, minus(kernel, one));
}

/** How far the window can move: size + 2 padding − extent. */
function room(window: Window): Node {
  const { size, padding } = window;
  const padded = isConstant(padding, 0) ? size : plus(size, times(two, padding));
  return minus(padded, extent(window));
}

/** ⌊room / stride⌋ + 1: partial windows at the end are dropped. */
export function slid(caller: string, window: Window): Sized {
  const free = room(window);
  if ((free.data[0] as number) < 0) throw new ArgumentError(`${caller}: the kernel is larger than the padded input`);
  const moves = isConstant(window.stride, 1) ? free : floor(over(free, window.stride));
  return { value: plus(moves, one) };
}

/** ⌈room / stride⌉ + 1: a partial window counts, unless it starts in the padding on the right. */
export function slidOver(caller: string, window: Window, all: { readonly name: string; readonly tex: string }): Sized {
  const { size, stride, padding } = window;
  // As PyTorch asks too: else whole windows would lie in the padding.
  const covered = (reach(window).data[0] as number) + 1;
  if ((padding.data[0] as number) > covered / 2) {
    throw new ArgumentError(`${caller}: the padding must be at most half of what the kernel covers, ${covered}`);
  }
  const free = room(window);
  const windows = plus(isConstant(stride, 1) ? free : ceil(over(free, stride)), one);
  const lastStart = ((windows.data[0] as number) - 1) * (stride.data[0] as number);
  if (lastStart < 0) throw new ArgumentError(`${caller}: the kernel is larger than the padded input`);
  if (lastStart < (size.data[0] as number) + (padding.data[0] as number)) return { value: windows };
  const named = libraryStep(all.name, all.tex, windows, 'partial windows count too');
  return { value: minus(named, one), why: 'the last window would start in the padding on the right and is dropped' };
}

/** (size − 1) stride − 2 padding + extent + output padding: the size from which a convolution would come here. */
export function unslid(caller: string, window: Window, outputPadding: Node): Sized {
  const { size, stride, padding, dilation } = window;
  const largest = Math.max(stride.data[0] as number, dilation.data[0] as number);
  if ((outputPadding.data[0] as number) >= largest) {
    throw new ArgumentError(`${caller}: the output padding must be below the stride or the dilation`);
  }
  const spread = times(minus(size, one), stride);
  const cropped = isConstant(padding, 0) ? spread : minus(spread, times(two, padding));
  const covered = plus(cropped, extent(window));
  const value = isConstant(outputPadding, 0) ? covered : plus(covered, outputPadding);
  if ((value.data[0] as number) < 1) throw new ArgumentError(`${caller}: the padding crops everything away`);
  return { value };
}
