"""Normalizations by torch.nn.functional, statistics by going through the elements one by one, gradients by autograd."""

import itertools
import statistics

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_weights, fuse_linear_bn_weights

from drawing import numbers

EPSILONS = [1e-5, 1e-3, 0.1, 1, 0]


def shape_of(value):
    return (len(value), *shape_of(value[0])) if isinstance(value, list) else ()


def with_options(draw, case, *names, shape):
    """The given arguments as numbers of that shape or as single ones, each sometimes left out."""
    for name in names:
        if draw.random() < 0.7:
            case[name] = numbers(draw, *(shape if draw.random() < 0.7 else ()))
    return case


def with_eps(draw, case):
    if draw.random() < 0.6:
        case["eps"] = draw.choice(EPSILONS)
    return case


def tensor_or_none(case, name, shape):
    """An argument at full length, as PyTorch wants it; None where it is left out."""
    return torch.tensor(case[name]).expand(shape).contiguous() if name in case else None


def moments(x, share):
    """Mean and biased variance of the numbers that share a key, by keys; the keys are places in a tensor."""
    parts = {}
    for index in itertools.product(*(range(length) for length in shape_of(x))):
        value = x
        for i in index:
            value = value[i]
        parts.setdefault(share(index), []).append(value)
    shape = [max(key[axis] for key in parts) + 1 for axis in range(len(next(iter(parts))))]
    found = []
    for f in [statistics.fmean, statistics.pvariance]:
        flat = torch.tensor([float(f(parts[key])) for key in sorted(parts)])
        found.append(flat.reshape(shape))
    return found


def batch_shape(draw, *, lists=True):
    return draw.choice(([(2,), (5,), (7,)] if lists else []) + [(3, 2), (4, 3), (2, 3, 2), (3, 1, 4), (2, 2, 2, 3)])


def channels_of(shape):
    return shape[1] if len(shape) > 1 else 1


def channel_key(index):
    return (index[1],) if len(index) > 1 else ()


def as_batch(x):
    """A list is a batch of one feature."""
    x = torch.as_tensor(x)
    return x if x.dim() > 1 else x[:, None]


def batch_norm(draw):
    shape = batch_shape(draw)
    case = {"x": numbers(draw, *shape)}
    with_eps(draw, with_options(draw, case, "gamma", "beta", shape=shape[1:2]))
    x, eps, channels = as_batch(case["x"]), case.get("eps", 1e-5), channels_of(shape)
    gamma, beta = (tensor_or_none(case, name, (channels,)) for name in ["gamma", "beta"])
    mean, var = moments(case["x"], channel_key)
    xhat = F.batch_norm(x, None, None, training=True, eps=eps)
    y = F.batch_norm(x, None, None, gamma, beta, training=True, eps=eps)
    return case, {"mean": mean, "var": var, "xhat": xhat.reshape(shape), "y": y.reshape(shape)}


def batch_norm_eval(draw):
    """A list beside as many means is one sample with that many features; beside a single mean it is a batch of one feature."""
    shape = draw.choice([(), (1,), (3,), batch_shape(draw), batch_shape(draw)])
    is_sample = len(shape) == 1 and draw.random() < 0.5
    channels = shape[0] if is_sample else channels_of(shape)
    each = (channels,) if is_sample or (len(shape) > 1 and draw.random() < 0.8) else ()
    case = {"x": numbers(draw, *shape), "mean": numbers(draw, *each), "var": numbers(draw, *each, low=0.01, high=4)}
    with_eps(draw, with_options(draw, case, "gamma", "beta", shape=each))
    x = torch.tensor(case["x"])
    x = x if x.dim() > 1 else x.reshape(-1, channels)
    mean, var, gamma, beta = (tensor_or_none(case, name, (channels,)) for name in ["mean", "var", "gamma", "beta"])
    eps = case.get("eps", 1e-5)
    xhat = F.batch_norm(x, mean, var, eps=eps)
    y = F.batch_norm(x, mean, var, gamma, beta, eps=eps)
    return case, {"xhat": xhat.reshape(shape), "y": y.reshape(shape)}


