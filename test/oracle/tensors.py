"""Functions of whole tensors, by PyTorch's and NumPy's linear algebra."""

import numpy
import torch

from drawing import numbers

SHAPES = [(4,), (2, 3), (3, 2, 2)]


def axes_of(draw, shape):
    """None, one axis (also counted from the end), or two."""
    kind = draw.choice(["all", "one", "end", "two"])
    if kind == "all":
        return None
    if kind == "two" and len(shape) > 1:
        return sorted(draw.sample(range(len(shape)), 2))
    return -1 if kind == "end" else draw.randrange(len(shape))


def reduction(name, of, options=(), several=True, low=-3, high=3):
    def make(draw):
        shape = draw.choice(SHAPES)
        case = {"x": numbers(draw, *shape, low=low, high=high)}
        axis = axes_of(draw, shape)
        if axis is not None and (several or isinstance(axis, int)):
            case["axis"] = axis
        if "axis" in case and draw.random() < 0.4:
            case["keep"] = 1
        for option in options:
            case[option] = draw.randint(0, 1)
        array = numpy.array(case["x"])
        axis = tuple(case["axis"]) if isinstance(case.get("axis"), list) else case.get("axis")
        return case, of(array, axis, bool(case.get("keep", 0)), **{key: case[key] for key in options})

    make.__name__ = name
    return make


def logsumexp_of(x, axis, keep):
    every = tuple(range(x.ndim)) if axis is None else axis
    return torch.logsumexp(torch.tensor(x), every, keep)


def unbiased_variance(x, axis, keep, unbiased):
    return numpy.var(x, axis=axis, keepdims=keep, ddof=unbiased)


def unbiased_deviation(x, axis, keep, unbiased):
    return numpy.std(x, axis=axis, keepdims=keep, ddof=unbiased)


def norm(draw):
    case = {"x": numbers(draw, *draw.choice(SHAPES)), "p": draw.choice([1, 2])}
    return case, numpy.linalg.norm(numpy.array(case["x"]).ravel(), case["p"])


def softmax(draw):
    shape = draw.choice(SHAPES)
    case = {"x": numbers(draw, *shape), "axis": draw.choice([-1, 0, len(shape) - 1])}
    return case, torch.softmax(torch.tensor(case["x"]), case["axis"])


def matmul(draw):
    pairs = [((2, 3), (3, 2)), ((2, 3), (3,)), ((2,), (2, 3)), ((3,), (3,)), ((2, 2, 3), (3, 2)), ((2, 1, 2, 3), (4, 3, 2)), ((2,), (3, 2, 2))]
    a, b = draw.choice(pairs)
    case = {"a": numbers(draw, *a), "b": numbers(draw, *b)}
    return case, numpy.matmul(numpy.array(case["a"]), numpy.array(case["b"]))


def outer(draw):
    case = {"a": numbers(draw, draw.randint(1, 4)), "b": numbers(draw, draw.randint(1, 4))}
    return case, numpy.outer(case["a"], case["b"])


def transpose(draw):
    shape = draw.choice([(3,), (2, 3), (3, 2, 2)])
    case = {"x": numbers(draw, *shape)}
    value = numpy.array(case["x"])
    if len(shape) == 3 and draw.random() < 0.7:
        case["axes"] = draw.sample(range(3), 3)
        return case, numpy.transpose(value, case["axes"])
    return case, value if len(shape) == 1 else numpy.swapaxes(value, -1, -2)


def reshape(draw):
    case = {"x": numbers(draw, *draw.choice([(12,), (3, 4), (2, 3, 2)])), "shape": draw.choice([[12], [4, 3], [2, 2, 3], [1, 12]])}
    return case, numpy.reshape(case["x"], case["shape"])


def well_conditioned(draw, n):
    while True:
        a = numpy.array(numbers(draw, n, n))
        if numpy.linalg.cond(a) < 100:
            return a


def inverse(draw):
    a = well_conditioned(draw, draw.randint(1, 4))
    return {"a": a}, numpy.linalg.inv(a)


