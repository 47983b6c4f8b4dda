"""Recurrent networks: PyTorch's own modules where they compute the variant, else loops over time; autograd for gradients.

Weights of single numbers become matrices of one row here, and results become single numbers again.
"""

import torch
from torch import nn

from drawing import numbers

ACTIVATIONS = {
    "tanh": torch.tanh,
    "relu": torch.relu,
    "sigmoid": torch.sigmoid,
    "identity": lambda a: a,
    "softmax": lambda a: torch.softmax(a, -1),
}


class Sizes:
    """Of a case: steps, inputs and units; None stands for a single number."""

    def __init__(self, draw, most_steps=4):
        self.steps = draw.randint(1, most_steps)
        self.inputs, self.units = draw.choice(
            [(None, None), (None, None), (None, 2), (3, None), (1, 1), (2, 3), (3, 2), (1, 2), (2, 2)]
        )

    def state(self):
        return () if self.units is None else (self.units,)

    def input(self):
        return () if self.inputs is None else (self.inputs,)

    def recurrent(self):
        return self.state() * 2

    def entering(self):
        return self.state() + self.input()


def drawn(draw, *shape):
    return numbers(draw, *shape, low=-1.2, high=1.2)


def some(draw, case, name, *shape, chance=0.6):
    """An optional argument, given in most of the cases."""
    if draw.random() < chance:
        case[name] = drawn(draw, *shape)


def tensors(case, graded=()):
    """Every argument that is no word; those that are graded collect gradients."""
    return {
        name: torch.tensor(value, dtype=torch.float64, requires_grad=name in graded)
        for name, value in case.items()
        if not isinstance(value, str)
    }


def product(weight, x):
    """W x for a matrix, V · x for two vectors, else the product with a single number."""
    if weight.dim() == 2:
        return weight @ x
    return (weight * x).sum() if weight.dim() == x.dim() == 1 else weight * x


def state_before(given, name, sizes):
    return given[name] if name in given else torch.zeros(sizes.state())


def readout_arguments(draw, case, sizes, chance=0.5):
    """An output layer, its number of outputs and its activation."""
    if draw.random() >= chance:
        return
    outputs = draw.choice([(), (2,), (3,)])
    case["V"] = drawn(draw, *outputs, *sizes.state())
    some(draw, case, "c", *outputs)
    case["output"] = draw.choice(["identity", "sigmoid", "tanh"] + (["softmax"] if outputs else []))


def read(given, case, h):
    """g(V h + c)."""
    y = product(given["V"], h)
    if "c" in given:
        y = y + given["c"]
    return ACTIVATIONS[case.get("output", "identity")](y)


def stacked(moments):
    return {name: torch.stack([moment[name] for moment in moments]) for name in moments[0]}


# Plain recurrent networks


def rnn_case(draw, sizes, steps=()):
    case = {"x": drawn(draw, *steps, *sizes.input()), "W": drawn(draw, *sizes.recurrent()), "U": drawn(draw, *sizes.entering())}
    some(draw, case, "b", *sizes.state())
    some(draw, case, "h0", *sizes.state())
    case["activation"] = draw.choice(["tanh", "tanh", "relu", "sigmoid", "identity"])
    return case


def rnn_loop(given, case, xs, h):
    """One dictionary of results for each input."""
    f = ACTIVATIONS[case.get("activation", "tanh")]
    moments = []
    for x in xs:
        before = f(h) if case.get("placement") == "state" else h
        a = product(given["W"], before) + product(given["U"], x)
        if "b" in given:
            a = a + given["b"]
        moment = {"h": a} if case.get("placement") == "state" else {"a": a, "h": f(a)}
        h = moment["h"]
        moments.append(moment | ({"y": read(given, case, h)} if "V" in given else {}))
    return moments


def as_rows(values, *shape):
    """Single numbers as vectors and matrices of side 1."""
    return values.detach().reshape(*shape)


