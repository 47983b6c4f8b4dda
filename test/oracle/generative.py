"""Generative models. Boltzmann machines are enumerated state by state, from their energy alone."""

import itertools
import math

import torch
from torch import nn
from torch.distributions import Bernoulli, Categorical, Normal, kl_divergence

from drawing import numbers
from losses import distribution, sometimes, tensor

F = nn.functional


def machine(draw, most=4, biases=("b", "c")):
    visible, hidden = draw.randint(1, most), draw.randint(1, most)
    case = {"W": numbers(draw, visible, hidden, low=-2, high=2)}
    given = {"b": numbers(draw, visible, low=-2, high=2), "c": numbers(draw, hidden, low=-2, high=2)}
    return sometimes(draw, case, **{name: given[name] for name in biases}), visible, hidden


def bits(draw, n):
    return [draw.randint(0, 1) for _ in range(n)]


def states(n):
    return list(itertools.product([0, 1], repeat=n))


def parameters(case):
    W = tensor(case["W"])
    return W, tensor(case.get("b", [0.0] * W.shape[0])), tensor(case.get("c", [0.0] * W.shape[1]))


def energy(v, h, W, b, c):
    """Unit by unit and pair by pair."""
    alone = sum(x * y for x, y in zip([*v, *h], [*b, *c]))
    together = sum(v[i] * W[i][j] * h[j] for i in range(len(v)) for j in range(len(h)))
    return -(alone + together)


def expected_hidden(v, W, b, c):
    """The mean of h over all its states, weighted by what their energies allow."""
    weights = [torch.exp(-energy(v, h, W, b, c)) for h in states(len(c))]
    return sum(w * tensor(h) for w, h in zip(weights, states(len(c)))) / sum(weights)


def expected_visible(h, W, b, c):
    return expected_hidden(h, W.T, c, b)


def free_energy(v, W, b, c):
    return -torch.logsumexp(torch.stack([-energy(v, h, W, b, c) for h in states(len(c))]), 0)


def partition(W, b, c):
    return sum(torch.exp(-energy(v, h, W, b, c)) for v in states(len(b)) for h in states(len(c)))


def rbm_energy(draw):
    case, visible, hidden = machine(draw, 6)
    case.update(v=bits(draw, visible), h=bits(draw, hidden))
    return case, energy(case["v"], case["h"], *parameters(case))


def rbm_hidden_given_visible(draw):
    case, visible, _ = machine(draw, 5, biases=["c"])
    case["v"] = bits(draw, visible)
    return case, expected_hidden(case["v"], *parameters(case))


def rbm_visible_given_hidden(draw):
    case, _, hidden = machine(draw, 5, biases=["b"])
    case["h"] = bits(draw, hidden)
    return case, expected_visible(case["h"], *parameters(case))


def rbm_free_energy(draw):
    case, visible, _ = machine(draw, 6)
    case["v"] = bits(draw, visible)
    return case, free_energy(case["v"], *parameters(case))


def rbm_partition(draw):
    case, _, _ = machine(draw, 4)
    return case, partition(*parameters(case))


def rbm_joint_probability(draw):
    case, visible, hidden = machine(draw, 4)
    case.update(v=bits(draw, visible), h=bits(draw, hidden))
    weights = parameters(case)
    return case, torch.exp(-energy(case["v"], case["h"], *weights)) / partition(*weights)


def rbm_marginal_probability(draw):
    case, visible, hidden = machine(draw, 4)
    case["v"] = bits(draw, visible)
    weights = parameters(case)
    return case, sum(torch.exp(-energy(case["v"], h, *weights)) for h in states(hidden)) / partition(*weights)


def drawn(uniforms, probabilities):
    return [1 if u < p else 0 for u, p in zip(uniforms, probabilities.tolist())]


