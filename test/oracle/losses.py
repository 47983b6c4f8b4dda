"""Losses and outputs, by PyTorch's functions; what is counted is counted in loops."""

import itertools
import math

import torch
from torch import nn
from torch.autograd.functional import jacobian
from torch.distributions import Categorical, Normal, kl_divergence as divergence

from drawing import numbers

F = nn.functional
REDUCTIONS = ["mean", "sum", "none"]


def tensor(value):
    return torch.tensor(value, dtype=torch.float64)


def reduction_of(case):
    return case.get("reduction", "mean")


def sometimes(draw, case, **options):
    """Each option is given in two cases of three."""
    for name, value in options.items():
        if draw.random() < 2 / 3:
            case[name] = value
    return case


def distribution(draw, n, zeros=False):
    """Thousandths that add up to 1."""
    while True:
        cuts = sorted(draw.randint(0, 1000) for _ in range(n - 1))
        parts = [b - a for a, b in zip([0, *cuts], [*cuts, 1000])]
        if zeros and n > 1 and draw.random() < 0.4:
            parts[0], parts[1] = 0, parts[0] + parts[1]
        if zeros or all(parts):
            return [part / 1000 for part in parts]


def pair(draw):
    shape = draw.choice([(), (1,), (3,), (5,), (9,), (2, 3), (6, 2), (2, 2, 2)])
    return {"prediction": numbers(draw, *shape), "target": numbers(draw, *shape)}


def mse(draw):
    """Per sample: a list is one sample, rows are several."""
    case = sometimes(draw, pair(draw), per=draw.choice(["element", "sample"]))
    prediction, target = tensor(case["prediction"]), tensor(case["target"])
    if case.get("per") != "sample":
        case = sometimes(draw, case, reduction=draw.choice(REDUCTIONS))
        return case, F.mse_loss(prediction, target, reduction=reduction_of(case))
    rows = [prediction], [target]
    if prediction.dim() > 1:
        rows = prediction, target
    losses = [F.mse_loss(p, t, reduction="sum") for p, t in zip(*rows)]
    return case, torch.stack(losses).mean()


def with_reduction(loss, draw, **options):
    case = sometimes(draw, pair(draw), reduction=draw.choice(REDUCTIONS), **options)
    given = {name: case[name] for name in options if name in case}
    return case, loss(tensor(case["prediction"]), tensor(case["target"]), reduction=reduction_of(case), **given)


def l1_loss(draw):
    return with_reduction(F.l1_loss, draw)


def huber(draw):
    return with_reduction(F.huber_loss, draw, delta=draw.choice([0.5, 1, 1.35, 3]))


def smooth_l1(draw):
    return with_reduction(F.smooth_l1_loss, draw, beta=draw.choice([0.1, 1, 2.5]))


def classification(draw, score=numbers, soft=True):
    """Scores of one sample or of a batch, and class numbers or probabilities."""
    classes = draw.choice([2, 3, 4, 7, 11])
    samples = draw.choice([None, 1, 2, 4, 6])
    shape = (classes,) if samples is None else (samples, classes)
    target = draw.randrange(classes) if samples is None else [draw.randrange(classes) for _ in range(samples)]
    if soft and draw.random() < 0.4:
        target = distribution(draw, classes) if samples is None else [distribution(draw, classes) for _ in range(samples)]
    return score(draw, *shape), target


def classes_of(scores):
    return len(scores[0] if isinstance(scores[0], list) else scores)


def as_target(scores, target):
    return torch.tensor(target, dtype=torch.float64 if shape_of(target) == shape_of(scores) else torch.long)


def shape_of(value):
    return tuple(tensor(value).shape)


def cross_entropy(draw):
    logits, target = classification(draw)
    if draw.random() < 0.1:
        logits = (tensor(logits) * 400).tolist()
    case = {"logits": logits, "target": target}
    weights = numbers(draw, classes_of(logits), low=0.2)
    sometimes(draw, case, weights=weights, label_smoothing=draw.choice([0, 0.1, 0.5]), reduction=draw.choice(REDUCTIONS))
    loss = F.cross_entropy(
        tensor(logits),
        as_target(logits, target),
        weight=tensor(case["weights"]) if "weights" in case else None,
        label_smoothing=case.get("label_smoothing", 0.0),
        reduction=reduction_of(case),
    )
    return case, loss


