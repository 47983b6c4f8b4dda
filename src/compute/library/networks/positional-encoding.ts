import { shapeText } from '../../tensor.ts';
import { constant, cos, interleave, list, outer, power, sin, times, wholeOf } from '../../terms.ts';
import { ArgumentError, define, type LibraryFunction, libraryStep } from '../function.ts';
import { byName, positive, size, tensor } from '../parameters.ts';

/** Wider than any published model, and still computed at once. */
const WIDEST = 16_384;

const LARGEST_POSITION = 1e6;
/** So many frequencies are written out one by one. */
const MOST_LISTED = 4;

export const positionalEncoding: LibraryFunction = define({
  name: 'positional_encoding',
  parameters: { position: tensor(), d_model: size(), base: byName(positive(10000)) },
  formula:
    'PE_{(pos,\\,2i)} = \\sin\\left(\\frac{pos}{10000^{2i/d_{\\text{model}}}}\\right),\\quad PE_{(pos,\\,2i+1)} = \\cos\\left(\\frac{pos}{10000^{2i/d_{\\text{model}}}}\\right)',
  summary: 'Sinusoidal encoding of one position, or of several as the rows of a matrix.',
  shapes: 'a number gives (d_model), positions (n) give (n, d_model)',
  convention:
    'Positions and dimensions are counted from 0; sines stand in the even dimensions, cosines in the odd ones. base stands in place of 10000.',
  example: 'positional_encoding(1, d_model=4)',
  source: 'Vaswani et al. 2017, Attention Is All You Need, section 3.5',
  build: ({ position, d_model, base }) => {
    const width = wholeOf(d_model);
    if (width > WIDEST) throw new ArgumentError(`positional_encoding: d_model is at most ${WIDEST}, and is ${width}`);
    if (width % 2 !== 0) throw new ArgumentError(`positional_encoding: d_model must be even, and is ${width}`);
    if (position.shape.length > 1) {
      throw new ArgumentError(
        `positional_encoding: positions are a number or a list of numbers, and have shape ${shapeText(position.shape)}`,
      );
    }
    if (position.data.some(at => Math.abs(at) > LARGEST_POSITION)) {
      throw new ArgumentError(`positional_encoding: a position is at most ${LARGEST_POSITION}`);
    }
    const exponents = Array.from({ length: width / 2 }, (_, i) => 0 - (2 * i) / width);
    const isShort = exponents.length <= MOST_LISTED;
    const frequencies = libraryStep(
      'omega',
      '\\omega',
      isShort ? list(exponents.map(n => power(base, constant(n)))) : power(base, constant(exponents)),
      'one frequency for each pair of dimensions, from 1 down to nearly 1 / base',
    );
    const angles = libraryStep(
      'theta',
      position.shape.length === 0 ? '\\theta' : '\\Theta',
      position.shape.length === 0 ? times(position, frequencies) : outer(position, frequencies),
      'the position times each frequency',
    );
    return libraryStep('PE', 'PE', interleave(sin(angles), cos(angles)), 'sines and cosines in turn');
  },
});
