import type { Node } from '../../node.ts';
import { constant, plus, times, total } from '../../terms.ts';
import { isOn, one, two } from '../constants.ts';
import { define, type LibraryFunction, libraryStep } from '../function.ts';
import { count, flag, optional, size, word } from '../parameters.ts';
import { headWidth, withBias } from './common.ts';

/** Learnable parameters of attention and of transformers, component by component. */

interface Attention {
  readonly width: Node;
  readonly heads: Node;
  readonly bias: Node;
  /** Width of what keys and values are made of, where that is another sequence. */
  readonly context?: Node | undefined;
  readonly hasOutput: boolean;
}

interface Label {
  readonly name: string;
  readonly tex: string;
}

/** One projection from the width to itself; several heads are told one by one and put together. */
function projection(caller: string, { width, heads, bias }: Attention): Node {
  const label = { name: 'projection', tex: 'P_{\\text{proj}}' };
  const perUnit = withBias(width, bias);
  const columns = headWidth(caller, width, heads);
  if (isOn(heads))
    return libraryStep(label.name, label.tex, times(perUnit, width), 'each projection is a linear layer');
  const perHead = libraryStep('head_width', 'd_{\\text{head}}', columns, 'the heads share the width');
  const head = libraryStep('head', 'P_{\\text{head}}', times(perUnit, perHead), 'one projection of one head');
  return libraryStep(label.name, label.tex, times(heads, head), 'all heads together: their number cancels');
}

function attention(caller: string, parts: Attention, { name, tex }: Label): Node {
  const { width, bias, context, hasOutput } = parts;
  const own = projection(caller, parts);
  if (!context) {
    const why = hasOutput ? 'queries, keys, values and the output' : 'queries, keys and values';
    return libraryStep(name, tex, times(constant(hasOutput ? 4 : 3), own), why);
  }
  const other = libraryStep(
    'context_projection',
    'P_{\\text{ctx}}',
    times(withBias(context, bias), width),
    'keys and values are made of the context',
  );
  const why = hasOutput ? 'queries and the output, then keys and values' : 'queries, then keys and values';
  return libraryStep(name, tex, plus(hasOutput ? times(two, own) : own, times(two, other)), why);
}

interface Block {
  readonly width: Node;
  readonly inner: Node;
  readonly heads: Node;
  readonly bias: Node;
}

/** Attention and feed-forward network, which every block has. */
function parts(caller: string, { width, inner, heads, bias }: Block): { attended: Node; forward: Node } {
  const label = { name: 'attention', tex: 'P_{\\text{att}}' };
  const attended = attention(caller, { width, heads, bias, hasOutput: true }, label);
  const there = times(withBias(width, bias), inner);
  const back = times(withBias(inner, bias), width);
  const forward = libraryStep(
    'feed_forward',
    'P_{\\text{ff}}',
    plus(there, back),
    'a layer to the inner width and one back',
  );
  return { attended, forward };
}

function norms(howMany: Node, width: Node): Node {
  return libraryStep(
    'norms',
    'P_{\\text{LN}}',
    times(times(howMany, two), width),
    'each layer norm has a scale γ and a shift β for each feature',
  );
}

function encoderBlock({ attended, forward }: ReturnType<typeof parts>, width: Node, { name, tex }: Label): Node {
  const normed = norms(two, width);
  return libraryStep(name, tex, total([attended, forward, normed]));
}

const BLOCK = { d_model: size(), d_ff: size() };
const BIAS_CONVENTION =
  'bias is that of the linear layers; layer norms always have γ and β. A mask has no parameters, so a block of a decoder-only model (GPT) counts like one of an encoder.';