def running_stats(draw):
    """nn.BatchNorm's buffers. Its momentum is the weight of the new value, Keras's that of the old one; it knows no biased
    running variance, so that one is interpolated by torch.lerp."""
    shape = batch_shape(draw)
    channels = channels_of(shape)
    case = {"x": numbers(draw, *shape)}
    with_options(draw, case, "mean", shape=shape[1:2])
    if draw.random() < 0.6:
        case["var"] = numbers(draw, *shape[1:2], low=0, high=4)
    if draw.random() < 0.7:
        case["momentum"] = draw.choice([0, 0.01, 0.1, 0.5, 0.9, 1])
    if draw.random() < 0.5:
        case["rule"] = draw.choice(["pytorch", "keras"])
    if draw.random() < 0.5:
        case["variance"] = draw.choice(["unbiased", "biased"])
    momentum = case.get("momentum", 0.1)
    if case.get("rule") == "keras":
        momentum = 1 - momentum
    norm = {2: nn.BatchNorm1d, 3: nn.BatchNorm1d, 4: nn.BatchNorm2d}[max(2, len(shape))](channels)
    only_new = type(norm)(channels, momentum=1.0)
    norm.momentum = momentum
    for name in ["mean", "var"]:
        if name in case:
            getattr(norm, f"running_{name}")[:] = torch.tensor(case[name])
    old = norm.running_var.clone()
    x = as_batch(case["x"])
    norm(x), only_new(x)
    mean, biased = moments(case["x"], channel_key)
    batch_var, var = only_new.running_var, norm.running_var
    if case.get("variance") == "biased":
        batch_var, var = biased.reshape(channels), torch.lerp(old, biased.reshape(channels), momentum)
    values = {"batch_mean": mean, "batch_var": batch_var, "mean": norm.running_mean, "var": var}
    return case, {name: value.reshape(shape[1:2]) for name, value in values.items()}


def batch_norm_backward(draw):
    shape = batch_shape(draw)
    case = {"x": numbers(draw, *shape), "upstream": numbers(draw, *shape)}
    with_eps(draw, with_options(draw, case, "gamma", shape=shape[1:2]))
    if draw.random() < 0.6:
        case["rule"] = draw.choice(["paper", "compact"])
    channels, each = channels_of(shape), shape[1:2]
    x = as_batch(case["x"]).clone().requires_grad_()
    eps = case.get("eps", 1e-5)
    gamma = torch.tensor(case.get("gamma", 1.0)).expand(channels).clone().requires_grad_()
    beta = torch.zeros(channels, requires_grad=True)
    upstream = as_batch(case["upstream"])
    y = F.batch_norm(x, None, None, gamma, beta, training=True, eps=eps)
    dx, dgamma, dbeta = torch.autograd.grad(y, [x, gamma, beta], upstream)
    # Once more, with the stations on the way.
    wide = [1, channels] + [1] * (x.dim() - 2)
    axes = [axis for axis in range(x.dim()) if axis != 1]
    mean = x.mean(axes)
    var = (x - mean.reshape(wide)).square().mean(axes)
    xhat = (x - mean.reshape(wide)) / (var.reshape(wide) + eps).sqrt()
    out = gamma.reshape(wide) * xhat
    dmean, dvar, dxhat = torch.autograd.grad(out, [mean, var, xhat], upstream)
    value = {"xhat": xhat.reshape(shape), "dbeta": dbeta.reshape(each), "dgamma": dgamma.reshape(each)}
    value |= {"dxhat": dxhat.reshape(shape), "dx": dx.reshape(shape)}
    if case.get("rule") != "compact":
        value |= {"dvar": dvar.reshape(each), "dmean": dmean.reshape(each)}
    return case, value


def layer_norm(draw):
    shape = draw.choice([(3,), (6,), (2, 3), (4, 2), (3, 5), (2, 3, 2), (2, 2, 2, 3)])
    last = max(1, len(shape) - 1)
    case = {"x": numbers(draw, *shape)}
    if draw.random() < 0.5:
        last = case["last"] = draw.randint(1, len(shape))
    features = shape[len(shape) - last :]
    with_eps(draw, with_options(draw, case, "gamma", "beta", shape=features))
    gamma, beta = (tensor_or_none(case, name, features) for name in ["gamma", "beta"])
    x, eps = torch.tensor(case["x"]), case.get("eps", 1e-5)
    mean, var = moments(case["x"], lambda index: index[: len(shape) - last])
    xhat = F.layer_norm(x, features, eps=eps)
    return case, {"mean": mean, "var": var, "xhat": xhat, "y": F.layer_norm(x, features, gamma, beta, eps)}


