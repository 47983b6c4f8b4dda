"""Layers and whole networks, by PyTorch's modules and its autograd."""

import cmath

import torch
from torch import nn
from torch.nn import functional as F

from drawing import numbers

T = torch.tensor


# Multi-layer perceptrons

HIDDEN = {
    "relu": nn.ReLU(),
    "leaky_relu": nn.LeakyReLU(),
    "tanh": nn.Tanh(),
    "sigmoid": nn.Sigmoid(),
    "identity": nn.Identity(),
}
OUTPUT = {"identity": nn.Identity(), "sigmoid": nn.Sigmoid(), "softmax": nn.Softmax(dim=-1)}
USUAL = {"mse": "identity", "half_squared": "identity", "cross_entropy": "softmax", "bce": "sigmoid"}


class Net:
    """nn.Linear modules with the weights of a case. A single number is a vector of one; PyTorch has W of shape (out, in)."""

    def __init__(self, draw, outputs=None):
        form = draw.choice(["vector", "vector", "batch", "number", "unit", "unit batch"])
        layers = draw.randint(1, 3)
        self.isNumber = form == "number" and outputs is None
        self.isUnit = self.isNumber or (form.startswith("unit") and outputs is None)
        self.samples = draw.randint(2, 3) if "batch" in form else None
        sides = [1 if self.isNumber else draw.randint(1, 3) for _ in range(layers + 1)]
        sides[-1] = 1 if self.isUnit else outputs or sides[-1]
        self.layout = "Wx" if self.isNumber else draw.choice(["Wx", "xW"])
        self.hidden = draw.choice(list(HIDDEN))
        self.slope = draw.choice([0.01, 0.1, 0.3])
        width = sides[0]
        self.case = {"x": numbers(draw) if self.isNumber else numbers(draw, *([self.samples] if self.samples else []), width)}
        self.modules = []
        for number, (into, out) in enumerate(zip(sides, sides[1:]), 1):
            hasBias = draw.random() < 0.8
            module = nn.Linear(into, out, bias=hasBias)
            isSingle = self.isNumber or (self.isUnit and number == layers)
            weights = numbers(draw, out, into)
            module.weight.data = T(weights)
            if self.isNumber:
                given = weights[0][0]
            elif isSingle:
                given = weights[0]
            else:
                given = weights if self.layout == "Wx" else T(weights).T.tolist()
            self.case[f"W{number}"] = given
            if hasBias:
                bias = numbers(draw, out)
                module.bias.data = T(bias)
                self.case[f"b{number}"] = bias[0] if isSingle else bias
            self.modules.append((number, module, isSingle))
        if draw.random() < 0.7 or layers > 1:
            self.case["hidden"] = self.hidden
        if self.hidden == "leaky_relu":
            self.case["slope"] = self.slope
        if self.layout == "xW":
            self.case["layout"] = "xW"

    def shaped(self, tensor, isSingle):
        """Of a layer's numbers: without the axis of a single unit."""
        return tensor[..., 0] if isSingle else tensor

    def as_weight(self, tensor, isSingle):
        if self.isNumber:
            return tensor[0, 0]
        if isSingle:
            return tensor[0]
        return tensor if self.layout == "Wx" else tensor.T

    def forward(self, output):
        x = T(self.case["x"])
        self.x = x = (x.reshape(1) if self.isNumber else x).requires_grad_()
        self.zs, self.fields = [], {}
        for number, module, isSingle in self.modules:
            z = module(x)
            z.retain_grad()
            self.zs.append((number, z, isSingle))
            self.fields[f"z{number}"] = self.shaped(z, isSingle)
            isLast = number == len(self.modules)
            active = nn.LeakyReLU(self.slope) if self.hidden == "leaky_relu" else HIDDEN[self.hidden]
            x = OUTPUT[output](z) if isLast else active(z)
            self.fields["y" if isLast else f"h{number}"] = self.shaped(x, isSingle)
        return z, x


def mlp(draw):
    wanted = draw.choice(list(OUTPUT))
    net = Net(draw, outputs=draw.randint(2, 3) if wanted == "softmax" else None)
    if wanted != "identity":
        net.case["output"] = wanted
    net.forward(wanted)
    return net.case, {name: value.detach() for name, value in net.fields.items()}