def gibbs_step(draw):
    case, visible, hidden = machine(draw, 4)
    steps = draw.choice([None, 1, 2, 3, 4])
    lead = () if steps is None else (steps,)
    case["v"] = bits(draw, visible)
    case["u_h"] = numbers(draw, *lead, hidden, low=0, high=1)
    case["u_v"] = numbers(draw, *lead, visible, low=0, high=1)
    weights = parameters(case)
    v, rows = case["v"], {"p_h": [], "h": [], "p_v": [], "v": []}
    for uh, uv in zip(*([case["u_h"]], [case["u_v"]]) if steps is None else (case["u_h"], case["u_v"])):
        p_h = expected_hidden(v, *weights)
        h = drawn(uh, p_h)
        p_v = expected_visible(h, *weights)
        v = drawn(uv, p_v)
        for name, value in [("p_h", p_h), ("h", h), ("p_v", p_v), ("v", v)]:
            rows[name].append(value)
    return case, {name: row[0] if steps is None else row for name, row in rows.items()}


def cd1(draw):
    """The gradients of free energies, and with positive=samples of the energy of the data with what was drawn."""
    case, visible, hidden = machine(draw, 4)
    case.update(v=bits(draw, visible), u_h=numbers(draw, hidden, low=0, high=1))
    sometimes(
        draw,
        case,
        u_v=numbers(draw, visible, low=0, high=1),
        lr=draw.choice([0.01, 0.1, 0.5]),
        positive=draw.choice(["probabilities", "samples"]),
    )
    weights = [weight.requires_grad_() for weight in parameters(case)]
    p_h = expected_hidden(case["v"], *weights)
    h = drawn(case["u_h"], p_h)
    p_v = expected_visible(h, *weights).detach()
    v1 = drawn(case["u_v"], p_v) if "u_v" in case else p_v.tolist()
    p_h1 = expected_hidden(v1, *weights)
    sampled = case.get("positive") == "samples"
    low = energy(case["v"], h, *weights) if sampled else free_energy(case["v"], *weights)
    ((free_energy(v1, *weights) - low) * case.get("lr", 1)).backward()
    changes = dict(zip(["dW", "db", "dc"], (weight.grad for weight in weights)))
    return case, {"p_h": p_h, "h": h, "v1": v1, "p_h1": p_h1, **changes}


class Autoencoder(nn.Module):
    """Layer by layer; a tied decoder has the parameters of the encoder themselves."""

    def __init__(self, sizes, tied, bias):
        super().__init__()
        self.encoder = nn.ModuleList(nn.Linear(a, b, bias) for a, b in zip(sizes, sizes[1:]))
        self.decoder = nn.ModuleList()
        for layer in reversed(self.encoder):
            mirror = nn.Linear(layer.out_features, layer.in_features, bias)
            if tied:
                mirror.weight = layer.weight
            self.decoder.append(mirror)


def autoencoder_params(draw):
    case = {"sizes": [draw.randint(1, 60) for _ in range(draw.randint(2, 5))]}
    sometimes(draw, case, tied=draw.randint(0, 1), bias=draw.randint(0, 1))
    module = Autoencoder(case["sizes"], case.get("tied", 0), bool(case.get("bias", 1)))
    return case, sum(parameter.numel() for parameter in module.parameters())


def compression_ratio(draw):
    """How often the bottleneck fits into the input."""
    case = {"input": draw.randint(1, 900), "bottleneck": draw.randint(1, 90)}
    whole, rest = divmod(case["input"], case["bottleneck"])
    return case, whole + rest / case["bottleneck"]


ACTIVATIONS = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu, "identity": lambda a: a}


