"""Update rules, rates over time and running averages, by torch.optim and its schedulers."""

import math

import numpy
import torch
from torch import nn
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader

from drawing import numbers

RATES = [0.001, 0.01, 0.1, 0.5]
DECAYS = [0.5, 0.8, 0.9, 0.99]
EPSILONS = [1e-8, 1e-3, 0.1]


def shape_of(draw):
    return draw.choice([(), (), (2,), (3,), (2, 2)])


def positive(draw, *shape):
    return numbers(draw, *shape, low=0.01, high=4)


def stepped(optimizer_class, theta, g, state=None, **options):
    """One step of an optimizer from a given state; the new parameter and the new state."""
    parameter = torch.tensor(theta, requires_grad=True)
    parameter.grad = torch.tensor(g)
    optimizer = optimizer_class([parameter], **options)
    if state is not None:
        optimizer.state[parameter] = state
    optimizer.step()
    return parameter.detach(), optimizer.state[parameter]


def tensors(**values):
    return {name: torch.as_tensor(value, dtype=torch.float64) for name, value in values.items()}


def maybe(draw, case, **options):
    """Some of the options, the others left to their defaults."""
    for name, value in options.items():
        if draw.random() < 0.6:
            case[name] = value
    return case


# First order


def sgd(draw):
    shape = shape_of(draw)
    case = {"theta": numbers(draw, *shape), "g": numbers(draw, *shape)}
    maybe(draw, case, lr=draw.choice(RATES), weight_decay=draw.choice([0, 0.01, 0.5]))
    theta, _ = stepped(torch.optim.SGD, case["theta"], case["g"], lr=case.get("lr", 0.01), weight_decay=case.get("weight_decay", 0))
    return case, theta


def momentum(draw):
    """PyTorch's velocity is −1/η times that of the rule "velocity", and has dampening β in the rule "average"."""
    shape = shape_of(draw)
    case = {"theta": numbers(draw, *shape), "g": numbers(draw, *shape), "v": numbers(draw, *draw.choice([shape, shape, ()]))}
    maybe(draw, case, lr=draw.choice(RATES), beta=draw.choice([0, 1, *DECAYS]), weight_decay=draw.choice([0, 0.1]))
    maybe(draw, case, rule=draw.choice(["classical", "velocity", "average"]))
    rule, lr, beta = case.get("rule", "classical"), case.get("lr", 0.01), case.get("beta", 0.9)
    if rule == "classical":
        maybe(draw, case, dampening=draw.choice([0, 0.3, 1]))
    scale = -1 / lr if rule == "velocity" else 1
    buffer = torch.zeros(shape) + torch.tensor(case["v"]) * scale
    theta, state = stepped(
        torch.optim.SGD,
        case["theta"],
        case["g"],
        {"momentum_buffer": buffer},
        lr=lr,
        momentum=beta if beta > 0 else 1e-300,  # 0 would switch PyTorch's momentum off
        dampening=beta if rule == "average" else case.get("dampening", 0),
        weight_decay=case.get("weight_decay", 0),
    )
    return case, {"v": state["momentum_buffer"] / scale, "theta": theta}


def nesterov(draw):
    """PyTorch moves the look-ahead point itself: its parameter is θ + βv, and its velocity −v/η."""
    shape = shape_of(draw)
    case = {"theta": numbers(draw, *shape), "g": numbers(draw, *shape), "v": numbers(draw, *shape)}
    maybe(draw, case, lr=draw.choice(RATES), beta=draw.choice(DECAYS), rule=draw.choice(["pytorch", "lookahead"]))
    lr, beta, ahead = case.get("lr", 0.01), case.get("beta", 0.9), case.get("rule") == "lookahead"
    if not ahead:
        maybe(draw, case, weight_decay=draw.choice([0, 0.1]))
    v = torch.tensor(case["v"])
    start = torch.tensor(case["theta"]) + (beta * v if ahead else 0)
    scale = -1 / lr if ahead else 1
    theta, state = stepped(
        torch.optim.SGD,
        start.tolist(),
        case["g"],
        {"momentum_buffer": v * scale},
        lr=lr,
        momentum=beta,
        nesterov=True,
        weight_decay=case.get("weight_decay", 0),
    )
    v = state["momentum_buffer"] / scale
    return case, {"v": v, "theta": theta - beta * v if ahead else theta}


