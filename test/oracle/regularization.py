"""Penalties, dropout and linear models, by PyTorch and NumPy, and by trying every mask."""

import itertools

import numpy
import torch
from torch import nn
from torch.nn import functional

from drawing import numbers
from optimizers import maybe, shape_of, stepped

KEEPS = [0.2, 0.5, 0.8, 0.9, 1]


# Penalties


def l2_penalty(draw):
    case = maybe(draw, {"w": numbers(draw, *shape_of(draw)), "lambda": draw.choice([0, 0.01, 0.5])}, factor=draw.choice(["half", "whole"]))
    w = torch.tensor(case["w"])
    squares = functional.mse_loss(w, torch.zeros_like(w), reduction="sum")
    return case, case["lambda"] * squares * (1 if case.get("factor") == "whole" else 0.5)


def l1_penalty(draw):
    case = {"w": numbers(draw, *shape_of(draw)), "lambda": draw.choice([0, 0.01, 0.5])}
    w = torch.tensor(case["w"])
    return case, case["lambda"] * functional.l1_loss(w, torch.zeros_like(w), reduction="sum")


def weight_decay_update(draw):
    shape = shape_of(draw)
    case = {"w": numbers(draw, *shape), "g": numbers(draw, *shape), "lambda": draw.choice([0, 0.01, 0.5])}
    maybe(draw, case, lr=draw.choice([0.01, 0.1, 0.5]), factor=draw.choice(["half", "whole"]))
    decay = case["lambda"] * (2 if case.get("factor") == "whole" else 1)
    w, _ = stepped(torch.optim.SGD, case["w"], case["g"], lr=case.get("lr", 0.01), weight_decay=decay)
    return case, w


def soft_threshold(draw):
    case = {"w": numbers(draw, *shape_of(draw)), "threshold": draw.choice([0, 0.5, 1, 2])}
    return case, nn.Softshrink(case["threshold"])(torch.tensor(case["w"]))


def max_norm(draw):
    """renorm adds 1e-7 to the norm, which does not show in numbers a million times as large."""
    case = {"w": numbers(draw, *draw.choice([(2,), (4,), (2, 3), (3, 1)])), "limit": round(draw.uniform(0.5, 4), 3)}
    w = torch.tensor(case["w"])
    rows = w if w.dim() == 2 else w[None]
    large = 1e6
    return case, (torch.renorm(rows * large, 2, 0, case["limit"] * large) / large).reshape(w.shape)


# Dropout


def dropped(draw):
    """PyTorch's inverted dropout, and the mask that it has drawn."""
    x = torch.tensor(numbers(draw, *draw.choice([(3,), (5,), (2, 3)]), low=0.5, high=3))
    keep = draw.choice(KEEPS)
    out = functional.dropout(x, 1 - keep)
    return {"x": x, "mask": (out != 0).double()}, keep, out


def inverted_dropout(draw):
    case, keep, out = dropped(draw)
    return {**case, "keep": keep}, out


def dropout_train(draw):
    case, keep, out = dropped(draw)
    return case, out * keep


def masks_of(n, keep):
    """Every mask with its probability."""
    for mask in itertools.product([1.0, 0.0], repeat=n):
        yield numpy.array(mask), numpy.prod([keep if kept else 1 - keep for kept in mask])


def dropout_test(draw):
    """The average over every mask."""
    case = {"x": numbers(draw, draw.randint(1, 5)), "keep": draw.choice([0, *KEEPS])}
    return case, sum(chance * mask * case["x"] for mask, chance in masks_of(len(case["x"]), case["keep"]))


def dropout_lambda(draw):
    """The squared coefficient of variation of a mask."""
    case = {"keep": round(draw.uniform(0.05, 1), 2)}
    mask = torch.distributions.Bernoulli(torch.tensor(case["keep"]))
    return case, mask.variance / mask.mean**2


def model_case(draw, longest):
    n = draw.randint(1, longest)
    samples = draw.choice([None, 1, 2, 3])
    shape = (samples,) if samples else ()
    case = {"x": numbers(draw, *shape, n), "y": numbers(draw, *shape), "w": numbers(draw, n), "keep": draw.choice(KEEPS)}
    return maybe(draw, case, form=draw.choice(["plain", "inverted"]), reduction=draw.choice(["sum", "half", "mean"]))