def torch_states(kind, given, case, sizes, xs):
    """The states by PyTorch's module, or None where it has no such network."""
    if case["activation"] not in ("tanh", "relu") or case.get("placement") == "state":
        return None
    n, m = sizes.units or 1, sizes.inputs or 1
    module = kind(m, n, nonlinearity=case["activation"])
    with torch.no_grad():
        for name, value in module.named_parameters():
            if name.startswith("weight"):
                value[:] = as_rows(given["W"], n, n) if "hh" in name else as_rows(given["U"], n, m)
            else:
                value[:] = as_rows(given["b"], n) if "ih" in name and "b" in given else 0
        start = as_rows(state_before(given, "h0", sizes), 1, n)
        x = as_rows(xs, -1, m)
        states = module(x, start)[0] if kind is nn.RNN else module(x, start)
    return states.reshape(-1, *sizes.state())


def rnn_step(draw):
    sizes = Sizes(draw)
    case = rnn_case(draw, sizes)
    if draw.random() < 0.6:
        case["placement"] = draw.choice(["sum", "state", "state"])
    readout_arguments(draw, case, sizes)
    given = tensors(case)
    [moment] = rnn_loop(given, case, [given["x"]], state_before(given, "h0", sizes))
    module = torch_states(nn.RNNCell, given, case, sizes, given["x"])
    return case, moment if module is None else moment | {"h": module[0]}


def rnn(draw):
    sizes = Sizes(draw)
    case = rnn_case(draw, sizes, (sizes.steps,))
    if draw.random() < 0.6:
        case["placement"] = draw.choice(["sum", "state", "state"])
    readout_arguments(draw, case, sizes)
    given = tensors(case)
    value = stacked(rnn_loop(given, case, given["x"], state_before(given, "h0", sizes)))
    module = torch_states(nn.RNN, given, case, sizes, given["x"])
    return case, value if module is None else value | {"h": module}


# LSTM

LSTM_ORDERS = ["ifgo", "ifog", "figo", "fiog", "fgio", "igfo", "iofg"]


def blocks(draw, count, sizes, case):
    case["W"] = drawn(draw, count, *sizes.recurrent())
    case["U"] = drawn(draw, count, *sizes.entering())
    some(draw, case, "b", count, *sizes.state())
    some(draw, case, "h0", *sizes.state())


def lstm_case(draw, sizes, steps=()):
    case = {"x": drawn(draw, *steps, *sizes.input())}
    blocks(draw, 4, sizes, case)
    some(draw, case, "c0", *sizes.state())
    case["order"] = draw.choice(LSTM_ORDERS)
    if draw.random() < 0.5:
        case["candidate"] = draw.choice(["tanh", "sigmoid"])
        case["cell"] = draw.choice(["tanh", "relu", "identity"])
        some(draw, case, "P", 3, *sizes.state(), chance=0.5)
    readout_arguments(draw, case, sizes)
    return case


def lstm_loop(given, case, xs, h, c):
    order = case.get("order", "ifgo")
    candidate, shown = ACTIVATIONS[case.get("candidate", "tanh")], ACTIVATIONS[case.get("cell", "tanh")]

    def gate(name, x, looks_at):
        k = order.index(name)
        a = product(given["W"][k], h) + product(given["U"][k], x)
        if "b" in given:
            a = a + given["b"][k]
        if "P" in given and name != "g":
            a = a + given["P"][order.replace("g", "").index(name)] * looks_at
        return candidate(a) if name == "g" else torch.sigmoid(a)

    moments = []
    for x in xs:
        f, i, g = (gate(name, x, c) for name in "fig")
        c = f * c + i * g
        o = gate("o", x, c)
        h = o * shown(c)
        moment = {"f": f, "i": i, "g": g, "c": c, "o": o, "h": h}
        moments.append(moment | ({"y": read(given, case, h)} if "V" in given else {}))
    return moments


def gated_module(kind, gates, given, order, sizes, second_bias=None):
    """PyTorch's module with the blocks put into its order of the gates."""
    n, m = sizes.units or 1, sizes.inputs or 1
    module = kind(m, n)
    places = [order.index(gate) for gate in gates]
    with torch.no_grad():
        for name, value in module.named_parameters():
            if name.startswith("weight"):
                side = n if "hh" in name else m
                value[:] = as_rows(given["W" if "hh" in name else "U"][places], -1, side)
                continue
            bias = given.get("b" if "ih" in name else second_bias)
            value[:] = 0 if bias is None else as_rows(bias[places], -1)
    return module


def is_plain_lstm(case):
    return case.get("candidate", "tanh") == case.get("cell", "tanh") == "tanh" and "P" not in case