def nesterov_point(draw):
    """Where the rule "velocity" of PyTorch's momentum would go without any gradient."""
    shape = shape_of(draw)
    case = {"theta": numbers(draw, *shape), "v": numbers(draw, *shape), "beta": draw.choice(DECAYS)}
    buffer = {"momentum_buffer": -torch.tensor(case["v"])}
    zero = torch.zeros(shape).tolist()
    point, _ = stepped(torch.optim.SGD, case["theta"], zero, buffer, lr=1, momentum=case["beta"])
    return case, point


# Adaptive rates. Inside the root, eps is what PyTorch computes with eps 0 and a mean of squares that is eps larger.


def adagrad(draw):
    shape = shape_of(draw)
    case = {"theta": numbers(draw, *shape), "g": numbers(draw, *shape), "s": positive(draw, *shape)}
    maybe(draw, case, lr=draw.choice(RATES), eps=draw.choice([0, *EPSILONS]), eps_place=draw.choice(["outside", "inside"]))
    eps = case.get("eps", 1e-10)
    extra = eps if case.get("eps_place") == "inside" else 0
    theta, state = stepped(
        torch.optim.Adagrad,
        case["theta"],
        case["g"],
        {"step": torch.tensor(0.0), "sum": torch.tensor(case["s"]) + extra},
        lr=case.get("lr", 0.01),
        eps=0 if extra else eps,
    )
    return case, {"s": state["sum"] - extra, "theta": theta}


def rmsprop(draw):
    shape = shape_of(draw)
    case = {"theta": numbers(draw, *shape), "g": numbers(draw, *shape)}
    centered = draw.random() < 0.4
    case["v"] = numbers(draw, *shape, low=4, high=6) if centered else positive(draw, *shape)
    if centered:
        case.update(centered=1, mean=numbers(draw, *shape, low=-2, high=2))
    maybe(draw, case, lr=draw.choice(RATES), beta=draw.choice(DECAYS), eps=draw.choice([0, *EPSILONS]), eps_place=draw.choice(["outside", "inside"]))
    beta, eps = case.get("beta", 0.99), case.get("eps", 1e-8)
    extra = eps if case.get("eps_place") == "inside" else 0
    start = tensors(square_avg=case["v"], grad_avg=case.get("mean", 0))
    start["square_avg"] += extra / beta
    theta, state = stepped(
        torch.optim.RMSprop,
        case["theta"],
        case["g"],
        {"step": 0, **start},
        lr=case.get("lr", 0.01),
        alpha=beta,
        eps=0 if extra else eps,
        centered=centered,
    )
    v = state["square_avg"] - extra
    if not centered:
        return case, {"v": v, "theta": theta}
    mean = state["grad_avg"]
    return case, {"v": v, "mean": mean, "variance": v - mean * mean, "theta": theta}


def adadelta(draw):
    shape = shape_of(draw)
    case = {"theta": numbers(draw, *shape), "g": numbers(draw, *shape), "v": positive(draw, *shape), "u": positive(draw, *shape)}
    maybe(draw, case, lr=draw.choice([0.1, 1]), beta=draw.choice(DECAYS), eps=draw.choice(EPSILONS))
    lr = case.get("lr", 1)
    theta, state = stepped(
        torch.optim.Adadelta,
        case["theta"],
        case["g"],
        {"step": 0, **tensors(square_avg=case["v"], acc_delta=case["u"])},
        lr=lr,
        rho=case.get("beta", 0.9),
        eps=case.get("eps", 1e-6),
    )
    delta = (torch.tensor(case["theta"]) - theta) / lr
    return case, {"v": state["square_avg"], "delta": delta, "u": state["acc_delta"], "theta": theta}


def adam_case(draw):
    shape = shape_of(draw)
    case = {"theta": numbers(draw, *shape), "g": numbers(draw, *shape)}
    if draw.random() < 0.7:
        case.update(m=numbers(draw, *shape), v=positive(draw, *shape), t=draw.randint(1, 12))
    else:
        case["t"] = 1
    return maybe(draw, case, lr=draw.choice(RATES), beta1=draw.choice(DECAYS), beta2=draw.choice([0.9, 0.99, 0.999]), eps=draw.choice(EPSILONS))


