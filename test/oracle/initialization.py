"""Initial weights by torch.nn.init, and their effect by going through every outcome of small discrete distributions."""

import itertools
import math

import numpy as np
import torch
from torch import nn

from drawing import numbers

SLOPES = [0, 0.01, 0.1, 0.2, 0.5, 1]


class Recorder(torch.Tensor):
    """A weight matrix that remembers how wide it was to be drawn and draws nothing."""

    __torch_function__ = torch._C._disabled_torch_function_impl

    def normal_(self, mean, std):
        assert mean == 0
        self.width = std
        return self

    def uniform_(self, low, high):
        assert low == -high
        self.width = high
        return self


def width(rule, fan_in, fan_out=1, **options):
    """The standard deviation or the bound with which a rule of torch.nn.init draws."""
    weight = torch.empty(1, 1).expand(fan_out, fan_in).as_subclass(Recorder)
    return rule(weight, **options).width


def fan(draw):
    return draw.choice([1, 2, 3, 64, 100, 784, draw.randint(1, 999)])


def xavier(draw, rule):
    case = {"fan_in": fan(draw), "fan_out": fan(draw)}
    if draw.random() < 0.5:
        case["gain"] = draw.choice([1, 2, 0.5, round(draw.uniform(0.1, 3), 3)])
    return case, width(rule, case["fan_in"], case["fan_out"], gain=case.get("gain", 1))


def xavier_normal_std(draw):
    return xavier(draw, nn.init.xavier_normal_)


def xavier_uniform_bound(draw):
    return xavier(draw, nn.init.xavier_uniform_)


def he(draw, rule):
    case = {"fan_in": fan(draw)}
    if draw.random() < 0.7:
        case |= {"fan_out": fan(draw), "mode": draw.choice(["fan_in", "fan_out"])}
    if draw.random() < 0.6:
        case["slope"] = draw.choice(SLOPES)
    fan_out = case.get("fan_out", case["fan_in"])
    mode = case.get("mode", "fan_in")
    return case, width(rule, case["fan_in"], fan_out, a=case.get("slope", 0), mode=mode)


def he_normal_std(draw):
    return he(draw, nn.init.kaiming_normal_)


def he_uniform_bound(draw):
    return he(draw, nn.init.kaiming_uniform_)


def lecun_normal_std(draw):
    case = {"fan_in": fan(draw)}
    return case, width(nn.init.kaiming_normal_, case["fan_in"], nonlinearity="linear")


def lecun_uniform_bound(draw):
    case = {"fan_in": fan(draw)}
    return case, width(nn.init.kaiming_uniform_, case["fan_in"], nonlinearity="linear")


def init_gain(draw):
    case = {"nonlinearity": draw.choice(["linear", "sigmoid", "tanh", "relu", "leaky_relu", "leaky_relu", "selu"])}
    if draw.random() < 0.6:
        case["slope"] = draw.choice(SLOPES)
    return case, nn.init.calculate_gain(case["nonlinearity"], case.get("slope"))


def conv_fans(draw):
    groups = draw.choice([1, 1, 2, 4])
    case = {
        "in": groups * draw.randint(1, 16),
        "out": groups * draw.randint(1, 16),
        "kernel": draw.randint(1, 5),
        "groups": groups,
        "dimensions": draw.randint(1, 3),
    }
    layer = [nn.Conv1d, nn.Conv2d, nn.Conv3d][case["dimensions"] - 1]
    weight = layer(case["in"], case["out"], case["kernel"], groups=groups).weight
    fan_in, fan_out = nn.init._calculate_fan_in_and_fan_out(weight)
    return case, {"fan_in": fan_in, "fan_out": fan_out}


def spread_of(bound):
    return torch.distributions.Uniform(-torch.tensor(bound), torch.tensor(bound)).variance.item()


def uniform_variance(draw):
    case = {"bound": draw.choice([1.0, 0.5, round(draw.uniform(0.001, 3), 4)])}
    return case, spread_of(case["bound"])