def lstm_step(draw):
    sizes = Sizes(draw)
    case = lstm_case(draw, sizes)
    given = tensors(case)
    h, c = state_before(given, "h0", sizes), state_before(given, "c0", sizes)
    [moment] = lstm_loop(given, case, [given["x"]], h, c)
    if is_plain_lstm(case):
        cell = gated_module(nn.LSTMCell, "ifgo", given, case["order"], sizes)
        h, c = cell(as_rows(given["x"], 1, -1), (as_rows(h, 1, -1), as_rows(c, 1, -1)))
        moment |= {"h": h.reshape(sizes.state()), "c": c.reshape(sizes.state())}
    return case, moment


def lstm(draw):
    sizes = Sizes(draw)
    case = lstm_case(draw, sizes, (sizes.steps,))
    given = tensors(case)
    h, c = state_before(given, "h0", sizes), state_before(given, "c0", sizes)
    value = stacked(lstm_loop(given, case, given["x"], h, c))
    if is_plain_lstm(case):
        module = gated_module(nn.LSTM, "ifgo", given, case["order"], sizes)
        states, _ = module(as_rows(given["x"], sizes.steps, -1), (as_rows(h, 1, -1), as_rows(c, 1, -1)))
        value["h"] = states.reshape(-1, *sizes.state())
    return case, value


# GRU


def gru_case(draw, sizes, steps=()):
    case = {"x": drawn(draw, *steps, *sizes.input())}
    blocks(draw, 3, sizes, case)
    some(draw, case, "bh", 3, *sizes.state(), chance=0.5)
    case["order"] = draw.choice(["rzn", "zrn"])
    if draw.random() < 0.6:
        case["reset"] = draw.choice(["after", "before"])
        case["update"] = draw.choice(["old", "candidate"])
    return case


def gru_loop(given, case, xs, h):
    order = case.get("order", "rzn")

    def term(name, gate):
        return given[name][order.index(gate)] if name in given else 0

    def weight(name, gate, x):
        return product(given[name][order.index(gate)], x)

    moments = []
    for x in xs:
        r, z = (
            torch.sigmoid(weight("W", gate, h) + weight("U", gate, x) + term("b", gate) + term("bh", gate))
            for gate in "rz"
        )
        if case.get("reset", "after") == "after":
            remembered = r * (weight("W", "n", h) + term("bh", "n"))
        else:
            remembered = weight("W", "n", r * h) + term("bh", "n")
        n = torch.tanh(remembered + weight("U", "n", x) + term("b", "n"))
        kept = z if case.get("update", "old") == "old" else 1 - z
        h = kept * h + (1 - kept) * n
        moments.append({"r": r, "z": z, "n": n, "h": h})
    return moments


def is_torch_gru(case):
    return case.get("reset", "after") == "after" and case.get("update", "old") == "old"


def gru_step(draw):
    sizes = Sizes(draw)
    case = gru_case(draw, sizes)
    given = tensors(case)
    h = state_before(given, "h0", sizes)
    [moment] = gru_loop(given, case, [given["x"]], h)
    if is_torch_gru(case):
        cell = gated_module(nn.GRUCell, "rzn", given, case["order"], sizes, "bh")
        moment["h"] = cell(as_rows(given["x"], 1, -1), as_rows(h, 1, -1)).reshape(sizes.state())
    return case, moment


def gru(draw):
    sizes = Sizes(draw)
    case = gru_case(draw, sizes, (sizes.steps,))
    given = tensors(case)
    h = state_before(given, "h0", sizes)
    value = stacked(gru_loop(given, case, given["x"], h))
    if is_torch_gru(case):
        module = gated_module(nn.GRU, "rzn", given, case["order"], sizes, "bh")
        states, _ = module(as_rows(given["x"], sizes.steps, -1), as_rows(h, 1, -1))
        value["h"] = states.reshape(-1, *sizes.state())
    return case, value


# Both directions


def bidirectional_case(draw, sizes):
    case = {"x": drawn(draw, sizes.steps, *sizes.input())}
    for mark in "fb":
        case["W" + mark] = drawn(draw, *sizes.recurrent())
        case["U" + mark] = drawn(draw, *sizes.entering())
        some(draw, case, "b" + mark, *sizes.state())
        some(draw, case, f"h{mark}0", *sizes.state(), chance=0.4)
    case["activation"] = draw.choice(["tanh", "tanh", "relu", "sigmoid", "identity"])
    return case