LATE = 10_000_000  # the correction of a step so late is 1


def adam_step(optimizer_class, case, weight_decay=0, amsgrad=False, corrected=True):
    beta1, beta2, eps = case.get("beta1", 0.9), case.get("beta2", 0.999), case.get("eps", 1e-8)
    t = case["t"] if corrected else LATE
    zero = torch.zeros_like(torch.tensor(case["theta"])).tolist()
    extra = eps * (1 - beta2**t) if case.get("eps_place") == "inside" else 0
    start = tensors(exp_avg=case.get("m", zero), exp_avg_sq=case.get("v", zero))
    start["exp_avg_sq"] += extra / beta2
    if amsgrad:
        start.update(tensors(max_exp_avg_sq=case.get("vmax", zero)))
    theta, state = stepped(
        optimizer_class,
        case["theta"],
        case["g"],
        {"step": torch.tensor(float(t - 1)), **start},
        lr=case.get("lr", 0.001),
        betas=(beta1, beta2),
        eps=0 if extra else eps,
        weight_decay=weight_decay,
        amsgrad=amsgrad,
    )
    m, v = state["exp_avg"], state["exp_avg_sq"] - extra
    hats = {"mhat": m / (1 - beta1**t), "vhat": v / (1 - beta2**t)} if corrected else {}
    return theta, {"m": m, "v": v, **hats}, state


def adam(draw):
    case = adam_case(draw)
    maybe(draw, case, weight_decay=draw.choice([0, 0.1]), correction=draw.randint(0, 1), eps_place=draw.choice(["outside", "inside"]))
    theta, states, _ = adam_step(torch.optim.Adam, case, case.get("weight_decay", 0), corrected=case.get("correction", 1) == 1)
    return case, {**states, "theta": theta}


def adamw(draw):
    """The parameter after the decay alone is AdamW's on a gradient of 0 from states of 0."""
    case = adam_case(draw)
    maybe(draw, case, weight_decay=draw.choice([0, 0.1, 0.5]), eps_place=draw.choice(["outside", "inside"]))
    decay = case.get("weight_decay", 0.01)
    theta, states, _ = adam_step(torch.optim.AdamW, case, decay)
    still = torch.zeros_like(theta).tolist()
    decayed, _, _ = adam_step(torch.optim.AdamW, {**case, "g": still, "m": still, "v": still, "eps_place": "outside"}, decay)
    return case, {**states, "decayed": decayed, "theta": theta}


def amsgrad(draw):
    case = adam_case(draw)
    if "v" in case:
        case["vmax"] = positive(draw, *torch.tensor(case["theta"]).shape)
    theta, states, state = adam_step(torch.optim.Adam, case, amsgrad=True)
    most = state["max_exp_avg_sq"]
    vhat = most / (1 - case.get("beta2", 0.999) ** case["t"])
    return case, {"m": states["m"], "v": states["v"], "mhat": states["mhat"], "vmax": most, "vhat": vhat, "theta": theta}


def adamax(draw):
    case = adam_case(draw)
    if "v" in case:
        case["u"] = case.pop("v")
    zero = torch.zeros_like(torch.tensor(case["theta"])).tolist()
    beta1 = case.get("beta1", 0.9)
    theta, state = stepped(
        torch.optim.Adamax,
        case["theta"],
        case["g"],
        {"step": torch.tensor(float(case["t"] - 1)), **tensors(exp_avg=case.get("m", zero), exp_inf=case.get("u", zero))},
        lr=case.get("lr", 0.002),
        betas=(beta1, case.get("beta2", 0.999)),
        eps=case.get("eps", 1e-8),
    )
    m = state["exp_avg"]
    return case, {"m": m, "u": state["exp_inf"], "mhat": m / (1 - beta1 ** case["t"]), "theta": theta}


# Several steps


def history(optimizer_class, case, states=(), **options):
    """The parameter and the named states before the first step and after each."""
    parameter = torch.tensor(case["theta"], requires_grad=True)
    optimizer = optimizer_class([parameter], lr=case.get("lr", options.pop("lr", 0.01)), **options)
    found = {"theta": [parameter.detach().clone()], **{name: [torch.zeros_like(parameter)] for name in states}}
    for g in case["gradients"]:
        parameter.grad = torch.tensor(g)
        optimizer.step()
        found["theta"].append(parameter.detach().clone())
        for name in states:
            found[name].append(optimizer.state[parameter][name].clone())
    return {name: torch.stack(values) for name, values in found.items()}, parameter.detach()