def uniform_bound(draw):
    """The inverse by bisection."""
    case = {"variance": draw.choice([1.0, 1 / 3, 0.01, round(draw.uniform(0.0001, 4), 4)])}
    low, high = 0.0, 10.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if 0 < middle and spread_of(middle) < case["variance"] else (low, middle)
    return case, high


def normal_variance(draw):
    case = {"std": draw.choice([1.0, 0.5, round(draw.uniform(0.001, 3), 4)])}
    return case, torch.distributions.Normal(torch.tensor(0.0), torch.tensor(case["std"])).variance.item()




def preserving(draw, rule):
    case = {"fan": fan(draw)}
    if draw.random() < 0.8:
        case["activation"] = draw.choice(["linear", "relu", "leaky_relu"])
    if draw.random() < 0.5:
        case["slope"] = draw.choice(SLOPES)
    nonlinearity = case.get("activation", "relu")
    return case, width(rule, case["fan"], a=case.get("slope", 0.01), nonlinearity=nonlinearity)


def preserving_variance(draw):
    case, std = preserving(draw, nn.init.kaiming_normal_)
    return case, torch.distributions.Normal(torch.tensor(0.0), torch.tensor(std)).variance.item()


def preserving_bound(draw):
    return preserving(draw, nn.init.kaiming_uniform_)


def two_points(draw, mean, variance):
    """A distribution on two numbers with these moments, mostly a lopsided one: pairs of value and probability."""
    p = draw.choice([0.5, 0.2, 0.7, 0.9])
    std = math.sqrt(variance)
    return [(mean + std * math.sqrt((1 - p) / p), p), (mean - std * math.sqrt(p / (1 - p)), 1 - p)]


def moments(f, distributions):
    """Mean and variance of f over every joint outcome of independent distributions."""
    outcomes = [
        (f([value for value, _ in outcome]), math.prod(probability for _, probability in outcome))
        for outcome in itertools.product(*distributions)
    ]
    mean = math.fsum(value * probability for value, probability in outcomes)
    return mean, math.fsum((value - mean) ** 2 * probability for value, probability in outcomes)


def variance(draw):
    return draw.choice([0, 1, round(draw.uniform(0.01, 4), 3)])


def mean(draw):
    return draw.choice([0, 1, -0.5, numbers(draw)])


def product_variance(draw):
    case = {"var_x": variance(draw), "var_y": variance(draw)}
    if draw.random() < 0.8:
        case |= {"mean_x": mean(draw), "mean_y": mean(draw)}
    x = two_points(draw, case.get("mean_x", 0), case["var_x"])
    y = two_points(draw, case.get("mean_y", 0), case["var_y"])
    return case, moments(math.prod, [x, y])[1]


def linear_layer_moments(draw):
    case = {"d": draw.randint(1, 4), "var_w": variance(draw), "var_x": variance(draw)}
    for name in ["mean_w", "mean_x", "bias"]:
        if draw.random() < 0.7:
            case[name] = mean(draw)
    d = case["d"]
    w = two_points(draw, case.get("mean_w", 0), case["var_w"])
    x = two_points(draw, case.get("mean_x", 0), case["var_x"])

    def activation(values):
        return sum(a * b for a, b in zip(values[:d], values[d:])) + case.get("bias", 0)

    mean_a, var_a = moments(activation, [w] * d + [x] * d)
    return case, {"mean": mean_a, "variance": var_a, "product_variance": moments(math.prod, [w, x])[1]}


def rectified(draw, slope):
    """Variance of a symmetric distribution on a few numbers, and its second moment behind a leaky ReLU."""
    sizes = [round(draw.uniform(0, 3), 3) for _ in range(draw.randint(1, 4))]
    outcomes = [sign * size for size in sizes for sign in [-1, 1]]
    behind = nn.functional.leaky_relu(torch.tensor(outcomes), slope)
    return torch.tensor(outcomes).var(unbiased=False).item(), behind.square().mean().item()


def relu_second_moment(draw):
    spread, moment = rectified(draw, 0)
    return {"variance": spread}, moment