def trained(draw):
    """A network, its case and its loss, after the backward pass."""
    loss = draw.choice(["mse", "mse", "half_squared", "cross_entropy", "cross_entropy", "bce"])
    output = draw.choice(list(OUTPUT)) if loss in ("mse", "half_squared") else USUAL[loss]
    classes = draw.randint(2, 3) if output == "softmax" else None
    net = Net(draw, outputs=classes)
    if loss != "mse":
        net.case["loss"] = loss
    if output != USUAL[loss]:
        net.case["output"] = output
    z, y = net.forward(output)
    shape = list(z.shape)
    if loss == "cross_entropy":
        if draw.random() < 0.6:
            target = torch.randint(classes, shape[:-1], generator=torch.Generator().manual_seed(draw.randint(0, 999)))
        else:
            target = T(numbers(draw, *shape, low=0.1, high=1))
            target = target / target.sum(-1, keepdim=True)
        value = F.cross_entropy(z, target)
        net.case["target"] = target
    else:
        target = T(numbers(draw, *shape, low=0, high=1) if loss == "bce" and draw.random() < 0.3 else numbers(draw, *shape))
        if loss == "bce":
            target = target if (0 <= target).all() and (target <= 1).all() else (target > 0).double()
        net.case["target"] = net.shaped(target, net.modules[-1][2])
        if loss == "bce":
            value = F.binary_cross_entropy_with_logits(z, target)
        elif loss == "mse":
            value = F.mse_loss(y, target)
        else:
            value = F.mse_loss(y, target, reduction="sum") / 2 / (net.samples or 1)
    value.backward()
    order = ["x", "target"]
    net.case = {name: net.case[name] for name in order} | {k: v for k, v in net.case.items() if k not in order}
    return net, value.detach()


def mlp_loss(draw):
    net, loss = trained(draw)
    return net.case, {**{name: value.detach() for name, value in net.fields.items()}, "loss": loss}


def mlp_backward(draw):
    net, loss = trained(draw)
    value = {"y": net.fields["y"].detach(), "loss": loss}
    for (number, module, isSingle), (_, z, _) in zip(net.modules, net.zs):
        value[f"delta{number}"] = net.shaped(z.grad, isSingle)
        value[f"dW{number}"] = net.as_weight(module.weight.grad, isSingle)
        if module.bias is not None:
            value[f"db{number}"] = net.shaped(module.bias.grad, isSingle)
    value["dx"] = net.shaped(net.x.grad, net.isNumber)
    return net.case, value


def mlp_update(draw):
    net, loss = trained(draw)
    net.case["lr"] = draw.choice([0.01, 0.1, 0.5])
    torch.optim.SGD([p for _, module, _ in net.modules for p in module.parameters()], net.case["lr"]).step()
    value = {"loss": loss}
    for number, module, isSingle in net.modules:
        value[f"W{number}"] = net.as_weight(module.weight.detach(), isSingle)
        if module.bias is not None:
            value[f"b{number}"] = net.shaped(module.bias.detach(), isSingle)
    return net.case, value


def linear_backward(draw):
    into, out = draw.randint(1, 4), draw.randint(1, 4)
    samples = draw.choice([[], [1] if out > 1 else [3], [2], [4]])
    layout = draw.choice(["Wx", "xW"])
    case = {
        "X": numbers(draw, *samples, into),
        "W": numbers(draw, *((out, into) if layout == "Wx" else (into, out))),
        "dout": numbers(draw, *samples, out),
        "layout": layout,
    }
    layer = nn.Linear(into, out)
    layer.weight.data = T(case["W"]) if layout == "Wx" else T(case["W"]).T
    x = T(case["X"], requires_grad=True)
    layer(x).backward(T(case["dout"]))
    by_weights = layer.weight.grad if layout == "Wx" else layer.weight.grad.T
    return case, {"dX": x.grad, "dW": by_weights, "db": layer.bias.grad}


# Convolutions