def run_case(draw):
    shape = draw.choice([(), (), (2,), (3,)])
    return {"theta": numbers(draw, *shape), "gradients": numbers(draw, draw.randint(1, 5), *shape)}


def sgd_run(draw):
    case = maybe(draw, run_case(draw), lr=draw.choice(RATES))
    found, last = history(torch.optim.SGD, case)
    return case, {**found, "last": last}


def momentum_run(draw):
    """PyTorch does not dampen the first gradient: for the rule "average" it is given multiplied by 1 − β."""
    case = maybe(draw, run_case(draw), lr=draw.choice(RATES), beta=draw.choice(DECAYS), rule=draw.choice(["classical", "velocity", "average"]))
    beta, rule = case.get("beta", 0.9), case.get("rule", "classical")
    gradients = torch.tensor(case["gradients"])
    if rule == "average":
        gradients[0] *= 1 - beta
    found, last = history(
        torch.optim.SGD,
        {**case, "gradients": gradients.tolist()},
        ["momentum_buffer"],
        momentum=beta,
        dampening=beta if rule == "average" else 0,
    )
    scale = -case.get("lr", 0.01) if rule == "velocity" else 1
    return case, {"v": found["momentum_buffer"] * scale, "theta": found["theta"], "last": last}


def rmsprop_run(draw):
    case = maybe(draw, run_case(draw), lr=draw.choice(RATES), beta=draw.choice(DECAYS), eps=draw.choice(EPSILONS))
    found, last = history(torch.optim.RMSprop, case, ["square_avg"], alpha=case.get("beta", 0.99), eps=case.get("eps", 1e-8))
    return case, {"v": found["square_avg"], "theta": found["theta"], "last": last}


def adam_run(draw):
    case = maybe(draw, run_case(draw), lr=draw.choice(RATES), beta1=draw.choice(DECAYS), beta2=draw.choice([0.9, 0.999]), eps=draw.choice(EPSILONS))
    betas = (case.get("beta1", 0.9), case.get("beta2", 0.999))
    found, last = history(torch.optim.Adam, case, ["exp_avg", "exp_avg_sq"], lr=0.001, betas=betas, eps=case.get("eps", 1e-8))
    return case, {"m": found["exp_avg"], "v": found["exp_avg_sq"], "theta": found["theta"], "last": last}


# Quadratics


def definite(draw, n):
    """Symmetric and positive definite."""
    root = torch.tensor(numbers(draw, n, n))
    return torch.round(root @ root.T + torch.eye(n), decimals=3).tolist()


def hessian(draw):
    return draw.choice([round(draw.uniform(0.1, 9), 3), definite(draw, 2), definite(draw, 3)])


def gradient_descent(draw):
    n = draw.choice([None, 2, 3])
    shape = (n,) if n else ()
    case = {"A": definite(draw, n) if n else round(draw.uniform(-2, 9), 3), "theta": numbers(draw, *shape)}
    case.update(lr=draw.choice([0.01, 0.05, 0.1]), steps=draw.randint(0, 5))
    maybe(draw, case, b=numbers(draw, *shape))
    a, b = torch.tensor(case["A"]), torch.tensor(case.get("b", torch.zeros(shape).tolist()))
    parameter = torch.tensor(case["theta"], requires_grad=True)
    optimizer = torch.optim.SGD([parameter], lr=case["lr"])
    thetas, losses = [], []
    for _ in range(case["steps"] + 1):
        optimizer.zero_grad()
        loss = 0.5 * (parameter * (a @ parameter if n else a * parameter)).sum() - (b * parameter).sum()
        thetas.append(parameter.detach().clone())
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return case, {"theta": torch.stack(thetas), "loss": losses, "last": thetas[-1]}


def growth(a, rate):
    """By how much the worst direction of an error grows in one step of gradient descent."""
    a = numpy.atleast_2d(a)
    return numpy.abs(numpy.linalg.eigvals(numpy.eye(len(a)) - rate * a)).max()