def solve(draw):
    n = draw.randint(1, 4)
    a = well_conditioned(draw, n)
    case = {"a": a, "b": numbers(draw, *draw.choice([(n,), (n, 2)]))}
    return case, numpy.linalg.solve(a, numpy.array(case["b"]))


def eigenvalues(draw):
    n = draw.randint(1, 5)
    a = numpy.array(numbers(draw, n, n))
    a = numpy.round((a + a.T) / 2, 6)
    return {"a": a}, numpy.linalg.eigvalsh(a)[::-1]


def singular_values(draw):
    case = {"a": numbers(draw, draw.randint(1, 4), draw.randint(1, 4))}
    return case, numpy.linalg.svd(numpy.array(case["a"]), compute_uv=False)


def spectral_norm(draw):
    case = {"a": numbers(draw, draw.randint(1, 4), draw.randint(1, 4))}
    return case, numpy.linalg.norm(numpy.array(case["a"]), 2)


def concat(draw):
    axis = draw.randint(0, 1)
    shapes = [(draw.randint(1, 3), 2), (draw.randint(1, 3), 2)]
    a, b = [shape if axis == 0 else shape[::-1] for shape in shapes]
    case = {"a": numbers(draw, *a), "b": numbers(draw, *b), "axis": axis}
    return case, numpy.concatenate([case["a"], case["b"]], axis)


def where(draw):
    case = {
        "mask": [[draw.randint(0, 1) for _ in range(3)] for _ in range(2)],
        "a": numbers(draw, *draw.choice([(), (3,), (2, 3)])),
        "b": numbers(draw, *draw.choice([(), (2, 1), (2, 3)])),
    }
    return case, numpy.where(numpy.array(case["mask"]) != 0, case["a"], case["b"])


def one_hot(draw):
    classes = draw.randint(1, 5)
    index = draw.choice([draw.randrange(classes), [draw.randrange(classes) for _ in range(3)]])
    return {"index": index, "classes": classes}, numpy.eye(classes)[index]


def filled(name, of):
    def make(draw):
        sides = [draw.randint(1, 3) for _ in range(draw.randint(1, 3))]
        return dict(zip(["rows", "columns", "depth"], sides)), of(sides)

    make.__name__ = name
    return make


def identity(draw):
    n = draw.randint(1, 6)
    return {"n": n}, numpy.identity(n)


def range_of(draw):
    case = {"n": draw.randint(1, 6), "start": draw.randint(-3, 3), "step": draw.choice([1, 2, -1, 0.5])}
    return case, case["start"] + case["step"] * numpy.arange(case["n"])


range_of.__name__ = "range"


def size(draw):
    shape = draw.choice(SHAPES)
    case = {"x": numbers(draw, *shape)}
    if draw.random() < 0.5:
        case["axis"] = draw.randrange(len(shape))
    return case, numpy.size(numpy.array(case["x"]), case.get("axis"))


MAKERS = [
    reduction("sum", lambda x, axis, keep: numpy.sum(x, axis=axis, keepdims=keep)),
    reduction("mean", lambda x, axis, keep: numpy.mean(x, axis=axis, keepdims=keep)),
    reduction("argmax", lambda x, axis, keep: numpy.argmax(x, axis=axis, keepdims=keep), several=False),
    reduction("argmin", lambda x, axis, keep: numpy.argmin(x, axis=axis, keepdims=keep), several=False),
    reduction("logsumexp", logsumexp_of, low=-30, high=30),
    reduction("var", unbiased_variance, ["unbiased"]),
    reduction("std", unbiased_deviation, ["unbiased"]),
    norm,
    softmax,
    matmul,
    outer,
    transpose,
    reshape,
    inverse,
    solve,
    eigenvalues,
    singular_values,
    spectral_norm,
    concat,
    where,
    one_hot,
    filled("zeros", numpy.zeros),
    filled("ones", numpy.ones),
    identity,
    range_of,
    size,
]