def tied_autoencoder(draw):
    n, d = draw.randint(1, 6), draw.randint(1, 5)
    case = {"x": numbers(draw, n), "W": numbers(draw, d, n)}
    sometimes(draw, case, b=numbers(draw, d), c=numbers(draw, n))
    sometimes(draw, case, activation=draw.choice(list(ACTIVATIONS)), output=draw.choice(list(ACTIVATIONS)))
    x, W = tensor(case["x"]), tensor(case["W"])
    given = {name: tensor(case[name]) if name in case else None for name in ["b", "c"]}
    h = ACTIVATIONS[case.get("activation", "sigmoid")](F.linear(x, W, given["b"]))
    xhat = ACTIVATIONS[case.get("output", "sigmoid")](F.linear(h, W.T, given["c"]))
    return case, {"h": h, "xhat": xhat, "loss": F.mse_loss(xhat, x)}


def code(draw, *shapes):
    shape = draw.choice(shapes)
    return {"mu": numbers(draw, *shape), "logvar": numbers(draw, *shape)}


def posterior(case):
    return Normal(tensor(case["mu"]), torch.sqrt(torch.exp(tensor(case["logvar"]))))


PRIOR = Normal(0.0, 1.0)


def vae_kl(draw):
    """Summed over the code, averaged over samples."""
    case = code(draw, (), (1,), (2,), (4,), (7,), (1, 3), (3, 2), (5, 6))
    total = kl_divergence(posterior(case), PRIOR).sum()
    return case, total / (len(case["mu"]) if tensor(case["mu"]).dim() == 2 else 1)


def reparameterize(draw):
    case = code(draw, (), (2,), (5,), (2, 3))
    case["eps"] = numbers(draw, *tensor(case["mu"]).shape)
    q = posterior(case)
    return case, {"sigma": q.stddev, "z": q.icdf(PRIOR.cdf(tensor(case["eps"])))}


def observed(draw):
    case = code(draw, (), (1,), (3,), (6,))
    n = draw.choice([1, 2, 4, 6])
    case["likelihood"] = draw.choice(["gaussian", "bernoulli"])
    if case["likelihood"] == "bernoulli":
        case.update(x=bits(draw, n), xhat=numbers(draw, n, low=0.01, high=0.99))
    else:
        case.update(x=numbers(draw, n), xhat=numbers(draw, n))
        sometimes(draw, case, sigma=draw.choice([0.1, 0.5, 2]))
    return sometimes(draw, case, constant=draw.randint(0, 1))


def log_likelihood(case, constant):
    """The constant term is what is left where the reconstruction is right."""
    x, xhat = tensor(case["x"]), tensor(case["xhat"])
    if case["likelihood"] == "bernoulli":
        return Bernoulli(xhat).log_prob(x).sum()
    model = Normal(xhat, case.get("sigma", 1.0))
    logs = model.log_prob(x)
    return (logs if case.get("constant", constant) else logs - model.log_prob(xhat)).sum()


def elbo(draw):
    case = observed(draw)
    reconstruction, kl = log_likelihood(case, 1), kl_divergence(posterior(case), PRIOR).sum()
    return case, {"reconstruction": reconstruction, "kl": kl, "elbo": reconstruction - kl}


def vae_loss(draw):
    case = sometimes(draw, observed(draw), beta=draw.choice([0, 0.5, 4]))
    reconstruction, kl = -log_likelihood(case, 0), kl_divergence(posterior(case), PRIOR).sum()
    return case, {"reconstruction": reconstruction, "kl": kl, "loss": reconstruction + case.get("beta", 1) * kl}


def opinions(draw):
    real, fake = (numbers(draw, draw.choice([1, 2, 4, 6]), low=0.01, high=0.99) for _ in range(2))
    if draw.random() < 0.2:
        real[0], fake[0] = 1, 0
    return {"d_real": real, "d_fake": fake}


def both_losses(case):
    """The cross-entropy of the discriminator as a classifier."""
    real, fake = tensor(case["d_real"]), tensor(case["d_fake"])
    return F.binary_cross_entropy(real, torch.ones_like(real)) + F.binary_cross_entropy(fake, torch.zeros_like(fake))


def gan_value(draw):
    case = opinions(draw)
    return case, -both_losses(case)