def largest_stable_rate(draw):
    case = {"A": hessian(draw)}
    low, high = 0.0, 100.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if growth(case["A"], middle) < 1 else (low, middle)
    return case, low


def optimal_rate(draw):
    case = {"A": hessian(draw)}
    low, high = 0.0, 100.0
    for _ in range(300):
        third = (high - low) / 3
        if growth(case["A"], low + third) < growth(case["A"], high - third):
            high -= third
        else:
            low += third
    rate = (low + high) / 2
    return case, {"rate": rate, "condition": numpy.linalg.cond(numpy.atleast_2d(case["A"])), "factor": growth(case["A"], rate)}


# Running averages


def running_average(draw):
    """The running mean of batch normalization, whose momentum is the weight of the new value."""
    width = draw.choice([None, 2, 3])
    shape = (width,) if width else ()
    case = {"values": numbers(draw, draw.randint(1, 5), *shape), "beta": draw.choice([0, 1, *DECAYS])}
    maybe(draw, case, v=numbers(draw, *shape))
    norm = nn.BatchNorm1d(width or 1, momentum=1 - case["beta"])
    norm.running_mean[:] = torch.tensor(case.get("v", 0.0))
    means = []
    for value in case["values"]:
        norm(torch.tensor(value).reshape(1, -1).repeat(2, 1))
        means.append(norm.running_mean.clone().reshape(shape))
    return case, {"v": torch.stack(means), "last": means[-1]}


def recursion_weights(t, beta):
    """How the average after t values depends on each of them."""
    values = torch.zeros(t, requires_grad=True)
    average = torch.zeros(())
    for value in values:
        average = beta * average + (1 - beta) * value
    average.backward()
    return values.grad


def ema_weights(draw):
    case = {"t": draw.randint(1, 12), "beta": draw.choice([0, 1, *DECAYS])}
    return case, recursion_weights(case["t"], case["beta"])


def bias_correction(draw):
    case = {"v": numbers(draw, *shape_of(draw)), "beta": draw.choice([0, *DECAYS]), "t": draw.randint(1, 12)}
    return case, torch.tensor(case["v"]) / recursion_weights(case["t"], case["beta"]).sum()


def effective_window(draw):
    """The weights, relative to that of the newest value, of an endless past."""
    case = {"beta": round(draw.uniform(0, 0.99), 3)}
    return case, math.fsum(case["beta"] ** age for age in range(5000))


# Newton


def newton_1d(draw):
    case = {"theta": numbers(draw), "g": numbers(draw), "h": draw.choice([-1, 1]) * round(draw.uniform(0.2, 5), 3)}
    maybe(draw, case, lr=draw.choice([0.5, 1]), damping=draw.choice([0, 6]))
    (delta,) = -numpy.roots([case["h"] + case.get("damping", 0), case["g"]])
    return case, {"delta": delta, "theta": case["theta"] - case.get("lr", 1) * delta}


def newton(draw):
    n = draw.randint(1, 3)
    case = {"theta": numbers(draw, n), "g": numbers(draw, n), "hessian": definite(draw, n)}
    maybe(draw, case, lr=draw.choice([0.5, 1]), damping=draw.choice([0, 0.5]))
    delta = numpy.linalg.solve(numpy.array(case["hessian"]) + case.get("damping", 0) * numpy.eye(n), case["g"])
    return case, {"delta": delta, "theta": numpy.array(case["theta"]) - case.get("lr", 1) * delta}


# Clipping


def with_gradient(values):
    parameter = torch.zeros_like(torch.tensor(values), requires_grad=True)
    parameter.grad = torch.tensor(values)
    return parameter


def clip_by_value(draw):
    case = {"g": numbers(draw, *shape_of(draw)), "limit": round(draw.uniform(0.1, 3), 3)}
    parameter = with_gradient(case["g"])
    nn.utils.clip_grad_value_(parameter, case["limit"])
    return case, parameter.grad


ORDERS = {"l2": 2, "l1": 1, "max": math.inf}


