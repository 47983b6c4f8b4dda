"""Numbers of learnable parameters and buffers, counted in PyTorch's own modules; a part of the chapter of shapes.py."""

from torch import nn


def count(*modules):
    return sum(parameter.numel() for module in modules for parameter in module.parameters())


def kernel(draw):
    """A square, or the sides of a kernel in one to three dimensions."""
    if draw.random() < 0.5:
        return draw.randint(1, 7)
    return [draw.randint(1, 5) for _ in range(draw.choice([1, 2, 2, 2, 3]))]


def convolution(name, sides):
    return getattr(nn, f"{name}{2 if isinstance(sides, int) else len(sides)}d")


def conv_case(draw):
    groups = draw.choice([1, 1, 2, 4])
    return {
        "in": groups * draw.randint(1, 16),
        "out": groups * draw.randint(1, 16),
        "kernel": kernel(draw),
        "groups": groups,
        "bias": draw.randint(0, 1),
    }


def conv_count(name, case):
    module = convolution(name, case["kernel"])
    return count(module(case["in"], case["out"], case["kernel"], groups=case["groups"], bias=bool(case["bias"])))


def conv_params(draw):
    case = conv_case(draw)
    return case, conv_count("Conv", case)


def conv_transpose_params(draw):
    case = conv_case(draw)
    return case, conv_count("ConvTranspose", case)


def depthwise_separable_params(draw):
    case = {"in": draw.randint(1, 24), "out": draw.randint(1, 24), "kernel": kernel(draw), "bias": draw.randint(0, 1)}
    if draw.random() < 0.5:
        case["multiplier"] = draw.randint(1, 3)
    inputs, channels = case["in"], case["in"] * case.get("multiplier", 1)
    module, bias = convolution("Conv", case["kernel"]), bool(case["bias"])
    depthwise = count(module(inputs, channels, case["kernel"], groups=inputs, bias=bias))
    pointwise = count(module(channels, case["out"], 1, bias=bias))
    return case, {"depthwise": depthwise, "pointwise": pointwise, "total": depthwise + pointwise}


def linear_params(draw):
    case = {"in": draw.randint(1, 900), "out": draw.randint(1, 300), "bias": draw.randint(0, 1)}
    return case, count(nn.Linear(case["in"], case["out"], bias=bool(case["bias"])))


def mlp_params(draw):
    sizes = [draw.randint(1, 60) for _ in range(draw.randint(2, 6))]
    bias = draw.randint(0, 1)
    return {"sizes": sizes, "bias": bias}, count(*(nn.Linear(a, b, bias=bool(bias)) for a, b in zip(sizes, sizes[1:])))


def embedding_params(draw):
    case = {"vocabulary": draw.randint(1, 500), "width": draw.randint(1, 100)}
    return case, count(nn.Embedding(case["vocabulary"], case["width"]))


def batch_norm_params(draw):
    case = {"channels": draw.randint(1, 512)}
    return case, count(nn.BatchNorm2d(case["channels"]))


def batch_norm_buffers(draw):
    """Without num_batches_tracked, which counts batches and is no statistic."""
    case = {"channels": draw.randint(1, 512)}
    buffers = nn.BatchNorm2d(case["channels"]).named_buffers()
    return case, sum(value.numel() for name, value in buffers if name != "num_batches_tracked")


def layer_norm_params(draw):
    shape = draw.randint(1, 600) if draw.random() < 0.5 else [draw.randint(1, 9) for _ in range(draw.randint(1, 3))]
    return {"shape": shape}, count(nn.LayerNorm(shape))


def group_norm_params(draw):
    groups = draw.randint(1, 8)
    case = {"channels": groups * draw.randint(1, 32), "groups": groups}
    return case, count(nn.GroupNorm(groups, case["channels"]))


def recurrent(draw, module):
    """
    Two biases are PyTorch's. Of one, textbooks': PyTorch's modules without the bias of the state, which it calls
    bias_hh.
    """
    case = {"input": draw.randint(1, 30), "hidden": draw.randint(1, 30)}
    options = {"layers": draw.randint(1, 4), "biases": draw.randint(0, 2), "bidirectional": draw.randint(0, 1)}
    case.update((name, value) for name, value in options.items() if draw.random() < 0.8)
    biases = case.get("biases", 1)
    made = module(
        case["input"],
        case["hidden"],
        num_layers=case.get("layers", 1),
        bias=biases > 0,
        bidirectional=bool(case.get("bidirectional", 0)),
    )
    counted = (value.numel() for name, value in made.named_parameters() if biases == 2 or "bias_hh" not in name)
    return case, sum(counted)


