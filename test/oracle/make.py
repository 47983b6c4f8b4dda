"""Computes the fixtures of this folder with PyTorch, in double precision: /usr/bin/python3 test/oracle/make.py

Deterministic: every value is drawn from one seed. Conventions are PyTorch's; where the tutor's differ, the value is mapped
here and the mapping is named beside it.
"""

import json
import pathlib
import random

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
CASES = 24
HERE = pathlib.Path(__file__).parent


def count(module):
    return sum(parameter.numel() for parameter in module.parameters())


def conv_params(draw):
    groups = draw.choice([1, 1, 2, 4])
    case = {
        "in": groups * draw.randint(1, 16),
        "out": groups * draw.randint(1, 16),
        "kernel": draw.randint(1, 7),
        "groups": groups,
        "bias": draw.randint(0, 1),
    }
    module = nn.Conv2d(case["in"], case["out"], case["kernel"], groups=groups, bias=bool(case["bias"]))
    return case, count(module)


def linear_params(draw):
    case = {"in": draw.randint(1, 900), "out": draw.randint(1, 300), "bias": draw.randint(0, 1)}
    return case, count(nn.Linear(case["in"], case["out"], bias=bool(case["bias"])))


def batch_norm_buffers(draw):
    """Without num_batches_tracked, which counts batches and is no statistic."""
    case = {"channels": draw.randint(1, 512)}
    buffers = nn.BatchNorm2d(case["channels"]).named_buffers()
    return case, sum(value.numel() for name, value in buffers if name != "num_batches_tracked")


def conv_size(draw):
    while True:
        case = {
            "size": draw.randint(1, 40),
            "kernel": draw.randint(1, 7),
            "stride": draw.randint(1, 4),
            "padding": draw.randint(0, 3),
            "dilation": draw.randint(1, 3),
        }
        if case["size"] + 2 * case["padding"] >= case["dilation"] * (case["kernel"] - 1) + 1:
            break
    layer = nn.Conv1d(1, 1, case["kernel"], case["stride"], case["padding"], case["dilation"])
    return case, layer(torch.zeros(1, 1, case["size"])).shape[-1]


def pool_size(draw):
    """PyTorch allows a padding of at most half the kernel."""
    while True:
        kernel = draw.randint(1, 5)
        case = {"size": draw.randint(1, 40), "kernel": kernel, "padding": draw.randint(0, kernel // 2)}
        if draw.random() < 0.6:
            case["stride"] = draw.randint(1, 4)
        if case["size"] + 2 * case["padding"] >= kernel:
            break
    layer = nn.MaxPool1d(kernel, case.get("stride"), case["padding"])
    return case, layer(torch.zeros(1, 1, case["size"])).shape[-1]


def receptive_field(draw):
    """The inputs with a gradient from one unit in the middle of the last layer, with all weights 1."""
    layers = [[draw.randint(1, 4), draw.randint(1, 3), draw.randint(1, 2)] for _ in range(draw.randint(1, 4))]
    x = torch.ones(1, 1, 1500, requires_grad=True)
    y = x
    for kernel, stride, dilation in layers:
        y = nn.functional.conv1d(y, torch.ones(1, 1, kernel), stride=stride, dilation=dilation)
    y[0, 0, y.shape[-1] // 2].backward()
    touched = torch.nonzero(x.grad[0, 0]).flatten()
    return {"layers": layers}, int(touched[-1] - touched[0] + 1)


def numbers(draw, *shape):
    if not shape:
        return round(draw.uniform(-3, 3), 3)
    return [numbers(draw, *shape[1:]) for _ in range(shape[0])]


def mse(draw):
    shape = draw.choice([(3,), (5,), (2, 3), (4, 2)])
    case = {"prediction": numbers(draw, *shape), "target": numbers(draw, *shape)}
    loss = nn.functional.mse_loss(torch.tensor(case["prediction"]), torch.tensor(case["target"]))
    return case, loss.item()


def adam_first_step(draw):
    """The change of one parameter by torch.optim.Adam's first step: ε outside the root."""
    case = {
        "g": draw.choice([-1, 1]) * round(draw.uniform(0.05, 3), 3),
        "beta1": draw.choice([0.5, 0.8, 0.9, 0.95]),
        "beta2": draw.choice([0.9, 0.98, 0.99, 0.999]),
        "alpha": draw.choice([0.001, 0.01, 0.1]),
        "eps": draw.choice([1e-8, 1e-3, 0.1]),
    }
    parameter = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.Adam([parameter], case["alpha"], (case["beta1"], case["beta2"]), case["eps"])
    (parameter * case["g"]).sum().backward()
    optimizer.step()
    state = optimizer.state[parameter]
    return case, {"m": state["exp_avg"].item(), "v": state["exp_avg_sq"].item(), "step": parameter.item()}


GATES = ["i", "f", "g", "o"]  # PyTorch's order; the tutor names them


def lstm_first_step(draw):
    """One unit, one input, from h = c = 0. PyTorch has two biases, which add up; the tutor writes their sum."""
    case = {"x": numbers(draw), "h": numbers(draw), "c": numbers(draw)}
    for gate in GATES:
        case[gate] = {"W": numbers(draw), "U": numbers(draw), "b": numbers(draw)}
    cell = nn.LSTMCell(1, 1)
    with torch.no_grad():
        cell.weight_ih[:] = torch.tensor([[case[gate]["W"]] for gate in GATES])
        cell.weight_hh[:] = torch.tensor([[case[gate]["U"]] for gate in GATES])
        cell.bias_ih[:] = torch.tensor([case[gate]["b"] for gate in GATES])
        cell.bias_hh[:] = 0
        h, c = cell(torch.tensor([[case["x"]]]), (torch.tensor([[case["h"]]]), torch.tensor([[case["c"]]])))
    return case, {"h": h.item(), "c": c.item()}


def leaky_net(draw):
    """2 inputs, 3 leaky-ReLU units, 2 outputs, MSE over the outputs: every gradient."""
    case = {
        "x": numbers(draw, 2),
        "W": numbers(draw, 3, 2),
        "b": numbers(draw, 3),
        "V": numbers(draw, 2, 3),
        "c": numbers(draw, 2),
        "y": numbers(draw, 2),
        "slope": draw.choice([0.01, 0.1, 0.5]),
    }
    tensors = {name: torch.tensor(case[name], requires_grad=True) for name in ["W", "b", "V", "c"]}
    h = nn.functional.leaky_relu(tensors["W"] @ torch.tensor(case["x"]) + tensors["b"], case["slope"])
    out = tensors["V"] @ h + tensors["c"]
    loss = nn.functional.mse_loss(out, torch.tensor(case["y"]))
    loss.backward()
    return case, {"loss": loss.item(), **{name: tensor.grad.tolist() for name, tensor in tensors.items()}}


MAKERS = [
    conv_params,
    linear_params,
    batch_norm_buffers,
    conv_size,
    pool_size,
    receptive_field,
    mse,
    adam_first_step,
    lstm_first_step,
    leaky_net,
]

for make in MAKERS:
    draw = random.Random(make.__name__)
    cases = [dict(zip(("args", "value"), make(draw))) for _ in range(CASES)]
    lines = ",\n".join("  " + json.dumps(case) for case in cases)
    (HERE / f"{make.__name__.replace('_', '-')}.json").write_text(f"[\n{lines}\n]\n")