def clip_by_norm(draw):
    """With eps 1e-6 PyTorch's own; without it a unit vector of its normalize, as long as it may be."""
    case = {"g": numbers(draw, *shape_of(draw)), "limit": round(draw.uniform(0.5, 6), 3)}
    maybe(draw, case, eps=1e-6, norm=draw.choice(["l2", "l1", "max"]))
    order = ORDERS[case.get("norm", "l2")]
    parameter = with_gradient(case["g"])
    if "eps" in case:
        norm = nn.utils.clip_grad_norm_(parameter, case["limit"], norm_type=order)
        clipped = parameter.grad
    else:
        flat = parameter.grad.reshape(-1)
        norm = torch.linalg.vector_norm(flat, order)
        clipped = (nn.functional.normalize(flat, p=order, dim=0) * min(norm.item(), case["limit"])).reshape(parameter.shape)
    scale = torch.linalg.vector_norm(clipped, order) / norm
    return case, {"norm": norm, "scale": scale, "clipped": clipped}


def clip_by_global_norm(draw):
    case = {"a": numbers(draw, *shape_of(draw)), "b": numbers(draw, *shape_of(draw)), "limit": round(draw.uniform(0.5, 6), 3), "eps": 1e-6}
    a, b = with_gradient(case["a"]), with_gradient(case["b"])
    norm = nn.utils.clip_grad_norm_([a, b], case["limit"])
    scale = torch.linalg.vector_norm(a.grad) / torch.linalg.vector_norm(torch.tensor(case["a"]))
    return case, {"norm": norm, "scale": scale, "a": a.grad, "b": b.grad}


# Schedules