def rnn_params(draw):
    return recurrent(draw, nn.RNN)


def lstm_params(draw):
    return recurrent(draw, nn.LSTM)


def gru_params(draw):
    return recurrent(draw, nn.GRU)


def attention_params(draw):
    heads = draw.choice([1, 2, 4])
    case = {"d_model": heads * draw.randint(1, 12), "heads": heads, "bias": draw.randint(0, 1)}
    if draw.random() < 0.5:
        case["output"] = draw.randint(0, 1)
    if draw.random() < 0.4:
        case["context"] = draw.randint(1, 40)
    context = case.get("context", case["d_model"])
    module = nn.MultiheadAttention(case["d_model"], heads, bias=bool(case["bias"]), kdim=context, vdim=context)
    return case, count(module) - (0 if case.get("output", 1) else count(module.out_proj))


def block(kind, width, inner, heads, bias):
    """PyTorch 1.13 builds its blocks with biases only; without, one is put together from the same modules."""
    if bias:
        layer = nn.TransformerEncoderLayer if kind == "encoder" else nn.TransformerDecoderLayer
        return count(layer(width, heads, inner))
    attended = [nn.MultiheadAttention(width, heads, bias=False) for _ in range(1 if kind == "encoder" else 2)]
    normed = [nn.LayerNorm(width) for _ in range(2 if kind == "encoder" else 3)]
    return count(*attended, nn.Linear(width, inner, bias=False), nn.Linear(inner, width, bias=False), *normed)


def block_case(draw):
    heads = draw.choice([1, 2, 4])
    case = {"d_model": heads * draw.randint(1, 10), "d_ff": draw.randint(1, 60)}
    if heads > 1 or draw.random() < 0.3:
        case["heads"] = heads
    if draw.random() < 0.5:
        case["bias"] = draw.randint(0, 1)
    return case


def transformer_block_params(draw):
    case = block_case(draw)
    if draw.random() < 0.7:
        case["kind"] = draw.choice(["encoder", "decoder"])
    shape = case["d_model"], case["d_ff"], case.get("heads", 1), case.get("bias", 1)
    return case, block(case.get("kind", "encoder"), *shape)


def transformer_params(draw):
    case = {"vocabulary": draw.randint(1, 200), **block_case(draw), "layers": draw.randint(1, 4)}
    options = {
        "decoder_layers": draw.randint(0, 3),
        "positions": draw.choice([0, 16]),
        "tied": draw.randint(0, 1),
        "final_norm": draw.randint(0, 1),
    }
    case.update((name, value) for name, value in options.items() if draw.random() < 0.7)
    width, heads, bias = case["d_model"], case.get("heads", 1), case.get("bias", 1)
    decoders = case.get("decoder_layers", 0)
    total = count(nn.Embedding(case["vocabulary"], width))
    if bias and decoders and case.get("final_norm"):
        # The whole stack is PyTorch's own, which always ends in norms.
        total += count(nn.Transformer(width, heads, case["layers"], decoders, case["d_ff"]))
    else:
        total += case["layers"] * block("encoder", width, case["d_ff"], heads, bias)
        total += decoders * block("decoder", width, case["d_ff"], heads, bias)
        if case.get("final_norm"):
            total += count(*(nn.LayerNorm(width) for _ in range(2 if decoders else 1)))
    if case.get("positions"):
        total += count(nn.Embedding(case["positions"], width))
    if not case.get("tied", 1):
        total += count(nn.Linear(width, case["vocabulary"], bias=False))
    return case, total


MAKERS = [
    conv_params,
    conv_transpose_params,
    depthwise_separable_params,
    linear_params,
    mlp_params,
    embedding_params,
    batch_norm_params,
    batch_norm_buffers,
    layer_norm_params,
    group_norm_params,
    rnn_params,
    lstm_params,
    gru_params,
    attention_params,
    transformer_block_params,
    transformer_params,
]