export const transformerParams: readonly LibraryFunction[] = [
  define({
    name: 'attention_params',
    parameters: { d_model: size(), heads: size(1), bias: flag(1), output: flag(1), context: optional(size()) },
    formula: 'P = 4\\, (d + b)\\, d, \\qquad \\text{with a context: } P = 2\\, (d + b)\\, d + 2\\, (c + b)\\, d',
    summary:
      'Learnable parameters of multi-head attention: the projections of queries, keys and values, and of the output unless output is 0. The number of heads does not change the count.',
    convention:
      'Each head has the width d_model / heads. bias is 1 or 0 for each projection: 1 as in PyTorch; Vaswani et al. write the projections without. output=0 leaves out one of the projections of width d. For cross-attention with a context of another width, that width c is given as context.',
    example: 'attention_params(512, heads=8)',
    source: 'Vaswani et al. 2017, Attention Is All You Need, section 3.2.2; PyTorch MultiheadAttention',
    build: ({ d_model: width, heads, bias, output, context }) =>
      attention(
        'attention_params',
        { width, heads, bias, context, hasOutput: isOn(output) },
        { name: 'params', tex: 'P' },
      ),
  }),
  define({
    name: 'transformer_block_params',
    parameters: { ...BLOCK, heads: size(1), kind: word(['encoder', 'decoder'], 'encoder'), bias: flag(1) },
    formula:
      'P_{\\text{enc}} = P_{\\text{att}} + P_{\\text{ff}} + 2 \\cdot 2d, \\quad P_{\\text{dec}} = 2 P_{\\text{att}} + P_{\\text{ff}} + 3 \\cdot 2d, \\quad P_{\\text{att}} = 4 (d + b) d, \\quad P_{\\text{ff}} = (d + b) f + (f + b) d',
    summary:
      'Learnable parameters of one transformer block: attention, feed-forward network and two layer norms; a decoder block also has cross-attention and a third layer norm.',
    convention: BIAS_CONVENTION,
    example: 'transformer_block_params(512, 2048)',
    source: 'Vaswani et al. 2017, section 3.1; PyTorch TransformerEncoderLayer and TransformerDecoderLayer',
    build: ({ d_model: width, d_ff: inner, heads, kind, bias }) => {
      const pieces = parts('transformer_block_params', { width, inner, heads, bias });
      if (kind === 'encoder') return encoderBlock(pieces, width, { name: 'params', tex: 'P' });
      const normed = norms(constant(3), width);
      const why = 'self-attention and cross-attention have projections of their own';
      return libraryStep('params', 'P', total([times(two, pieces.attended), pieces.forward, normed]), why);
    },
  }),
  define({
    name: 'transformer_params',
    parameters: {
      vocabulary: size(),
      ...BLOCK,
      layers: size(),
      decoder_layers: count(0),
      heads: size(1),
      positions: count(0),
      tied: flag(1),
      final_norm: flag(0),
      bias: flag(1),
    },
    formula:
      'P = V d + T d + N P_{\\text{enc}} + N_{\\text{dec}} P_{\\text{dec}} + 2d\\, [\\text{final norm, per stack}] + V d\\, [\\text{not tied}]',
    summary:
      'Learnable parameters of a transformer: embedding, blocks and output layer. layers N counts blocks without cross-attention (an encoder, or a decoder-only model), decoder_layers those with it; positions T is the length of a learned position embedding, 0 where positions are encoded by sine and cosine.',
    convention: `${BIAS_CONVENTION} The blocks are those of transformer_block_params; encoder and decoder share one embedding. tied=1: the output layer reuses the embedding matrix; tied=0: it has a matrix of its own. It has no bias. final_norm=1: one more layer norm after each stack of blocks.`,
    example: 'transformer_params(50257, 768, 3072, layers=12, positions=1024, final_norm=1)',
    source: 'Vaswani et al. 2017, section 3; Radford et al. 2019 (GPT-2); PyTorch Transformer',
    build: ({ vocabulary, d_model: width, layers, decoder_layers, positions, tied, final_norm, ...rest }) => {
      const table = times(vocabulary, width);
      const components = [
        libraryStep('embedding', 'P_{\\text{emb}}', table, 'one vector for each token of the vocabulary'),
      ];
      if (positions.data[0] !== 0) {
        components.push(
          libraryStep('positions', 'P_{\\text{pos}}', times(positions, width), 'one learned vector for each position'),
        );
      }
      const pieces = parts('transformer_params', { width, inner: rest.d_ff, heads: rest.heads, bias: rest.bias });
      const block = encoderBlock(pieces, width, { name: 'block', tex: 'P_{\\text{block}}' });
      components.push(times(layers, block));
      const hasDecoder = decoder_layers.data[0] !== 0;
      if (hasDecoder) {
        const more = total([block, pieces.attended, times(two, width)]);
        const why = 'cross-attention and its layer norm come on top';
        components.push(times(decoder_layers, libraryStep('decoder_block', 'P_{\\text{dec}}', more, why)));
      }
      if (isOn(final_norm)) {
        const perStack = times(two, width);
        const value = times(hasDecoder ? two : one, perStack);
        components.push(libraryStep('final_norm', 'P_{\\text{end}}', value, 'a layer norm after each stack'));
      }
      if (!isOn(tied)) {
        components.push(libraryStep('output', 'P_{\\text{out}}', table, 'the output layer has a matrix of its own'));
      }
      const why = isOn(tied) ? 'the output layer reuses the embedding and adds nothing' : undefined;
      return libraryStep('params', 'P', total(components), why);
    },
  }),
];