def rate_after(make, lr, t):
    """The rate of a scheduler after t steps."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=lr)
    scheduler = make(optimizer)
    for _ in range(t):
        optimizer.step()
        scheduler.step()
    return optimizer.param_groups[0]["lr"]


def schedule_case(draw, longest=40):
    return {"lr": draw.choice(RATES), "t": draw.randint(0, longest)}


def step_decay(draw):
    case = maybe(draw, {**schedule_case(draw), "every": draw.randint(1, 15)}, factor=draw.choice([0.1, 0.5, 0.9]))
    return case, rate_after(lambda o: lr_scheduler.StepLR(o, case["every"], case.get("factor", 0.1)), case["lr"], case["t"])


def exponential_decay(draw):
    case = maybe(draw, {**schedule_case(draw), "decay": round(draw.uniform(0.05, 1), 3)}, form=draw.choice(["factor", "exponent"]))
    gamma = math.exp(-case["decay"]) if case.get("form") == "exponent" else case["decay"]
    return case, rate_after(lambda o: lr_scheduler.ExponentialLR(o, gamma), case["lr"], case["t"])


def inverse_time_decay(draw):
    case = {**schedule_case(draw), "decay": round(draw.uniform(0.05, 2), 3)}
    return case, rate_after(lambda o: lr_scheduler.LambdaLR(o, lambda t: (1 + case["decay"] * t) ** -1), case["lr"], case["t"])


def linear_decay(draw):
    case = {**schedule_case(draw), "total": draw.randint(5, 40)}
    maybe(draw, case, min=draw.choice([0, case["lr"] / 10, case["lr"]]))
    end = case.get("min", 0) / case["lr"]
    return case, rate_after(lambda o: lr_scheduler.LinearLR(o, 1, end, case["total"]), case["lr"], case["t"])


def cosine(lr, t, total, lowest):
    return rate_after(lambda o: lr_scheduler.CosineAnnealingLR(o, total, lowest), lr, t)


def cosine_schedule(draw):
    total = draw.randint(1, 40)
    case = {**schedule_case(draw, total), "total": total}
    maybe(draw, case, min=draw.choice([0, case["lr"] / 10, case["lr"]]))
    return case, cosine(case["lr"], case["t"], total, case.get("min", 0))


def inverse_sqrt_schedule(draw):
    """The published formula, a minimum, as a LambdaLR."""
    case = {"t": draw.randint(1, 60), "warmup": draw.randint(1, 40), "d_model": draw.choice([64, 512, 768])}
    maybe(draw, case, factor=draw.choice([1, 2]))

    def rate(t):
        return case["d_model"] ** -0.5 * min(max(t, 1) ** -0.5, t * case["warmup"] ** -1.5)

    return case, rate_after(lambda o: lr_scheduler.LambdaLR(o, rate), case.get("factor", 1), case["t"])


def warmup_linear(draw):
    warmup, total = draw.randint(1, 15), draw.randint(16, 40)
    case = {**schedule_case(draw), "warmup": warmup}
    if draw.random() < 0.5:
        case.update(total=total, t=min(case["t"], total))
    ends = ([0, warmup, total], [0, 1, 0]) if "total" in case else ([0, warmup], [0, 1])
    return case, rate_after(lambda o: lr_scheduler.LambdaLR(o, lambda t: numpy.interp(t, *ends)), case["lr"], case["t"])


def warmup_cosine(draw):
    warmup, total = draw.randint(1, 15), draw.randint(16, 40)
    case = {**schedule_case(draw, total), "warmup": warmup, "total": total}
    maybe(draw, case, min=draw.choice([0, case["lr"] / 10]))
    if case["t"] < warmup:
        return case, numpy.interp(case["t"], [0, warmup], [0, case["lr"]])
    return case, cosine(case["lr"], case["t"] - warmup, total - warmup, case.get("min", 0))


def one_cycle(draw):
    total = draw.randint(10, 40)
    case = {**schedule_case(draw, total - 1), "total": total}
    maybe(draw, case, rise=draw.choice([0.25, 0.5, 0.8]), div=draw.choice([10, 25]), final_div=draw.choice([100, 10000]))

    def make(optimizer):
        return lr_scheduler.OneCycleLR(
            optimizer,
            case["lr"],
            total_steps=total,
            pct_start=case.get("rise", 0.3),
            div_factor=case.get("div", 25),
            final_div_factor=case.get("final_div", 10000),
            cycle_momentum=False,
        )

    return case, rate_after(make, case["lr"], case["t"])


# Updates and stopping


def loader(case):
    return DataLoader(range(case["n"]), case["batch"], drop_last=bool(case.get("drop_last", 0)))


def steps_per_epoch(draw):
    case = maybe(draw, {"n": draw.randint(1, 60000), "batch": draw.choice([1, 7, 32, 100, 256])}, drop_last=draw.randint(0, 1))
    return case, len(loader(case))


def updates_total(draw):
    """Counted batch by batch."""
    case = {"n": draw.randint(1, 200), "batch": draw.choice([1, 7, 32, 100]), "epochs": draw.randint(0, 4)}
    maybe(draw, case, drop_last=draw.randint(0, 1))
    return case, sum(1 for _ in range(case["epochs"]) for _ in loader(case))


def early_stopping(draw):
    """ReduceLROnPlateau lowers the rate where the patience is exceeded: ours, less one epoch."""
    case = {"losses": [round(draw.uniform(0.5, 1), draw.choice([1, 2])) for _ in range(draw.randint(1, 10))]}
    case["patience"] = draw.randint(1, 4)
    maybe(draw, case, min_delta=draw.choice([0, 0.05]), first=draw.choice([0, 1]))
    first = case.get("first", 1)
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1)
    scheduler = lr_scheduler.ReduceLROnPlateau(
        optimizer, patience=case["patience"] - 1, threshold=case.get("min_delta", 0), threshold_mode="abs"
    )
    best, stop, stopped = first, first, 0
    for epoch, loss in enumerate(case["losses"], first):
        before = scheduler.best
        scheduler.step(loss)
        stop = epoch
        if scheduler.best != before:
            best = epoch
        if optimizer.param_groups[0]["lr"] < 1:
            stopped = 1
            break
    return case, {"best_epoch": best, "best_loss": scheduler.best, "stop_epoch": stop, "stopped": stopped}


MAKERS = [
    *[sgd, momentum, nesterov, nesterov_point, adagrad, rmsprop, adadelta, adam, adamw, amsgrad, adamax],
    *[sgd_run, momentum_run, rmsprop_run, adam_run],
    *[gradient_descent, largest_stable_rate, optimal_rate],
    *[running_average, ema_weights, bias_correction, effective_window],
    *[newton_1d, newton, clip_by_value, clip_by_norm, clip_by_global_norm],
    *[step_decay, exponential_decay, inverse_time_decay, linear_decay, cosine_schedule, inverse_sqrt_schedule],
    *[warmup_linear, warmup_cosine, one_cycle, steps_per_epoch, updates_total, early_stopping],
]
