"""Operations, counted while the layers are computed number by number, and bytes, by PyTorch; a part of shapes.py's chapter."""

import numpy as np
import torch
from torch import nn


class Counted:
    """A number that counts the multiplications and additions that it takes part in."""

    products = 0
    sums = 0

    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        Counted.products += 1
        return Counted(self.value * other.value)

    def __add__(self, other):
        Counted.sums += 1
        return Counted(self.value + other.value)


def array(*shape):
    numbers = np.empty(shape, dtype=object)
    for index in np.ndindex(*shape):
        numbers[index] = Counted(1.0)
    return numbers


def products_of(compute):
    Counted.products = Counted.sums = 0
    compute()
    return Counted.products


def either(draw, low, high):
    return draw.randint(low, high) if draw.random() < 0.5 else [draw.randint(low, high), draw.randint(low, high)]


def pair(value):
    return value if isinstance(value, list) else [value, value]


def convolve(shape, out, kernel, stride=1, padding=0, dilation=1, groups=1):
    (channels, height, width), (kh, kw), (sh, sw), (dh, dw) = shape, pair(kernel), pair(stride), pair(dilation)
    ph, pw = pair(padding)
    image = array(channels, height + 2 * ph, width + 2 * pw)
    weights = array(out, channels // groups, kh, kw)
    outputs = 0
    for filter_ in range(out):
        first = filter_ // (out // groups) * (channels // groups)
        for top in range(0, height + 2 * ph - dh * (kh - 1), sh):
            for left in range(0, width + 2 * pw - dw * (kw - 1), sw):
                window = image[first : first + channels // groups, top :: dh, left :: dw][:, :kh, :kw]
                np.sum(window * weights[filter_])
                outputs += 1
    return outputs


def conv_macs(draw):
    while True:
        groups = draw.choice([1, 1, 2])
        case = {
            "shape": [groups * draw.randint(1, 2), draw.randint(2, 7), draw.randint(2, 7)],
            "out": groups * draw.randint(1, 2),
            "kernel": either(draw, 1, 3),
        }
        options = {"stride": either(draw, 1, 2), "padding": either(draw, 0, 1), "dilation": either(draw, 1, 2)}
        case.update((name, value) for name, value in options.items() if draw.random() < 0.6)
        if groups > 1:
            case["groups"] = groups
        outputs = []
        macs = products_of(lambda: outputs.append(convolve(**case)))
        if outputs[0] > 0:
            return case, macs


def linear_macs(draw):
    case = {"in": draw.randint(1, 12), "out": draw.randint(1, 12)}
    if draw.random() < 0.5:
        case["positions"] = draw.randint(1, 6)
    macs = products_of(lambda: array(case.get("positions", 1), case["in"]) @ array(case["in"], case["out"]))
    return case, macs


def lstm_macs(draw):
    case = {"input": draw.randint(1, 8), "hidden": draw.randint(1, 8)}
    if draw.random() < 0.5:
        case["steps"] = draw.randint(1, 4)
    if draw.random() < 0.5:
        case["elementwise"] = draw.randint(0, 1)

    def unroll():
        size = case["hidden"]
        h, c = array(size), array(size)
        for _ in range(case.get("steps", 1)):
            x = array(case["input"])
            i, f, g, o = (array(size, case["input"]) @ x + array(size, size) @ h for _ in range(4))
            if case.get("elementwise"):
                c = f * c + i * g
                h = o * c

    return case, products_of(unroll)


def attention_macs(draw):
    heads = draw.choice([1, 2, 3])
    case = {"length": draw.randint(1, 6), "d_model": heads * draw.randint(1, 3)}
    if heads > 1 or draw.random() < 0.3:
        case["heads"] = heads
    if draw.random() < 0.4:
        case["context_length"] = draw.randint(1, 6)
    if draw.random() < 0.4:
        case["output"] = draw.randint(0, 1)
    length, width, keys = case["length"], case["d_model"], case.get("context_length", case["length"])
    head = width // heads

    def project():
        for rows in (length, keys, keys) + ((length,) if case.get("output", 1) else ()):
            array(rows, width) @ array(width, width)

    def score():
        for _ in range(heads):
            array(length, head) @ array(head, keys)

    def mix():
        for _ in range(heads):
            array(length, keys) @ array(keys, head)

    parts = {name: products_of(part) for name, part in (("projections", project), ("scores", score), ("weighted_sum", mix))}
    return case, {**parts, "total": sum(parts.values())}


def flops(draw):
    """A fully-connected layer, each sum of which starts at 0."""
    inputs, out, has_bias = draw.randint(1, 12), draw.randint(1, 12), draw.random() < 0.5
    Counted.products = Counted.sums = 0
    for _ in range(out):
        total = Counted(0.0)
        for weight, x in zip(array(inputs), array(inputs)):
            total = total + weight * x
        if has_bias:
            total + Counted(1.0)
    case = {"macs": Counted.products, **({"bias": out} if has_bias else {})}
    return case, Counted.products + Counted.sums


TYPES = {1: torch.int8, 2: torch.float16, 4: torch.float32, 8: torch.float64}


def activation_memory(draw):
    """Sizes of all outputs, or their shapes."""
    layers = draw.randint(1, 5)
    sizes = [draw.randint(1, 300) for _ in range(layers)]
    sides = draw.randint(1, 4)
    shapes = [[draw.randint(1, 9) for _ in range(sides)] for _ in range(layers)]
    case = {"layers": draw.choice([sizes, shapes, shapes, sizes[0]])}
    options = {"batch": draw.randint(1, 16), "bytes": draw.choice(list(TYPES))}
    case.update((name, value) for name, value in options.items() if draw.random() < 0.7)
    given = case["layers"] if isinstance(case["layers"], list) else [case["layers"]]
    kind = TYPES[case.get("bytes", 4)]
    outputs = [torch.zeros(case.get("batch", 1), *(shape if isinstance(shape, list) else [shape]), dtype=kind) for shape in given]
    return case, sum(output.numel() * output.element_size() for output in outputs)


OPTIMIZERS = {
    "sgd": lambda weights: torch.optim.SGD(weights, 0.1),
    "momentum": lambda weights: torch.optim.SGD(weights, 0.1, momentum=0.9),
    "adagrad": torch.optim.Adagrad,
    "rmsprop": torch.optim.RMSprop,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
}
HALF = torch.bfloat16


def parameter_memory(draw):
    """What PyTorch's optimizers hold after a step, without their counters of steps."""
    case = {"params": draw.randint(2, 2000)}
    options = {"optimizer": draw.choice(["none", *OPTIMIZERS]), "bytes": draw.choice([2, 4, 8])}
    case.update((name, value) for name, value in options.items() if draw.random() < 0.8)
    kind = {2: HALF, 4: torch.float32, 8: torch.float64}[case.get("bytes", 4)]
    weights = nn.Parameter(torch.ones(case["params"], dtype=kind))
    held = [weights]
    optimizer = case.get("optimizer", "none")
    if optimizer != "none":
        made = OPTIMIZERS[optimizer]([weights])
        weights.sum().backward()
        made.step()
        state = [value for name, value in made.state[weights].items() if name != "step" and value is not None]
        held += [weights.grad, *state]
    return case, sum(tensor.numel() * tensor.element_size() for tensor in held)


MAKERS = [conv_macs, linear_macs, lstm_macs, attention_macs, flops, activation_memory, parameter_memory]