def sliding(draw, rank, dilated=True):
    """Input and kernel in one of the four forms, and a stride, padding and dilation that fit."""
    while True:
        kernel = [draw.randint(1, 3) for _ in range(rank)]
        sides = [draw.randint(1, 5) for _ in range(rank)]
        steps = {"stride": draw.randint(1, 3), "padding": draw.randint(0, 2), "dilation": draw.randint(1, 2) if dilated else 1}
        if all(n + 2 * steps["padding"] > steps["dilation"] * (k - 1) for n, k in zip(sides, kernel)):
            break
    # A single filter over several channels only along two axes: a gradient of shape (1, 1) cannot be typed again.
    channels, filters = draw.choice([(None, None), (None, None), (2, 2), (3, 1 if rank == 2 else 2), (2, None), (None, 2)])
    case = {
        "x": numbers(draw, *([channels] if channels else []), *sides),
        "k": numbers(draw, *([filters] if filters else []), *([channels] if channels else []), *kernel),
    }
    given = {name: value for name, value in steps.items() if value != (0 if name == "padding" else 1) or draw.random() < 0.2}
    return case, given, steps, channels, filters


def full(tensor, rank, channels, filters):
    """A kernel with both its axes of channels."""
    tensor = tensor if channels else tensor.unsqueeze(-rank - 1)
    return tensor if filters else tensor.unsqueeze(0)


def convolve(draw, rank):
    case, given, steps, channels, filters = sliding(draw, rank)
    kind = draw.choice(["cross_correlation", "cross_correlation", "convolution"])
    x, k = T(case["x"], requires_grad=True), T(case["k"], requires_grad=True)
    b = T(numbers(draw, filters or 1), requires_grad=True)
    kernel = full(k, rank, channels, filters)
    if kind == "convolution":
        kernel = kernel.flip(list(range(-rank, 0)))
    conv = F.conv1d if rank == 1 else F.conv2d
    y = conv((x if channels else x.unsqueeze(0)).unsqueeze(0), kernel, b, **steps)[0]
    case = {**case, **given, **({} if kind == "cross_correlation" and draw.random() < 0.5 else {"kind": kind})}
    return case, x, k, b, y if filters else y[0], filters


def convolved(draw, rank):
    case, _, _, b, y, filters = convolve(draw, rank)
    if draw.random() < 0.6:
        case["b"] = b if filters else b[0]
        return case, y
    return case, y - (b.reshape(-1, *[1] * rank) if filters else b)


def convolved_back(draw, rank):
    case, x, k, b, y, filters = convolve(draw, rank)
    case["dy"] = numbers(draw, *y.shape)
    y.backward(T(case["dy"]))
    return case, {"dx": x.grad, "dk": k.grad, "db": b.grad if filters else b.grad[0]}


def conv1d(draw):
    return convolved(draw, 1)


def conv2d(draw):
    return convolved(draw, 2)


def conv1d_backward(draw):
    return convolved_back(draw, 1)


def conv2d_backward(draw):
    return convolved_back(draw, 2)


def conv_transpose2d(draw):
    """PyTorch's kernel has shape (in, out, kh, kw)."""
    while True:
        stride, dilation = draw.randint(1, 3), draw.randint(1, 2)
        steps = {"stride": stride, "padding": draw.randint(0, 1), "dilation": dilation}
        extra = draw.randint(0, stride - 1)
        kernel, sides = [draw.randint(1, 3), draw.randint(1, 3)], [draw.randint(1, 3), draw.randint(1, 3)]
        if all((n - 1) * stride - 2 * steps["padding"] + dilation * (k - 1) + extra >= 0 for n, k in zip(sides, kernel)):
            break
    into, out = draw.choice([(None, None), (2, 2), (3, 1), (2, None), (None, 2)])
    x = numbers(draw, *([into] if into else []), *sides)
    k = numbers(draw, *([into] if into else []), *([out] if out else []), *kernel)
    bias = numbers(draw, out or 1)
    weights = T(k) if out else T(k).unsqueeze(-3)
    weights = weights if into else weights.unsqueeze(0)
    image = T(x) if into else T(x).unsqueeze(0)
    y = F.conv_transpose2d(image.unsqueeze(0), weights, T(bias), output_padding=extra, **steps)[0]
    case = {"x": x, "k": k, "b": bias if out else bias[0], **steps, "output_padding": extra}
    return case, y if out else y[0]