def reduced(case, loss):
    divisors = {"sum": 1, "half": 2, "mean": numpy.size(case["y"])}
    return loss / divisors[case.get("reduction", "sum")]


def predictions_of(case):
    """The predictions under every mask, the same for all samples, with its probability."""
    x, w = numpy.array(case["x"]), numpy.array(case["w"])
    scale = 1 / case["keep"] if case.get("form") == "inverted" else 1
    for mask, chance in masks_of(len(w), case["keep"]):
        yield (x * mask * scale) @ w, chance


def expected_dropout_loss(draw):
    """Sample by sample, for the expectation of a sum does not ask whether they share their masks."""
    case = model_case(draw, 5)
    y = numpy.array(case["y"])
    mean = sum(chance * prediction for prediction, chance in predictions_of(case))
    variance = sum(chance * ((prediction - mean) ** 2).sum() for prediction, chance in predictions_of(case))
    loss = sum(chance * ((prediction - y) ** 2).sum() for prediction, chance in predictions_of(case))
    return case, {"mean": mean, "fit": ((y - mean) ** 2).sum(), "variance": variance, "loss": reduced(case, loss)}


def dropout_loss_enumerated(draw):
    """Every mask of all inputs of all samples, with PyTorch's loss."""
    while True:
        case = model_case(draw, 7)
        if numpy.size(case["x"]) <= 9:
            break
    x, y, w = (torch.tensor(case[name]) for name in ["x", "y", "w"])
    scale = 1 / case["keep"] if case.get("form") == "inverted" else 1
    loss = sum(
        chance * functional.mse_loss((x * torch.tensor(mask).reshape(x.shape) * scale) @ w, y, reduction="sum").item()
        for mask, chance in masks_of(x.numel(), case["keep"])
    )
    return case, reduced(case, loss)


# Closed forms


def data(draw):
    n = draw.randint(1, 3)
    m = n + draw.randint(0, 3)
    return {"x": numbers(draw, m, n), "y": numbers(draw, m)}


def best(x, y):
    return numpy.linalg.lstsq(x, y, rcond=None)[0]


def least_squares(draw):
    case = data(draw)
    return case, best(case["x"], case["y"])


def ridge(draw):
    """Least squares with √λ I as further samples, whose targets are 0."""
    case = {**data(draw), "lambda": draw.choice([0, 0.1, 1, 5])}
    n = len(case["x"][0])
    return case, best(numpy.vstack([case["x"], case["lambda"] ** 0.5 * numpy.eye(n)]), numpy.append(case["y"], numpy.zeros(n)))


def ridge_loss(draw):
    case = data(draw)
    case.update({"w": numbers(draw, len(case["x"][0])), "lambda": draw.choice([0, 0.1, 1, 5])})
    x, y, w = (torch.tensor(case[name]) for name in ["x", "y", "w"])
    fit = functional.mse_loss(x @ w, y, reduction="sum")
    return case, fit + case["lambda"] * functional.mse_loss(w, torch.zeros_like(w), reduction="sum")


def dropout_closed_form(draw):
    """Least squares on the data under every mask, each weighted with the root of its probability."""
    case = {**data(draw), "keep": draw.choice(KEEPS)}
    x, y = numpy.array(case["x"]), numpy.array(case["y"])
    parts = [(x * mask * chance**0.5, y * chance**0.5) for mask, chance in masks_of(x.shape[1], case["keep"])]
    w = best(numpy.vstack([inputs for inputs, _ in parts]), numpy.concatenate([targets for _, targets in parts]))
    return case, {"w": w, "scaled": case["keep"] * w}


MAKERS = [
    *[l2_penalty, l1_penalty, weight_decay_update, soft_threshold, max_norm],
    *[inverted_dropout, dropout_train, dropout_test, dropout_lambda, expected_dropout_loss, dropout_loss_enumerated],
    *[least_squares, ridge, ridge_loss, dropout_closed_form],
]