def instance_norm(draw):
    shape = draw.choice([(1, 2, 3), (2, 3, 2), (2, 1, 4), (2, 2, 2, 3), (1, 2, 3, 1)])
    case = {"x": numbers(draw, *shape)}
    with_eps(draw, with_options(draw, case, "gamma", "beta", shape=shape[1:2]))
    gamma, beta = (tensor_or_none(case, name, shape[1:2]) for name in ["gamma", "beta"])
    x, eps = torch.tensor(case["x"]), case.get("eps", 1e-5)
    mean, var = moments(case["x"], lambda index: index[:2])
    y = F.instance_norm(x, weight=gamma, bias=beta, eps=eps)
    return case, {"mean": mean, "var": var, "xhat": F.instance_norm(x, eps=eps), "y": y}


def drawn_groups(draw, fewest_axes=2):
    """A shape and a number of groups of which each has two numbers or more."""
    shapes = [(2, 4), (3, 6), (2, 4, 2), (2, 2, 3), (1, 4, 2, 2), (1, 6, 1, 2)]
    shape = draw.choice([shape for shape in shapes if len(shape) >= fewest_axes])
    most = shape[1] // 2 if len(shape) == 2 else shape[1]
    return shape, draw.choice([groups for groups in range(1, most + 1) if shape[1] % groups == 0])