def probabilities(draw, *shape):
    if len(shape) == 1:
        return distribution(draw, *shape)
    return [distribution(draw, shape[1]) for _ in range(shape[0])]


def cross_entropy_probs(draw):
    """Softmax of ln p is p again. Where both are 0 the class does not exist."""
    probs, target = classification(draw, probabilities)
    case = sometimes(draw, {"probs": probs, "target": target}, reduction=draw.choice(REDUCTIONS))
    if shape_of(target) == shape_of(probs) and classes_of(probs) > 2 and draw.random() < 0.6:
        for rows in (probs, target):
            for row in [rows] if not isinstance(rows[0], list) else rows:
                row[0], row[1] = 0.0, round(row[0] + row[1], 3)
        logs = torch.log(tensor(probs)[..., 1:])
        return case, F.cross_entropy(logs, tensor(target)[..., 1:], reduction=reduction_of(case))
    return case, F.cross_entropy(torch.log(tensor(probs)), as_target(probs, target), reduction=reduction_of(case))


def nll(draw):
    scores, target = classification(draw, soft=False)
    logs = [[round(x, 4) for x in row] for row in torch.log_softmax(tensor(scores).reshape(-1, classes_of(scores)), 1).tolist()]
    case = {"log_probs": logs if isinstance(target, list) else logs[0], "target": target}
    weights = numbers(draw, classes_of(scores), low=0.2)
    sometimes(draw, case, weights=weights, reduction=draw.choice(REDUCTIONS))
    given = tensor(case["weights"]) if "weights" in case else None
    return case, F.nll_loss(
        tensor(case["log_probs"]), as_target(case["log_probs"], target), weight=given, reduction=reduction_of(case)
    )


def cross_entropy_gradient(draw):
    """By autograd."""
    logits, target = classification(draw)
    case = sometimes(draw, {"logits": logits, "target": target}, reduction=draw.choice(["mean", "sum"]))
    z = tensor(logits).requires_grad_()
    F.cross_entropy(z, as_target(logits, target), reduction=reduction_of(case)).backward()
    return case, z.grad


def labels(draw):
    shape = draw.choice([(), (1,), (3,), (6,), (2, 3), (3, 5)])
    soft = draw.random() < 0.3

    def one(*rest):
        if rest:
            return [one(*rest[1:]) for _ in range(rest[0])]
        return round(draw.random(), 3) if soft else draw.randint(0, 1)

    return shape, one(*shape)


def binary(draw, case, loss, target, shape, **given):
    case["target"] = target
    reduction = draw.choice(REDUCTIONS)
    if len(shape) == 2 and draw.random() < 0.5:
        case["per"] = "sample"
        return case, loss(target=tensor(target), reduction="none", **given).sum(1).mean()
    if draw.random() < 0.7:
        case["reduction"] = reduction
    return case, loss(target=tensor(target), reduction=reduction_of(case), **given)


def binary_cross_entropy(draw):
    shape, target = labels(draw)
    probs = numbers(draw, *shape, low=0.01, high=0.99)
    if len(shape) == 1 and draw.random() < 0.4:
        probs[0], target[0] = draw.choice([(0, 0), (1, 1)])
    return binary(draw, {"probs": probs}, F.binary_cross_entropy, target, shape, input=tensor(probs))


def binary_cross_entropy_logits(draw):
    shape, target = labels(draw)
    scale = draw.choice([1, 1, 1, 300])
    logits = numbers(draw, *shape, low=-3 * scale, high=3 * scale)
    case = {"logits": logits}
    weight = numbers(draw, *(shape[-1:] if draw.random() < 0.5 else ()), low=0.2)
    sometimes(draw, case, pos_weight=weight)
    given = tensor(case["pos_weight"]) if "pos_weight" in case else None
    return binary(
        draw, case, F.binary_cross_entropy_with_logits, target, shape, input=tensor(logits), pos_weight=given
    )