# Pooling and shapes


def pooled(draw, module):
    """A case, its input and the pooled output."""
    while True:
        kernel = draw.randint(1, 3)
        sides = [draw.randint(1, 5), draw.randint(1, 5)]
        case = {"x": numbers(draw, *draw.choice([[], [2]]), *sides), "kernel": kernel}
        if draw.random() < 0.5:
            case["stride"] = draw.randint(1, 3)
        if draw.random() < 0.5:
            case["padding"] = draw.randint(0, kernel // 2)
        if min(sides) + 2 * case.get("padding", 0) >= kernel:
            break
    x = T(case["x"], requires_grad=True)
    isPlain = x.dim() == 2
    y = module(kernel, case.get("stride"), case.get("padding", 0))(x.unsqueeze(0) if isPlain else x)
    return case, x, y[0] if isPlain else y


def pooled_back(draw, module):
    case, x, y = pooled(draw, module)
    case["dy"] = numbers(draw, *y.shape)
    y.backward(T(case["dy"]))
    return case, x.grad


def max_pool2d(draw):
    case, _, y = pooled(draw, nn.MaxPool2d)
    return case, y


def avg_pool2d(draw):
    case, _, y = pooled(draw, nn.AvgPool2d)
    return case, y


def max_pool_backward(draw):
    return pooled_back(draw, nn.MaxPool2d)


def avg_pool_backward(draw):
    return pooled_back(draw, nn.AvgPool2d)


def global_avg_pool(draw):
    x = numbers(draw, *draw.choice([[], [1], [3]]), draw.randint(1, 4), draw.randint(1, 4))
    image = T(x) if T(x).dim() == 3 else T(x).unsqueeze(0)
    y = nn.AdaptiveAvgPool2d(1)(image)[:, 0, 0]
    return {"x": x}, y if T(x).dim() == 3 else y[0]


def im2col(draw):
    while True:
        sides = [draw.randint(1, 4), draw.randint(1, 4)]
        case = {
            "x": numbers(draw, *draw.choice([[], [1], [2]]), *sides),
            "kernel": draw.randint(1, 3),
            "stride": draw.randint(1, 2),
            "padding": draw.randint(0, 1),
            "dilation": draw.randint(1, 2),
        }
        if min(sides) + 2 * case["padding"] > case["dilation"] * (case["kernel"] - 1):
            break
    x = T(case["x"])
    unfold = nn.Unfold(case["kernel"], case["dilation"], case["padding"], case["stride"])
    return case, unfold((x if x.dim() == 3 else x.unsqueeze(0)).unsqueeze(0))[0]


def flatten(draw):
    shape = [draw.randint(1, 3) for _ in range(draw.randint(1, 4))]
    case = {"x": numbers(draw, *shape)}
    if draw.random() < 0.6:
        case["from"] = draw.randint(0, len(shape) - 1)
    return case, nn.Flatten(case.get("from", 0), -1)(T(case["x"]))


# Attention

def restricted(draw, queries, keys, masked=True):
    """Options, PyTorch's boolean mask of what must not be seen, and what is added."""
    options, hidden, bias = {}, torch.zeros(*queries, keys, dtype=torch.bool), torch.zeros(*queries, keys)
    choice = draw.choice(["nothing", "mask", "keys", "causal"])
    if choice == "causal" and queries == [keys]:
        options["causal"] = 1
        hidden = torch.triu(torch.ones(keys, keys), 1).bool()
    if choice in ("mask", "keys"):
        shape = [*queries, keys] if choice == "mask" else [keys]
        seen = (T(numbers(draw, *shape)) > -1).double()
        seen[..., draw.randrange(keys)] = 1
        options["mask"] = seen
        hidden = (seen == 0).expand(*queries, keys)
    if draw.random() < 0.25:
        options["bias"] = numbers(draw, *queries, keys)
        bias = T(options["bias"])
    return options, hidden, bias


def attended(q, k, v, hidden, bias):
    scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5 + bias
    weights = F.softmax(scores.masked_fill(hidden, float("-inf")), dim=-1)
    return scores, weights, weights @ v


def attention(draw):
    queries = draw.choice([[], [1], [2], [3], [4]])
    keys = queries[0] if queries and draw.random() < 0.5 else draw.randint(1, 4)
    keys = max(keys, 2) if queries in ([], [1]) else keys
    width = draw.choice([1, 2, 3, 4])
    case = {"Q": numbers(draw, *queries, width), "K": numbers(draw, keys, width), "V": numbers(draw, keys, draw.randint(1, 4))}
    options, hidden, bias = restricted(draw, queries, keys)
    scores, weights, output = attended(T(case["Q"]), T(case["K"]), T(case["V"]), hidden, bias)
    return {**case, **options}, {"scores": scores, "weights": weights, "output": output}


def module_attention(q, k, v, heads, hidden, bias, out):
    """Weights of every head and the output by PyTorch's module, on what is projected already."""
    width = q.shape[-1]
    module = nn.MultiheadAttention(width, heads, bias=False)
    module.in_proj_weight.data = torch.cat([torch.eye(width)] * 3)
    module.out_proj.weight.data = torch.eye(width) if out is None else out.T
    mask = bias.masked_fill(hidden, float("-inf"))
    output, weights = module(
        q.unsqueeze(1), k.unsqueeze(1), v.unsqueeze(1), attn_mask=mask, average_attn_weights=False
    )
    return weights[0].detach(), output[:, 0].detach()


def several(q, k, v, heads, hidden, bias, out):
    """Every field. PyTorch's module wants one width for all and an output of that width too."""
    parts = [t.reshape(len(t), heads, -1).transpose(0, 1) for t in (q, k, v)]
    scores, weights, each = attended(*parts, hidden, bias)
    joined = torch.cat(list(each), dim=-1)
    output = joined if out is None else joined @ out
    if q.shape[1] == v.shape[1] and (out is None or out.shape[0] == out.shape[1]):
        weights, output = module_attention(q, k, v, heads, hidden, bias, out)
    value = {}
    for i in range(heads):
        tag = str(i + 1) if heads > 1 else ""
        value[f"scores{tag}"], value[f"weights{tag}"] = scores[i], weights[i]
        if heads > 1:
            value[f"head{tag}"] = each[i]
    return {**value, **({} if out is None else {"concat": joined}), "output": output}


def multi_head_attention(draw):
    heads = draw.choice([1, 2, 2, 3])
    queries = draw.randint(1, 3)
    keys = queries if queries > 1 and draw.random() < 0.5 else draw.randint(2, 3)
    width, values = heads * draw.randint(1, 2), heads * draw.randint(1, 2)
    case = {"Q": numbers(draw, queries, width), "K": numbers(draw, keys, width), "V": numbers(draw, keys, values), "heads": heads}
    out = None
    if draw.random() < 0.5:
        case["WO"] = numbers(draw, values, draw.choice([values, 2]))
        out = T(case["WO"])
    options, hidden, bias = restricted(draw, [queries], keys)
    return {**case, **options}, several(T(case["Q"]), T(case["K"]), T(case["V"]), heads, hidden, bias, out)


def self_attention(draw):
    heads = draw.choice([1, 1, 2])
    tokens, into = draw.randint(2, 4), draw.randint(1, 4)
    width = heads * draw.randint(1, 2)
    values = draw.choice([width, heads * draw.randint(1, 2)])
    case = {
        "X": numbers(draw, tokens, into),
        "WQ": numbers(draw, into, width),
        "WK": numbers(draw, into, width),
        "WV": numbers(draw, into, values),
    }
    if heads > 1 or draw.random() < 0.5:
        case["heads"] = heads
    out = None
    if draw.random() < 0.5:
        case["WO"] = numbers(draw, values, draw.choice([values, 3]))
        out = T(case["WO"])
    options, hidden, bias = restricted(draw, [tokens], tokens)
    q, k, v = (T(case["X"]) @ T(case[name]) for name in ("WQ", "WK", "WV"))
    return {**case, **options}, {"Q": q, "K": k, "V": v, **several(q, k, v, heads, hidden, bias, out)}


def causal_mask(draw):
    n = draw.randint(1, 9)
    return {"n": n}, torch.tril(torch.ones(n, n))


def positional_encoding(draw):
    """Each pair of dimensions is a point that turns on the unit circle."""
    width = 2 * draw.randint(1, 4)
    case = {"position": draw.choice([draw.randint(0, 50), [draw.randint(0, 20) for _ in range(draw.randint(1, 4))]]), "d_model": width}
    if draw.random() < 0.3:
        case["base"] = draw.choice([10, 100, 500])
    base = case.get("base", 10000)

    def encoded(position):
        turns = [cmath.rect(1, position / base ** (pair / width)) for pair in range(0, width, 2)]
        return [part for turn in turns for part in (turn.imag, turn.real)]

    at = case["position"]
    return case, [encoded(p) for p in at] if isinstance(at, list) else encoded(at)


# Whole networks, of which the tutor takes every gradient by its own reverse accumulation


def gradients(loss, tensors):
    loss.backward()
    return {"loss": loss.item(), **{name: tensor.grad for name, tensor in tensors.items()}}


def network_mlp(draw):
    """2-3-2 with mean squared error."""
    hidden = draw.choice(["tanh", "sigmoid", "relu", "leaky_relu"])
    case = {"x": numbers(draw, 2), "target": numbers(draw, 2), "W1": numbers(draw, 3, 2), "b1": numbers(draw, 3)}
    case |= {"W2": numbers(draw, 2, 3), "b2": numbers(draw, 2), "hidden": hidden}
    tensors = {name: T(case[name], requires_grad=True) for name in ["x", "W1", "b1", "W2", "b2"]}
    h = HIDDEN[hidden](F.linear(tensors["x"], tensors["W1"], tensors["b1"]))
    return case, gradients(F.mse_loss(F.linear(h, tensors["W2"], tensors["b2"]), T(case["target"])), tensors)


def network_cnn(draw):
    """Convolution, ReLU, max pooling, a linear layer and cross-entropy."""
    case = {
        "x": numbers(draw, 2, 5, 5),
        "k": numbers(draw, 2, 2, 2, 2),
        "c": numbers(draw, 2),
        "W": numbers(draw, 3, 8),
        "b": numbers(draw, 3),
        "target": draw.randrange(3),
    }
    tensors = {name: T(case[name], requires_grad=True) for name in ["x", "k", "c", "W", "b"]}
    y = F.max_pool2d(F.relu(F.conv2d(tensors["x"].unsqueeze(0), tensors["k"], tensors["c"])), 2)
    logits = F.linear(y.flatten(1), tensors["W"], tensors["b"])
    return case, gradients(F.cross_entropy(logits, T([case["target"]])), tensors)


def network_attention(draw):
    """Causal self-attention with two heads and a residual connection, to the mean squared error."""
    case = {"X": numbers(draw, 3, 4), "T": numbers(draw, 3, 4)}
    case |= {name: numbers(draw, 4, 4, low=-1, high=1) for name in ["WQ", "WK", "WV", "WO"]}
    tensors = {name: T(case[name], requires_grad=True) for name in ["X", "WQ", "WK", "WV", "WO"]}
    weights = torch.cat([tensors[name].T for name in ["WQ", "WK", "WV"]])
    x = tensors["X"].unsqueeze(1)
    output, _ = F.multi_head_attention_forward(
        x, x, x, 4, 2, weights, None, None, None, False, 0.0, tensors["WO"].T, None,
        attn_mask=torch.triu(torch.ones(3, 3), 1).bool(),
    )
    return case, gradients(F.mse_loss(tensors["X"] + output[:, 0], T(case["T"])), tensors)


MAKERS = [
    mlp, mlp_loss, mlp_backward, mlp_update, linear_backward,
    conv1d, conv2d, conv1d_backward, conv2d_backward, conv_transpose2d,
    max_pool2d, avg_pool2d, max_pool_backward, avg_pool_backward, global_avg_pool, im2col, flatten,
    attention, multi_head_attention, self_attention, causal_mask, positional_encoding,
    network_mlp, network_cnn, network_attention,
]