def both_loops(given, case, sizes):
    """The moments of both directions, in the order of time."""
    moments = {}
    for mark in "fb":
        own = {name: given[name + mark] for name in "WUb" if name + mark in given}
        xs = given["x"] if mark == "f" else given["x"].flip(0)
        found = rnn_loop(own, {"activation": case["activation"]}, xs, state_before(given, f"h{mark}0", sizes))
        moments[mark] = found if mark == "f" else found[::-1]
    return moments["f"], moments["b"]


def bidirectional_outputs(given, case, ahead, behind):
    outputs = []
    for forward, backward in zip(ahead, behind):
        pair = [forward["h"], backward["h"]]
        if case.get("combine") == "concat":
            y = torch.cat([h.reshape(-1) for h in pair])
            y = product(given["V"], y) if "V" in given else y
        else:
            y = product(given["Vf"], pair[0]) + product(given["Vb"], pair[1]) if "Vf" in given else sum(pair)
        if "c" in given:
            y = y + given["c"]
        outputs.append(ACTIVATIONS[case.get("output", "identity")](y))
    return torch.stack(outputs)


def bidirectional_rnn(draw):
    sizes = Sizes(draw)
    case = bidirectional_case(draw, sizes)
    outputs = draw.choice([(), (2,), (3,)])
    shape = sizes.state()
    case["combine"] = draw.choice(["sum", "concat"])
    if case["combine"] == "concat":
        shape = (2 * (sizes.units or 1),)
        if draw.random() < 0.6:
            case["V"], shape = drawn(draw, *outputs, *shape), outputs
    elif draw.random() < 0.6:
        case["Vf"], case["Vb"], shape = drawn(draw, *outputs, *shape), drawn(draw, *outputs, *shape), outputs
    some(draw, case, "c", *shape, chance=0.4)
    case["output"] = draw.choice(["identity", "sigmoid", "tanh"] + (["softmax"] if shape else []))
    given = tensors(case)
    ahead, behind = both_loops(given, case, sizes)
    value = {"y": bidirectional_outputs(given, case, ahead, behind)}
    for mark, moments in [("f", ahead), ("b", behind)]:
        value |= {name + mark: values for name, values in stacked(moments).items()}
    if case["activation"] in ("tanh", "relu"):
        states = bidirectional_module(given, case, sizes)
        value |= {"hf": states[:, : sizes.units or 1], "hb": states[:, sizes.units or 1 :]}
        value |= {name: value[name].reshape(-1, *sizes.state()) for name in ("hf", "hb")}
    return case, value


def bidirectional_module(given, case, sizes):
    n, m = sizes.units or 1, sizes.inputs or 1
    module = nn.RNN(m, n, nonlinearity=case["activation"], bidirectional=True)
    with torch.no_grad():
        for mark, suffix in [("f", ""), ("b", "_reverse")]:
            getattr(module, "weight_hh_l0" + suffix)[:] = as_rows(given["W" + mark], n, n)
            getattr(module, "weight_ih_l0" + suffix)[:] = as_rows(given["U" + mark], n, m)
            getattr(module, "bias_hh_l0" + suffix)[:] = 0
            getattr(module, "bias_ih_l0" + suffix)[:] = as_rows(given["b" + mark], n) if "b" + mark in given else 0
        start = torch.stack([as_rows(state_before(given, f"h{mark}0", sizes), n) for mark in "fb"])
        return module(as_rows(given["x"], sizes.steps, m), start)[0]


# Gradients


def gradients(loss, given, names):
    """∂loss/∂… of each, 0 where it does not reach."""
    found = torch.autograd.grad(loss, [given[name] for name in names], retain_graph=True, allow_unused=True)
    return {name: torch.zeros_like(given[name]) if grad is None else grad for name, grad in zip(names, found)}


def with_biases(case, shape, *names):
    """Biases are asked for even where the case has none."""
    return {name: torch.zeros(shape, requires_grad=True) for name in names if name not in case}


