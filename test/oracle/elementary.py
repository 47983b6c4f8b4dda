"""Functions of numbers, by PyTorch's element-wise functions."""

import torch
from torch.nn import functional

from drawing import numbers

SHAPES = [(), (3,), (2, 2)]


def simple(name, of, low=-3, high=3, more=None):
    def make(draw):
        case = {"x": numbers(draw, *draw.choice(SHAPES), low=low, high=high)}
        extra = more(draw) if more else {}
        return {**case, **extra}, of(torch.tensor(case["x"]), **extra)

    make.__name__ = name
    return make


def extreme(name, of_pair, of_axis):
    def make(draw):
        if draw.random() < 0.5:
            case = {"a": numbers(draw, 2, 3), "b": numbers(draw, *draw.choice([(), (3,), (2, 1), (2, 3)]))}
            return case, of_pair(torch.tensor(case["a"]), torch.tensor(case["b"]))
        a = numbers(draw, 2, 3)
        axis = draw.choice([None, 0, 1, -1])
        value = torch.tensor(a)
        return {"a": a, **({} if axis is None else {"axis": axis})}, of_axis(value) if axis is None else of_axis(value, axis)

    make.__name__ = name
    return make


def log(draw):
    case = {"x": numbers(draw, low=0.1, high=9)}
    if draw.random() < 0.5:
        case["base"] = draw.choice([2, 3, 10, 0.5])
    value = torch.log(torch.tensor(case["x"]))
    return case, value / torch.log(torch.tensor(float(case["base"]))) if "base" in case else value


def clip(draw):
    low = numbers(draw, low=-2, high=0)
    case = {"x": numbers(draw, 4), "low": low, "high": round(low + abs(numbers(draw)), 3)}
    return case, torch.clamp(torch.tensor(case["x"]), case["low"], case["high"])


MAKERS = [
    simple("sqrt", torch.sqrt, 0, 9),
    simple("exp", torch.exp),
    simple("ln", torch.log, 0.01, 9),
    simple("log2", torch.log2, 0.01, 9),
    simple("log10", torch.log10, 0.01, 9),
    simple("abs", torch.abs),
    simple("sign", torch.sign),
    simple("floor", torch.floor),
    simple("ceil", torch.ceil),
    simple("round", torch.round),
    simple("sin", torch.sin),
    simple("cos", torch.cos),
    simple("tanh", torch.tanh),
    simple("sigmoid", torch.sigmoid, -30, 30),
    simple("relu", torch.relu),
    simple("softplus", lambda x: torch.logaddexp(x, torch.zeros_like(x)), -30, 30),
    simple("erf", torch.erf, -7, 7),
    simple("silu", functional.silu),
    simple("gelu", functional.gelu),
    simple("leaky_relu", lambda x, slope: functional.leaky_relu(x, slope), more=lambda draw: {"slope": draw.choice([0.01, 0.2])}),
    simple("elu", lambda x, alpha: functional.elu(x, alpha), more=lambda draw: {"alpha": draw.choice([1, 0.5])}),
    extreme("max", torch.maximum, torch.amax),
    extreme("min", torch.minimum, torch.amin),
    log,
    clip,
]