def group_norm(draw):
    shape, groups = drawn_groups(draw)
    case = {"x": numbers(draw, *shape), "groups": groups}
    with_eps(draw, with_options(draw, case, "gamma", "beta", shape=shape[1:2]))
    gamma, beta = (tensor_or_none(case, name, shape[1:2]) for name in ["gamma", "beta"])
    x, eps = torch.tensor(case["x"]), case.get("eps", 1e-5)
    mean, var = moments(case["x"], lambda index: (index[0], index[1] // (shape[1] // groups)))
    y = F.group_norm(x, groups, gamma, beta, eps)
    return case, {"mean": mean, "var": var, "xhat": F.group_norm(x, groups, eps=eps), "y": y}


def norm_stats(draw):
    kind = draw.choice(["batch", "layer", "instance", "group"])
    case = {"kind": kind}
    if kind == "group":
        shape, case["groups"] = drawn_groups(draw)
    elif kind == "instance":
        shape = draw.choice([(4, 2, 3), (2, 3, 2), (2, 2, 2, 3)])
    else:
        shape = draw.choice([(4, 2), (3, 3), (4, 2, 3), (2, 3, 2), (2, 2, 2, 3)])
    case["x"] = numbers(draw, *shape)

    def share(index):
        n, c, *positions = index
        rest = [0] * len(positions)
        return {
            "batch": lambda: (0, c, *rest),
            "layer": lambda: (n, 0, *rest),
            "instance": lambda: (n, c, *rest),
            "group": lambda: (n, c // (shape[1] // case["groups"]), *rest),
        }[kind]()

    mean, var = moments(case["x"], share)
    return case, {"mean": mean, "var": var}


def rms_norm(draw):
    """The direction of the features with one more number √(nε) beside them, times √n: F.normalize does the dividing."""
    shape = draw.choice([(3,), (6,), (2, 3), (4, 2), (2, 3, 2), (2, 2, 2, 3)])
    case = {"x": numbers(draw, *shape)}
    last = 1
    if draw.random() < 0.5:
        last = case["last"] = draw.randint(1, len(shape))
    features, kept = shape[len(shape) - last :], shape[: len(shape) - last]
    with_eps(draw, with_options(draw, case, "gamma", shape=features))
    flat = torch.tensor(case["x"]).flatten(len(kept))
    n, eps = flat.shape[-1], case.get("eps", 1e-6)
    longer = torch.cat([flat, torch.full((*flat.shape[:-1], 1), (n * eps) ** 0.5)], -1)
    xhat = (F.normalize(longer, dim=-1, eps=0)[..., :-1] * n**0.5).reshape(shape)
    rms = torch.linalg.vector_norm(longer, dim=-1) / n**0.5
    y = torch.tensor(case.get("gamma", 1.0)) * xhat
    return case, {"rms": rms, "xhat": xhat, "y": y}


def fold_batch_norm(draw):
    shape = draw.choice([(), (3,), (2, 3), (4, 2), (3, 2, 2), (2, 1, 2, 2)])
    filters = shape[0] if len(shape) > 1 else 1
    each = (filters,) if len(shape) > 1 else ()
    stats = each if draw.random() < 0.8 else ()
    case = {"weight": numbers(draw, *shape), "mean": numbers(draw, *stats), "var": numbers(draw, *stats, low=0.01, high=4)}
    for name in ["bias", "gamma", "beta"]:
        if draw.random() < 0.7:
            case[name] = numbers(draw, *stats)
    with_eps(draw, case)
    weight = torch.tensor(case["weight"])
    weight = weight if len(shape) > 1 else weight.reshape(1, -1)
    bias, mean, var, gamma, beta = (
        tensor_or_none(case, name, (filters,)) for name in ["bias", "mean", "var", "gamma", "beta"]
    )
    eps = case.get("eps", 1e-5)
    gamma = torch.ones(filters) if gamma is None else gamma
    beta = torch.zeros(filters) if beta is None else beta
    fuse = fuse_linear_bn_weights if weight.dim() == 2 else fuse_conv_bn_weights
    new_weight, new_bias = fuse(weight, bias, mean, var, eps, gamma, beta)
    # How far the outputs of two inputs that differ by 1 lie apart.
    ends = F.batch_norm(torch.tensor([[0.0], [1.0]]).expand(2, filters), mean, var, gamma, beta, eps=eps)
    scale = ends[1] - ends[0]
    # Where each statistic is a single number, so are the scale and the bias.
    if not stats:
        scale, new_bias = scale[0], new_bias[0]
    return case, {"scale": scale, "weight": new_weight.reshape(shape), "bias": new_bias}


def weight_norm(draw):
    shape = draw.choice([(2,), (3,), (5,), (2, 3), (3, 2), (1, 4)])
    rows = (shape[0],) if len(shape) > 1 else ()
    case = {"v": numbers(draw, *shape), "g": numbers(draw, *(rows if draw.random() < 0.8 else ()))}
    v = torch.tensor(case["v"]).reshape(-1, shape[-1])
    layer = nn.utils.weight_norm(nn.Linear(shape[-1], v.shape[0], bias=False))
    with torch.no_grad():
        layer.weight_v[:] = v
        layer.weight_g[:] = torch.tensor(case["g"]).expand(v.shape[0])[:, None]
        layer(torch.zeros(shape[-1]))
        # The very weights of the layer; beside them g = ‖v‖ would leave v as it is.
        w = layer.weight
        norm = torch.linalg.vector_norm(v, dim=1).reshape(rows)
        s = (layer(v).diagonal() / (v * v).sum(1)).reshape(rows)
    return case, {"norm": norm, "s": s, "w": w.detach().reshape(shape)}


def weight_norm_gradient(draw):
    n = draw.randint(1, 5)
    case = {"v": numbers(draw, n), "g": draw.choice([1, -2, numbers(draw)]), "upstream": numbers(draw, n)}
    v = torch.tensor(case["v"], requires_grad=True)
    g = torch.tensor(float(case["g"]), requires_grad=True)
    w = torch._weight_norm(v[None], g.reshape(1, 1), 0)[0]
    by_v, by_g = torch.autograd.grad(w, [v, g], torch.tensor(case["upstream"]))
    direction = torch.autograd.functional.jacobian(lambda u: F.normalize(u, dim=0), v.detach())
    norm = torch.linalg.vector_norm(v.detach())
    s = (w @ v / (v @ v)).detach()
    return case, {"norm": norm, "s": s, "projection": direction * norm, "dv": by_v, "dg": by_g}


MAKERS = [
    norm_stats,
    batch_norm,
    batch_norm_eval,
    running_stats,
    batch_norm_backward,
    layer_norm,
    instance_norm,
    group_norm,
    rms_norm,
    fold_batch_norm,
    weight_norm,
    weight_norm_gradient,
]