def logits_of(draw):
    return numbers(draw, *draw.choice([(2,), (3,), (4,), (6,), (2, 3), (3, 5)]))


def softmax_temperature(draw):
    """Annealed by raising the probabilities to the power 1/T."""
    case = sometimes(draw, {"logits": logits_of(draw)}, temperature=draw.choice([0.25, 0.5, 2, 5]))
    powers = torch.softmax(tensor(case["logits"]), -1) ** (1 / case.get("temperature", 1))
    return case, powers / powers.sum(-1, keepdim=True)


def log_softmax(draw):
    case = {"logits": logits_of(draw)}
    return case, torch.log_softmax(tensor(case["logits"]), -1)


def softmax_jacobian(draw):
    case = {"logits": numbers(draw, draw.choice([2, 3, 4, 5, 7]))}
    return case, jacobian(lambda z: torch.softmax(z, 0), tensor(case["logits"]))


def label_smoothing(draw):
    """What PyTorch takes for the target: the gradient of its smoothed loss is p − q. Shared among the others: by loops."""
    classes = draw.randint(2, 5)
    samples = draw.choice([None, 1, 3, 5])
    target = draw.randrange(classes) if samples is None else [draw.randrange(classes) for _ in range(samples)]
    hard = torch.tensor(target)
    case = sometimes(draw, {"target": target, "classes": classes}, eps=draw.choice([0, 0.1, 0.3]))
    case["spread"] = draw.choice(["all", "others"])
    if draw.random() < 0.4:
        del case["classes"]
        case["target"] = F.one_hot(hard, classes).tolist()
    eps = case.get("eps", 0.1)
    if case["spread"] == "others":
        rows = [[1 - eps if k == t else eps / (classes - 1) for k in range(classes)] for t in hard.reshape(-1).tolist()]
        return case, tensor(rows if samples else rows[0])
    z = torch.zeros(*hard.shape, classes, requires_grad=True)
    F.cross_entropy(z, hard, label_smoothing=eps, reduction="sum").backward()
    return case, torch.softmax(z, -1).detach() - z.grad


def hinge(draw):
    """The ranking loss of the score against 0."""
    shape = draw.choice([(), (1,), (4,), (6,), (2, 3)])
    score = numbers(draw, *shape)
    target = torch.where(tensor(numbers(draw, *shape)) > 0, 1, -1).tolist()
    case = {"score": score, "target": target}
    sometimes(draw, case, margin=draw.choice([0.5, 2]), squared=draw.randint(0, 1), reduction=draw.choice(REDUCTIONS))
    s, y = tensor(score), tensor(target)
    losses = F.margin_ranking_loss(s, torch.zeros_like(s), y, margin=case.get("margin", 1), reduction="none")
    losses = losses ** (1 + case.get("squared", 0))
    return case, {"none": losses, "sum": losses.sum(), "mean": losses.mean()}[reduction_of(case)]


def multiclass_hinge(draw):
    """Crammer and Singer's by a loop over the classes."""
    classes = draw.choice([2, 3, 5])
    samples = draw.choice([None, 1, 3, 6])
    scores = numbers(draw, *([classes] if samples is None else [samples, classes]))
    target = draw.randrange(classes) if samples is None else [draw.randrange(classes) for _ in range(samples)]
    case = {"scores": scores, "target": target, "over": draw.choice(["mean", "sum", "max"])}
    sometimes(draw, case, margin=draw.choice([0.5, 2]), squared=draw.randint(0, 1), reduction=draw.choice(REDUCTIONS))
    margin, power = case.get("margin", 1), 1 + case.get("squared", 0)
    if case["over"] == "max":
        rows, wanted = ([scores], [target]) if samples is None else (scores, target)
        worst = [
            max(max(0, margin - row[k] + s) ** power for j, s in enumerate(row) if j != k) for row, k in zip(rows, wanted)
        ]
        losses = tensor(worst if samples else worst[0])
    else:
        losses = F.multi_margin_loss(tensor(scores), torch.tensor(target), p=power, margin=margin, reduction="none")
        losses = losses * (classes if case["over"] == "sum" else 1)
    return case, {"none": losses, "sum": losses.sum(), "mean": losses.mean()}[reduction_of(case)]


