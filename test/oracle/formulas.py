"""Calculations that are written in the language itself, against PyTorch's own modules."""

import torch
from torch import nn

from drawing import numbers


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


MAKERS = [adam_first_step, lstm_first_step, leaky_net]