def leaky_second_moment(draw):
    case = {"slope": draw.choice(SLOPES)} if draw.random() < 0.8 else {}
    spread, moment = rectified(draw, case.get("slope", 0.01))
    return {"variance": spread, **case}, moment


def stack(draw, fan_name):
    """Arguments of a small stack of layers, and its fans and weight variances layer by layer."""
    layers = draw.randint(1, 3)
    fans = [draw.randint(1, 2) for _ in range(layers)] if layers > 2 else [draw.randint(1, 3) for _ in range(layers)]
    variances = [round(draw.uniform(0.05, 2), 3) for _ in range(layers)]
    same_fan, same_variance = draw.random() < 0.5, draw.random() < 0.5
    if same_fan:
        fans = [fans[0]] * layers
    if same_variance:
        variances = [variances[0]] * layers
    case = {
        fan_name: fans[0] if same_fan else fans,
        "weight_variance": variances[0] if same_variance else variances,
        "layers": layers,
    }
    if draw.random() < 0.8:
        case["activation"] = draw.choice(["linear", "relu", "leaky_relu"])
    if draw.random() < 0.5:
        case["slope"] = draw.choice(SLOPES)
    return case, fans, variances


def every_sign(count):
    return np.array(list(itertools.product([-1.0, 1.0], repeat=count)))


def through_every_weight(states, units, variance):
    """Each state times each matrix of weights ±σ, for so many units."""
    width = states.shape[1]
    weights = math.sqrt(variance) * every_sign(units * width).reshape(-1, units, width)
    return np.einsum("mij,sj->smi", weights, states).reshape(-1, units)


def activate(case, a):
    slope = {"linear": 1, "relu": 0, "leaky_relu": case.get("slope", 0.01)}[case.get("activation", "relu")]
    return np.where(a > 0, a, slope * a)


def forward_variance(draw):
    """All inputs and all weights of small networks, each weight ±σ; all outcomes are equally likely."""
    case, fans, variances = stack(draw, "fan_in")
    low, high = draw.choice([(-1, 1), (0.5, 2), (-1, 3), (0, 1)])
    case["second_moment"] = (low**2 + high**2) / 2
    h = np.where(every_sign(fans[0]) > 0, high, low).astype(float)
    found = []
    for units, spread in zip(fans[1:] + [1], variances):
        a = through_every_weight(h, units, spread)
        found.append(a[:, 0].var())
        h = activate(case, a)
    return case, {"variances": found, "variance": found[-1], "second_moment": (h[:, 0] ** 2).mean()}


def backward_variance(draw):
    """All gradients ±1 at the end, all weights ±σ and all slopes, each of two equally likely."""
    case, fans, variances = stack(draw, "fan_out")
    spread = draw.choice([1, round(draw.uniform(0.05, 2), 3)])
    if spread != 1 or draw.random() < 0.5:
        case["variance"] = spread
    low = {"linear": 1, "relu": 0, "leaky_relu": case.get("slope", 0.01)}[case.get("activation", "relu")]
    gradient = math.sqrt(spread) * every_sign(fans[-1])
    found = []
    for units, weight in zip([1, *fans[:-1]][::-1], variances[::-1]):
        slopes = np.where(every_sign(gradient.shape[1]) > 0, 1, low)
        delta = (gradient[:, None] * slopes[None]).reshape(-1, gradient.shape[1])
        gradient = through_every_weight(delta, units, weight)
        found.append(gradient[:, 0].var())
    return case, {"variances": found[::-1], "variance": found[-1]}


MAKERS = [
    xavier_normal_std,
    xavier_uniform_bound,
    he_normal_std,
    he_uniform_bound,
    lecun_normal_std,
    lecun_uniform_bound,
    init_gain,
    conv_fans,
    uniform_variance,
    uniform_bound,
    normal_variance,
    preserving_variance,
    preserving_bound,
    product_variance,
    linear_layer_moments,
    relu_second_moment,
    leaky_second_moment,
    forward_variance,
    backward_variance,
]