def vectors(draw):
    return draw.choice([(1,), (2,), (4,), (6,), (1, 3), (3, 2), (5, 5)])


def cosine_similarity(draw):
    shape = vectors(draw)
    case = {"a": numbers(draw, *shape), "b": numbers(draw, *shape)}
    return case, F.cosine_similarity(tensor(case["a"]), tensor(case["b"]), dim=-1, eps=1e-300)


def triplet(draw):
    """Without PyTorch's 10⁻⁶ in the distance."""
    shape = vectors(draw)
    case = {name: numbers(draw, *shape) for name in ["anchor", "positive", "negative"]}
    case["distance"] = draw.choice(["euclidean", "squared"])
    sometimes(draw, case, margin=draw.choice([0.5, 3]), reduction=draw.choice(REDUCTIONS))
    power = 2 if case["distance"] == "squared" else 1
    rows = [tensor(case[name]).reshape(-1, shape[-1]) for name in ["anchor", "positive", "negative"]]
    losses = F.triplet_margin_with_distance_loss(
        *rows,
        distance_function=lambda a, b: F.pairwise_distance(a, b, eps=0) ** power,
        margin=case.get("margin", 1),
        reduction="none",
    )
    losses = losses if len(shape) == 2 else losses[0]
    return case, {"none": losses, "sum": losses.sum(), "mean": losses.mean()}[reduction_of(case)]


def contrastive(draw):
    """Half the squared hinge of the distance."""
    n = draw.choice([1, 2, 4, 6])
    case = {"a": numbers(draw, n, high=0), "b": numbers(draw, n, high=0), "same": draw.randint(0, 1)}
    sometimes(draw, case, margin=draw.choice([2, 5]))
    distance = math.dist(case["a"], case["b"])
    hinged = F.hinge_embedding_loss(tensor([distance]), tensor([-1.0]), margin=case.get("margin", 1)).item()
    return case, (distance if case["same"] else hinged) ** 2 / 2


def in_unit(draw, case, nats):
    sometimes(draw, case, unit=draw.choice(["nats", "bits"]))
    return case, nats / (math.log(2) if case.get("unit") == "bits" else 1)


def sized(draw):
    return draw.choice([1, 2, 3, 4, 5, 8])


def entropy(draw):
    p = distribution(draw, sized(draw), zeros=True)
    return in_unit(draw, {"p": p}, Categorical(tensor(p)).entropy())


def two_distributions(draw):
    n = sized(draw)
    p, q = distribution(draw, n, zeros=True), distribution(draw, n)
    if n > 2 and draw.random() < 0.3:
        for d in (p, q):
            d[-1], d[0] = 0.0, round(d[0] + d[-1], 3)
    return {"p": p, "q": q}


def cross_entropy_pq(draw):
    case = two_distributions(draw)
    return in_unit(draw, case, -torch.xlogy(tensor(case["p"]), tensor(case["q"])).sum())


def kl_divergence(draw):
    case = two_distributions(draw)
    return in_unit(draw, case, divergence(Categorical(tensor(case["p"])), Categorical(tensor(case["q"]))))


def js_divergence(draw):
    """The mean entropy that the mixture has more than both."""
    case = {"p": distribution(draw, n := sized(draw), zeros=True), "q": distribution(draw, n, zeros=True)}
    p, q = tensor(case["p"]), tensor(case["q"])
    entropies = [Categorical(x).entropy() for x in (p, q, (p + q) / 2)]
    return in_unit(draw, case, entropies[2] - (entropies[0] + entropies[1]) / 2)


