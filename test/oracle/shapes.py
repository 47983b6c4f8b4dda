"""Output sizes, shapes and receptive fields, by running PyTorch's own modules; counts.py and costs.py go with it."""

import torch
from torch import nn


def runs(make):
    """What make returns, or None where PyTorch refuses the sizes. A size of 0, which pooling in 1-D lets through, is none."""
    try:
        return make() or None
    except (RuntimeError, ValueError):
        return None


def until_it_runs(draw_case, make):
    while True:
        case = draw_case()
        value = runs(lambda: make(**case))
        if value is not None:
            return case, value


def conv_size(draw):
    def draw_case():
        return {
            "size": draw.randint(1, 40),
            "kernel": draw.randint(1, 7),
            "stride": draw.randint(1, 4),
            "padding": draw.randint(0, 3),
            "dilation": draw.randint(1, 3),
        }

    def make(size, **window):
        return nn.Conv1d(1, 1, window.pop("kernel"), **window)(torch.zeros(1, 1, size)).shape[-1]

    return until_it_runs(draw_case, make)


def conv_transpose_size(draw):
    def draw_case():
        case = {
            "size": draw.randint(1, 20),
            "kernel": draw.randint(1, 6),
            "stride": draw.randint(1, 4),
            "padding": draw.randint(0, 3),
            "output_padding": draw.randint(0, 3),
            "dilation": draw.randint(1, 3),
        }
        return {name: value for name, value in case.items() if name in ("size", "kernel") or draw.random() < 0.7}

    def make(size, **window):
        return nn.ConvTranspose1d(1, 1, window.pop("kernel"), **window)(torch.zeros(1, 1, size)).shape[-1]

    return until_it_runs(draw_case, make)


def pool_window(draw, kernel):
    """PyTorch allows a padding of at most half the kernel."""
    window = {"kernel": kernel, "padding": draw.randint(0, kernel // 2), "dilation": draw.randint(1, 2)}
    if draw.random() < 0.6:
        window["stride"] = draw.randint(1, 4)
    if draw.random() < 0.7:
        window["rounding"] = draw.choice(["floor", "ceil", "ceil"])
    return window


def pool(dimensions, kernel, rounding="floor", **window):
    return getattr(nn, f"MaxPool{dimensions}d")(kernel, ceil_mode=rounding == "ceil", **window)


def pool_size(draw):
    def draw_case():
        return {"size": draw.randint(1, 16), **pool_window(draw, draw.randint(1, 5))}

    def make(size, **window):
        return pool(1, **window)(torch.zeros(1, 1, size)).shape[-1]

    return until_it_runs(draw_case, make)


def same_padding(draw):
    """The padding that keeps the size, found by trying them all."""
    while True:
        case = {"kernel": draw.randint(1, 9), "dilation": draw.randint(1, 4)}
        for padding in range(20):
            layer = nn.Conv1d(1, 1, case["kernel"], padding=padding, dilation=case["dilation"])
            if runs(lambda: layer(torch.zeros(1, 1, 24)).shape[-1]) == 24:
                return case, padding


def one_or_two(draw, low, high):
    return draw.randint(low, high) if draw.random() < 0.5 else [draw.randint(low, high), draw.randint(low, high)]


def volume(draw, longest):
    return [draw.randint(1, 4), draw.randint(3, longest), draw.randint(3, longest)]


def conv_window(draw):
    window = {"stride": one_or_two(draw, 1, 3), "padding": one_or_two(draw, 0, 2), "dilation": one_or_two(draw, 1, 2)}
    kept = {name: value for name, value in window.items() if draw.random() < 0.7}
    return {"kernel": one_or_two(draw, 1, 4), **kept}


def conv_shape(draw):
    def draw_case():
        return {"shape": volume(draw, 20), "out": draw.randint(1, 5), **conv_window(draw)}

    def make(shape, out, **window):
        layer = nn.Conv2d(shape[0], out, window.pop("kernel"), **window)
        return list(layer(torch.zeros(1, *shape)).shape[1:])

    return until_it_runs(draw_case, make)


def conv_transpose_shape(draw):
    def draw_case():
        more = {"output_padding": one_or_two(draw, 0, 1)} if draw.random() < 0.5 else {}
        return {"shape": volume(draw, 10), "out": draw.randint(1, 5), **conv_window(draw), **more}

    def make(shape, out, **window):
        layer = nn.ConvTranspose2d(shape[0], out, window.pop("kernel"), **window)
        return list(layer(torch.zeros(1, *shape)).shape[1:])

    return until_it_runs(draw_case, make)


def pool_shape(draw):
    def draw_case():
        window = pool_window(draw, draw.randint(1, 4))
        if draw.random() < 0.4:
            window["kernel"] = [window["kernel"], window["kernel"] + 1]
        if draw.random() < 0.4:
            window["stride"] = one_or_two(draw, 1, 3)
        return {"shape": volume(draw, 14), **window}

    def make(shape, **window):
        return list(pool(2, **window)(torch.zeros(1, *shape)).shape[1:])

    return until_it_runs(draw_case, make)


def flatten_size(draw):
    shape = [draw.randint(1, 12) for _ in range(draw.randint(1, 4))]
    return {"shape": shape}, nn.Flatten()(torch.zeros(1, *shape)).shape[1]


def touched(layers, unit):
    """First and last of the inputs with a gradient from one unit after the layers, all of whose weights are 1."""
    x = torch.ones(1, 1, 1500, requires_grad=True)
    y = x
    for kernel, stride, dilation in layers:
        y = nn.functional.conv1d(y, torch.ones(1, 1, kernel), stride=stride, dilation=dilation)
    y[0, 0, unit].backward()
    places = torch.nonzero(x.grad[0, 0]).flatten()
    return int(places[0]), int(places[-1])


def receptive_field(draw):
    layers = [[draw.randint(1, 4), draw.randint(1, 3), draw.randint(1, 2)] for _ in range(draw.randint(1, 4))]
    first, last = touched(layers, 3)
    return {"layers": layers}, last - first + 1


def receptive_field_layers(draw):
    """
    The first unit after padded layers looks partly at padding, so its centre is found far inside: of the unit that
    lies u further it is u jumps further.
    """
    longest = draw.randint(2, 4)
    layers = [
        [draw.randint(1, 4), draw.randint(1, 3), draw.randint(1, 2), draw.randint(0, 2)][:longest]
        for _ in range(draw.randint(1, 4))
    ]
    fields = {"r": [], "j": [], "start": []}
    x = torch.ones(1, 1, 1500, requires_grad=True)
    y = x
    for kernel, stride, *rest in layers:
        dilation, padding = rest[0] if rest else 1, rest[1] if len(rest) > 1 else 0
        y = nn.functional.conv1d(y, torch.ones(1, 1, kernel), stride=stride, dilation=dilation, padding=padding)
        unit = y.shape[-1] // 2
        ends = []
        for place in (unit, unit + 1):
            (slope,) = torch.autograd.grad(y[0, 0, place], x, retain_graph=True)
            seen = torch.nonzero(slope[0, 0]).flatten()
            ends.append((int(seen[0]), int(seen[-1])))
        (first, last), (next_first, _) = ends
        fields["r"].append(last - first + 1)
        fields["j"].append(next_first - first)
        fields["start"].append((first + last) / 2 - unit * fields["j"][-1])
    return {"layers": layers}, fields


MAKERS = [
    conv_size,
    conv_transpose_size,
    pool_size,
    same_padding,
    conv_shape,
    conv_transpose_shape,
    pool_shape,
    flatten_size,
    receptive_field,
    receptive_field_layers,
]