def bidirectional_rnn_gradients(draw):
    sizes = Sizes(draw)
    case = bidirectional_case(draw, sizes)
    shape = sizes.state()
    if draw.random() < 0.7:
        shape = draw.choice([(), (2,)])
        case["Vf"], case["Vb"] = drawn(draw, *shape, *sizes.state()), drawn(draw, *shape, *sizes.state())
        some(draw, case, "c", *shape)
    by_target = draw.random() < 0.6
    case["target" if by_target else "upstream"] = drawn(draw, sizes.steps, *shape)
    if by_target and draw.random() < 0.5:
        case["factor"] = draw.choice([0.5, 1, 0.25])
    graded = [name for name in case if name[0] in "WUbVc" and name != "factor"]
    given = tensors(case, graded)
    given |= with_biases(case, sizes.state(), "bf", "bb")
    if "Vf" in case:
        given |= with_biases(case, shape, "c")
    ahead, behind = both_loops(given, case, sizes)
    y = bidirectional_outputs(given, case, ahead, behind)
    loss = case.get("factor", 0.5) * ((y - given["target"]) ** 2).sum() if by_target else (y * given["upstream"]).sum()
    value = {"loss": loss, "y": y} if by_target else {}
    for mark, moments in [("f", ahead), ("b", behind)]:
        states = [moment["h"] for moment in moments]
        value |= {"h" + mark: torch.stack(states), "delta" + mark: torch.stack(torch.autograd.grad(loss, states, retain_graph=True))}
    asked = [name for name in ["Wf", "Uf", "bf", "Wb", "Ub", "bb", "Vf", "Vb", "c"] if name in given]
    return case, detached(value | {"d" + name: grad for name, grad in gradients(loss, given, asked).items()})


def detached(value):
    return {name: tensor.detach() for name, tensor in value.items()}


def bptt(draw):
    """A truncated gradient of one loss is that of a network that starts from a state without history."""
    sizes = Sizes(draw, most_steps=5)
    case = rnn_case(draw, sizes, (sizes.steps,))
    shape = sizes.state()
    if draw.random() < 0.5:
        shape = draw.choice([(), (2,)])
        case["V"] = drawn(draw, *shape, *sizes.state())
        some(draw, case, "c", *shape)
    case["loss"] = draw.choice(["last", "each"])
    case["target"] = drawn(draw, *([sizes.steps] if case["loss"] == "each" else []), *shape)
    if draw.random() < 0.4:
        case["factor"] = draw.choice([0.5, 1, 0.25])
    if sizes.steps > 1:
        case["truncate"] = draw.choice([draw.randint(1, sizes.steps - 1), sizes.steps, sizes.steps + 1])
    given = tensors(case, ["W", "U", "b", "V", "c"])
    given |= with_biases(case, sizes.state(), "b")
    if "V" in case:
        given |= with_biases(case, shape, "c")
    names = [name for name in ["W", "U", "b", "V", "c"] if name in given]

    whole = rnn_loop(given, case, given["x"], state_before(given, "h0", sizes))
    total = {name: torch.zeros_like(given[name]) for name in names}
    delta = [torch.zeros(sizes.state()) for _ in whole]
    loss, outputs = 0, []
    for t in range(sizes.steps) if case["loss"] == "each" else [sizes.steps - 1]:
        first = max(0, t + 1 - case.get("truncate", sizes.steps))
        start = whole[first - 1]["h"].detach() if first > 0 else state_before(given, "h0", sizes)
        reached = rnn_loop(given, case, given["x"][first : t + 1], start)
        prediction = reached[-1]["y" if "V" in case else "h"]
        target = given["target"][t] if case["loss"] == "each" else given["target"]
        part = case.get("factor", 0.5) * ((prediction - target) ** 2).sum()
        for name, grad in gradients(part, given, names).items():
            total[name] += grad
        for i, grad in enumerate(torch.autograd.grad(part, [moment["h"] for moment in reached])):
            delta[first + i] += grad
        loss = loss + part
        outputs.append(prediction)

    value = {"loss": loss, "delta": torch.stack(delta), "h": stacked(whole)["h"]}
    if case["activation"] != "identity":
        value["a"] = stacked(whole)["a"]
    if "V" in case:
        value["y"] = torch.stack(outputs) if case["loss"] == "each" else outputs[-1]
    return case, detached(value | {"d" + name: grad for name, grad in total.items()})


# How gradients shrink and grow