def perplexity(draw):
    case = sometimes(draw, {"loss": numbers(draw, low=0, high=7)}, unit=draw.choice(["nats", "bits"]))
    return case, (2 if case.get("unit") == "bits" else math.e) ** case["loss"]


def perplexity_probs(draw):
    """The inverse geometric mean."""
    case = {"probs": numbers(draw, draw.choice([1, 2, 4, 5, 12]), low=0.01, high=1)}
    return case, math.prod(case["probs"]) ** (-1 / len(case["probs"]))


def kl_gaussian(draw):
    n = draw.choice([None, 1, 3, 4, 6])
    shape = () if n is None else (n,)
    case = {"mu_p": numbers(draw, *shape), "sigma_p": numbers(draw, *shape, low=0.1)}
    sometimes(draw, case, mu_q=numbers(draw, *draw.choice([(), shape])), sigma_q=numbers(draw, *draw.choice([(), shape]), low=0.1))
    q = Normal(tensor(case.get("mu_q", 0.0)), tensor(case.get("sigma_q", 1.0)))
    return case, divergence(Normal(tensor(case["mu_p"]), tensor(case["sigma_p"])), q).sum()


def precision_recall(draw):
    """Counted over as many samples as there are."""
    case = {"tp": draw.choice([0, draw.randint(1, 40)]), "fp": draw.randint(1, 30), "fn": draw.randint(1, 30)}
    sometimes(draw, case, tn=draw.randint(0, 40))
    samples = [(1, 1)] * case["tp"] + [(1, 0)] * case["fp"] + [(0, 1)] * case["fn"] + [(0, 0)] * case.get("tn", 0)

    def share(condition, wanted):
        chosen = [sample for sample in samples if condition(*sample)]
        return sum(wanted(*sample) for sample in chosen) / len(chosen)

    fields = {
        "precision": share(lambda said, _: said == 1, lambda _, true: true == 1),
        "recall": share(lambda _, true: true == 1, lambda said, _: said == 1),
        # Of all that is said or true, each counted once for saying and once for being.
        "f1": sum(said * true * 2 for said, true in samples) / sum(said + true for said, true in samples),
    }
    if "tn" in case:
        fields["accuracy"] = share(lambda *_: True, lambda said, true: said == true)
        fields["specificity"] = share(lambda _, true: true == 0, lambda said, _: said == 0)
    return case, fields


def fbeta(draw):
    """The harmonic mean with weights 1 and β²."""
    case = {"precision": numbers(draw, low=0.01, high=1), "recall": numbers(draw, low=0.01, high=1)}
    sometimes(draw, case, beta=draw.choice([0.5, 1, 2, 3]))
    weight = case.get("beta", 1) ** 2
    return case, (1 + weight) / (1 / case["precision"] + weight / case["recall"])


def accuracy(draw):
    classes = draw.choice([2, 3, 4, 6])
    samples = draw.choice([None, 1, 3, 7])
    logits = numbers(draw, *([classes] if samples is None else [samples, classes]))
    target = draw.randrange(classes) if samples is None else [draw.randrange(classes) for _ in range(samples)]
    case = sometimes(draw, {"logits": logits, "target": target}, k=draw.randint(1, classes))
    best = torch.topk(tensor(logits), case.get("k", 1)).indices.reshape(-1, case.get("k", 1)).tolist()
    wanted = [target] if samples is None else target
    return case, sum(t in row for t, row in zip(wanted, best)) / len(wanted)


def confusion_matrix(draw):
    classes = draw.randint(1, 4)
    n = draw.choice([1, 4, 9])
    predicted, target = ([draw.randrange(classes) for _ in range(n)] for _ in range(2))
    case = sometimes(draw, {"predicted": predicted, "target": target}, classes=classes + draw.randint(0, 1))
    side = case.get("classes", max(predicted + target) + 1)
    counts = [[0] * side for _ in range(side)]
    for p, t in zip(predicted, target):
        counts[t][p] += 1
    return case, counts


