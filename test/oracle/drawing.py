"""Shared by the makers of fixtures: what they draw from, and how numbers are drawn."""

import random

import torch

torch.set_default_dtype(torch.float64)

CASES = 24


def numbers(draw, *shape, low=-3, high=3):
    """A number, or nested lists of them, with three decimals so that the files stay readable."""
    if not shape:
        return round(draw.uniform(low, high), 3)
    return [numbers(draw, *shape[1:], low=low, high=high) for _ in range(shape[0])]


def plain(value):
    """Tensors, NumPy arrays and dictionaries of them as JSON knows them."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value.tolist() if hasattr(value, "tolist") else value


def cases(maker, count=CASES):
    """The cases of one maker, drawn from a stream of its own."""
    draw = random.Random(maker.__name__)
    torch.manual_seed(0)
    return [{"args": plain(args), "value": plain(value)} for args, value in (maker(draw) for _ in range(count))]
