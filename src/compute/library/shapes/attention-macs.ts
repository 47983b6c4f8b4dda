import { fields } from '../../fields.ts';
import { constant, plus, power, times, total } from '../../terms.ts';
import { isOn, two } from '../constants.ts';
import { define, type LibraryFunction, libraryStep } from '../function.ts';
import { flag, optional, size } from '../parameters.ts';
import { headWidth } from './common.ts';
import { NO_BIAS } from './macs.ts';

/** Multiply-accumulate operations of attention: linear in the length for the projections, quadratic for the rest. */
export const attentionMacs: LibraryFunction = define({
  name: 'attention_macs',
  parameters: {
    length: size(),
    d_model: size(),
    heads: size(1),
    context_length: optional(size()),
    output: flag(1),
  },
  formula:
    'M = \\underbrace{4\\, T d^2}_{\\text{projections}} + \\underbrace{T^2 d}_{\\text{scores}} + \\underbrace{T^2 d}_{\\text{weighted sum}}',
  summary:
    'Multiply-accumulate operations (MACs) of multi-head attention over a sequence of length T. Fields: projections, scores (queries times keys), weighted_sum (attention weights times values), total.',
  convention: `${NO_BIAS} Nor are the softmax and the scaling. Masked pairs are counted, as they are computed. The formula is that of self-attention; heads share the width and do not change the count. context_length is the number of keys and values where they come from another sequence, which has the same width; output=0 leaves out the output projection.`,
  example: 'attention_macs(length=128, d_model=512, heads=8).total',
  source: 'Vaswani et al. 2017, Attention Is All You Need, table 1',
  build: ({ length, d_model: width, heads, context_length: context, output }) => {
    const square = power(width, two);
    const ofQueries = constant(isOn(output) ? 2 : 1);
    const rows = context
      ? plus(times(ofQueries, length), times(two, context))
      : times(constant(isOn(output) ? 4 : 3), length);
    const which = isOn(output) ? 'queries, keys, values and the output' : 'queries, keys and values';
    const projections = libraryStep(
      'projections',
      'M_{\\text{proj}}',
      times(rows, square),
      `${which}: each is a d × d matrix, applied to every position`,
    );
    const columns = headWidth('attention_macs', width, heads);
    const pairs = context ? times(length, context) : power(length, two);
    const share = isOn(heads)
      ? width
      : libraryStep('head_width', 'd_{\\text{head}}', columns, 'the heads share the width');
    const inHead = times(pairs, share);
    const met = isOn(heads) ? inHead : times(heads, inHead);
    const scores = libraryStep('scores', 'M_{QK}', met, 'every query is multiplied with every key');
    const mixed = libraryStep('weighted_sum', 'M_{AV}', met, 'every output is a weighted sum over all values');
    return fields({
      projections,
      scores,
      weighted_sum: mixed,
      total: libraryStep('total', 'M', total([projections, scores, mixed])),
    });
  },
});