def auc(draw):
    """The trapezoids under the ROC curve, threshold by threshold."""
    n = draw.choice([2, 5, 8, 12])
    labels = [1, 0] + [draw.randint(0, 1) for _ in range(n - 2)]
    draw.shuffle(labels)
    scores = [draw.randint(0, 9) / 10 for _ in range(n)]
    positives, negatives = sum(labels), n - sum(labels)
    curve = [(0.0, 0.0)]
    for threshold in sorted(set(scores), reverse=True):
        found = [label for score, label in zip(scores, labels) if score >= threshold]
        curve.append(((len(found) - sum(found)) / negatives, sum(found) / positives))
    area = sum((x2 - x1) * (y1 + y2) / 2 for (x1, y1), (x2, y2) in zip(curve, curve[1:]))
    return {"scores": scores, "labels": labels}, area


def masks(draw):
    shape = draw.choice([(4,), (7,), (3, 3), (2, 5)])
    flat = [[draw.randint(0, 1) for _ in range(math.prod(shape))] for _ in range(2)]
    flat[0][0] = 1
    return flat, {name: torch.tensor(mask).reshape(shape).tolist() for name, mask in zip("ab", flat)}


def iou(draw):
    flat, case = masks(draw)
    a, b = ({i for i, on in enumerate(mask) if on} for mask in flat)
    return case, len(a & b) / len(a | b)


def box_iou(draw):
    """Boxes on a grid of halves, cell by cell."""

    def box():
        x, y, w, h = draw.randint(0, 8), draw.randint(0, 8), draw.randint(1, 8), draw.randint(1, 8)
        return x, y, x + w, y + h

    def cells(x1, y1, x2, y2):
        return set(itertools.product(range(x1, x2), range(y1, y2)))

    a, b = box(), box()
    shared, union = cells(*a) & cells(*b), cells(*a) | cells(*b)
    return {"a": [x / 2 for x in a], "b": [x / 2 for x in b]}, len(shared) / len(union)


def dice(draw):
    """Of masks by sets; of probabilities, number by number."""
    flat, case = masks(draw)
    if draw.random() < 0.4:
        a = [round(draw.random(), 2) for _ in flat[0]]
        case["a"] = tensor(a).reshape(shape_of(case["a"])).tolist()
        sometimes(draw, case, smooth=draw.choice([0, 1]))
        above = case.get("smooth", 0) + math.fsum(2 * x for x, on in zip(a, flat[1]) if on)
        return case, above / (math.fsum(a) + sum(flat[1]) + case.get("smooth", 0))
    a, b = ({i for i, on in enumerate(mask) if on} for mask in flat)
    return case, 2 * len(a & b) / (len(a) + len(b))


def mean_iou(draw):
    """Of sets of samples, one for each count."""
    classes = draw.choice([1, 2, 3, 5])
    counts = [[draw.randint(0, 9) + (i == j) for j in range(classes)] for i in range(classes)]
    samples = [(i, j) for i in range(classes) for j in range(classes) for _ in range(counts[i][j])]
    values = []
    for k in range(classes):
        true, said = ({n for n, sample in enumerate(samples) if sample[side] == k} for side in range(2))
        values.append(len(true & said) / len(true | said))
    return {"confusion": counts}, {"iou": values, "mean": sum(values) / classes}


MAKERS = [
    mse,
    l1_loss,
    huber,
    smooth_l1,
    cross_entropy,
    cross_entropy_probs,
    nll,
    cross_entropy_gradient,
    binary_cross_entropy,
    binary_cross_entropy_logits,
    softmax_temperature,
    log_softmax,
    softmax_jacobian,
    label_smoothing,
    hinge,
    multiclass_hinge,
    cosine_similarity,
    triplet,
    contrastive,
    entropy,
    cross_entropy_pq,
    kl_divergence,
    js_divergence,
    perplexity,
    perplexity_probs,
    kl_gaussian,
    precision_recall,
    fbeta,
    accuracy,
    confusion_matrix,
    auc,
    iou,
    box_iou,
    dice,
    mean_iou,
]