def gan_discriminator_loss(draw):
    case = opinions(draw)
    return case, both_losses(case)


def gan_generator_loss(draw):
    case = {"d_fake": numbers(draw, draw.choice([1, 2, 4, 6]), low=0.01, high=0.99)}
    sometimes(draw, case, kind=draw.choice(["saturating", "nonsaturating"]))
    fake = tensor(case["d_fake"])
    if case.get("kind") == "saturating":
        return case, -F.binary_cross_entropy(fake, torch.zeros_like(fake))
    return case, F.binary_cross_entropy(fake, torch.ones_like(fake))


def best(p, q):
    """Where p ln D + q ln(1 − D) stops rising, by bisection."""
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if p * (1 - middle) > q * middle else (low, middle)
    return (low + high) / 2


def optimal_discriminator(draw):
    shape = draw.choice([(), (1,), (4,), (6,)])
    case = {"p": numbers(draw, *shape, low=0.001), "q": numbers(draw, *shape, low=0.001)}
    pairs = zip(tensor(case["p"]).reshape(-1).tolist(), tensor(case["q"]).reshape(-1).tolist())
    return case, tensor([best(p, q) for p, q in pairs]).reshape(shape)


def gan_optimal_value(draw):
    """By the divergence from the mixture: −ln 4 + 2 JS."""
    n = draw.choice([1, 2, 3, 4, 5, 8])
    case = {"p": distribution(draw, n), "q": distribution(draw, n)}
    if n > 2 and draw.random() < 0.5:
        case["p"] = [0.0, case["p"][0] + case["p"][1], *case["p"][2:]]
    p, q = (Categorical(tensor(case[name])) for name in "pq")
    middle = Categorical((tensor(case["p"]) + tensor(case["q"])) / 2)
    return case, kl_divergence(p, middle) + kl_divergence(q, middle) - math.log(4)


def wasserstein_critic_loss(draw):
    case = {name: numbers(draw, draw.choice([1, 3, 6])) for name in ["real", "fake"]}
    return case, math.fsum(case["fake"]) / len(case["fake"]) - math.fsum(case["real"]) / len(case["real"])


def gradient_penalty(draw):
    case = sometimes(draw, {"gradient": numbers(draw, draw.choice([1, 2, 4, 6]))}, **{"lambda": draw.choice([1, 5])})
    return case, case.get("lambda", 10) * F.mse_loss(tensor(case["gradient"]).norm(), torch.ones(()))


def forward_diffusion(draw):
    """Noise on noise, one step after another."""
    shape = draw.choice([(), (2,), (2, 2), (6,)])
    case = {"x0": numbers(draw, *shape), "eps": numbers(draw, *shape)}
    case["betas"] = numbers(draw, draw.choice([1, 3, 6, 9, 20]), low=0, high=0.5)
    sometimes(draw, case, t=draw.randint(1, len(case["betas"])))
    share, variance = 1.0, 0.0
    for beta in case["betas"][: case.get("t")]:
        share, variance = share * math.sqrt(1 - beta), variance * (1 - beta) + beta
    x = share * tensor(case["x0"]) + math.sqrt(variance) * tensor(case["eps"])
    return case, {"alpha_bar": share**2, "x": x}


MAKERS = [
    rbm_energy,
    rbm_hidden_given_visible,
    rbm_visible_given_hidden,
    rbm_free_energy,
    rbm_partition,
    rbm_joint_probability,
    rbm_marginal_probability,
    gibbs_step,
    cd1,
    autoencoder_params,
    compression_ratio,
    tied_autoencoder,
    vae_kl,
    reparameterize,
    elbo,
    vae_loss,
    gan_value,
    gan_discriminator_loss,
    gan_generator_loss,
    optimal_discriminator,
    gan_optimal_value,
    wasserstein_critic_loss,
    gradient_penalty,
    forward_diffusion,
]