def lstm_cell_gradient(draw):
    """By autograd through the cell states alone, whatever is let in."""
    shape = draw.choice([(), (), (2,), (3,)])
    steps = draw.randint(1, 5)
    case = {"f": numbers(draw, steps, *shape, low=0, high=1), "from": draw.randint(0, steps)}
    gates = torch.tensor(case["f"])
    start = c = torch.ones(shape, requires_grad=True)
    for t in range(case["from"], steps):
        c = gates[t] * c + draw.uniform(-1, 1)
    [grad] = torch.autograd.grad(c.sum(), start)
    return case, grad


def rnn_gradient_factor(draw):
    """By autograd through linear units of that slope."""
    case = {"w": numbers(draw, low=-1.5, high=1.5), "steps": draw.randint(0, 12)}
    if draw.random() < 0.6:
        case["slope"] = draw.choice([0.25, 0.5, 1, 2])
    start = h = torch.tensor(1.0, requires_grad=True)
    for _ in range(case["steps"]):
        h = case.get("slope", 1) * case["w"] * h
    [grad] = torch.autograd.grad(h, start)
    return case, abs(grad.item())


def gradient_bound(draw):
    """The spectral norm is the root of the largest eigenvalue of WᵀW."""
    n = draw.choice([None, 1, 2, 3])
    case = {"W": numbers(draw, *([] if n is None else [n, n]), low=-1.5, high=1.5), "steps": draw.randint(1, 10)}
    if draw.random() < 0.6:
        case["slope"] = draw.choice([0.25, 0.5, 1])
    slope = case.get("slope", 1)
    W = torch.tensor(case["W"]).reshape(n or 1, n or 1)
    norm = torch.linalg.eigvalsh(W.T @ W).max().sqrt().item()
    bound = 1
    for _ in range(case["steps"]):
        bound *= slope * norm
    return case, {
        "norm": norm,
        "factor": slope * norm,
        "bound": bound,
        "threshold": 1 / slope,
        "vanishes": int(slope * norm < 1),
        "may_explode": int(slope * norm > 1),
    }


# The tutor's own gradient of whole networks: a weighted sum of all states or outputs as the loss


def network_gradients(case, run):
    """∂(Σ k ⊙ result)/∂… for every tensor of the case, with fixed weights k of the result."""
    names = [name for name, value in case.items() if not isinstance(value, str)]
    given = tensors(case, names)
    result = run(given)
    weights = torch.tensor([((7 * i) % 5 - 1.5) / 2 for i in range(result.numel())]).reshape(result.shape)
    loss = (result * weights).sum()
    return case, detached({"loss": loss, **gradients(loss, given, names)})


def rnn_gradients(draw):
    sizes = Sizes(draw)
    case = rnn_case(draw, sizes, (sizes.steps,))
    case["placement"] = draw.choice(["sum", "state"])
    return network_gradients(
        case, lambda given: stacked(rnn_loop(given, case, given["x"], state_before(given, "h0", sizes)))["h"]
    )


def lstm_gradients(draw):
    sizes = Sizes(draw)
    case = lstm_case(draw, sizes, (sizes.steps,))

    def run(given):
        h, c = state_before(given, "h0", sizes), state_before(given, "c0", sizes)
        found = stacked(lstm_loop(given, case, given["x"], h, c))
        return found.get("y", found["h"])

    return network_gradients(case, run)


def gru_gradients(draw):
    sizes = Sizes(draw)
    case = gru_case(draw, sizes, (sizes.steps,))
    return network_gradients(
        case, lambda given: stacked(gru_loop(given, case, given["x"], state_before(given, "h0", sizes)))["h"]
    )


def bidirectional_gradients(draw):
    sizes = Sizes(draw)
    case = bidirectional_case(draw, sizes)
    case["combine"] = draw.choice(["sum", "concat"])
    return network_gradients(
        case, lambda given: bidirectional_outputs(given, case, *both_loops(given, case, sizes))
    )


MAKERS = [
    rnn_step,
    rnn,
    lstm_step,
    lstm,
    gru_step,
    gru,
    bidirectional_rnn,
    bidirectional_rnn_gradients,
    bptt,
    lstm_cell_gradient,
    rnn_gradient_factor,
    gradient_bound,
    rnn_gradients,
    lstm_gradients,
    gru_gradients,
    bidirectional_gradients,
]
