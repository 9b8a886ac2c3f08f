"""Works out loss landscapes with NumPy and records them, for LossLandscapeTests and LandscapeDirectionsTests.

Writes Tests/LearningTests/Recorded/landscape.json:

  models       networks in the form of the model file, with their data, two directions in the order of
               NetworkParameters, and the mean loss at w + a d + b e for every a and b, in double precision
  perceptron   the same for the mean perceptron loss max(0, -y s) over w0, w1, w2
  filters      a direction, and the same scaled to the norms of a model's rows, biases 0
  paths        sizes of paths that the tests compute by the formula of path(), with the two leading right singular
               vectors of the differences to the last point and their shares of the variance, by numpy.linalg.svd
  projections  points, planes of skew directions, and what numpy.linalg.lstsq makes of them

Usage: python Tests/Oracles/landscape.py
"""
import json
import math
import pathlib

import numpy

FILE = pathlib.Path(__file__).resolve().parent.parent / "LearningTests" / "Recorded" / "landscape.json"
FEATURES = {
    "x1": lambda x, y: x, "x2": lambda x, y: y, "x1^2": lambda x, y: x * x, "x1*x2": lambda x, y: x * y,
    "sin(x2)": lambda x, y: numpy.sin(y),
}
SIGMOID = lambda r: 1 / (1 + numpy.exp(-r))
ACTIVATIONS = {
    "tanh": numpy.tanh, "relu": lambda r: numpy.maximum(r, 0), "sigmoid": SIGMOID,
    "leaky-relu": lambda r: numpy.where(r > 0, r, 0.01 * r), "elu": lambda r: numpy.where(r > 0, r, numpy.expm1(r)),
    "gelu": lambda r: r * 0.5 * (1 + numpy.vectorize(math.erf)(r / math.sqrt(2))),
    "softplus": lambda r: numpy.log1p(numpy.exp(r)), "swish": lambda r: r * SIGMOID(r),
}
# Inputs, hidden layers with their activations, outputs, output activation, loss, classes (0: numbers).
MODELS = [
    (["x1", "x2"], [(4, "tanh"), (2, "tanh")], 1, "sigmoid", "binary-cross-entropy", 2),
    (["x1", "x2"], [(3, "relu")], 1, "identity", "squared-error", 0),
    (["x1", "x2"], [(8, "sigmoid"), (8, "elu")], 3, "softmax", "cross-entropy", 3),
    (["x1", "x2", "x1^2", "x1*x2"], [(5, "gelu"), (3, "leaky-relu")], 1, "identity", "hinge", 2),
    (["x1", "x2", "sin(x2)"], [(6, "swish"), (4, "softplus"), (3, "tanh")], 3, "softmax", "squared-error", 3),
    (["x1", "x2"], [], 1, "sigmoid", "binary-cross-entropy", 2),
    (["x1", "x2"], [(9, "tanh")], 1, "tanh", "squared-error", 2),
]
PATHS = [(5, 9), (20, 60), (40, 33), (100, 150), (200, 105)]


def softmax(s):
    powers = numpy.exp(s - s.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


OUTPUTS = {"identity": lambda s: s, "sigmoid": SIGMOID, "tanh": numpy.tanh, "softmax": softmax}


def targets(labels, outputs, output, loss):
    """What each output should be: the hit for an example's own class, else the miss."""
    signed = loss == "hinge" or output in ("identity", "tanh")
    hit, miss = (1.0, -1.0) if signed else (1.0, 0.0)
    return numpy.where(labels[:, None] == numpy.arange(outputs)[None, :], hit, miss)


def mean_loss(flat, shape, x, t):
    """The mean loss of the network whose weights and biases stand in `flat`, layer by layer, weights first."""
    inputs, hidden, outputs, output, loss, _ = shape
    place, width = 0, len(inputs)
    u = x
    for units, activation in hidden + [(outputs, None)]:
        v = flat[place:place + units * width].reshape(units, width)
        place += units * width
        r = u @ v.T + flat[place:place + units]
        place += units
        width = units
        u = ACTIVATIONS[activation](r) if activation else r
    s, z = u, OUTPUTS[output](u)
    if loss == "squared-error":
        each = 0.5 * ((z - t) ** 2).sum(axis=1)
    elif loss == "binary-cross-entropy":
        each = -(t * numpy.log(z) + (1 - t) * numpy.log1p(-z)).sum(axis=1)
    elif loss == "cross-entropy":
        each = -(t * numpy.log(z)).sum(axis=1)
    else:
        each = numpy.maximum(0, 1 - t * s).sum(axis=1)
    return each.mean()


def count(shape):
    widths = [len(shape[0])] + [units for units, _ in shape[1]] + [shape[2]]
    return sum(b * (a + 1) for a, b in zip(widths, widths[1:]))


def model_file(flat, shape):
    inputs, hidden, outputs, output, loss, _ = shape
    layers, place, width = [], 0, len(inputs)
    for units, activation in hidden + [(outputs, output)]:
        weights = flat[place:place + units * width].reshape(units, width)
        place += units * width
        layers.append({"activation": activation, "weights": weights.tolist(), "biases": flat[place:place + units].tolist()})
        place += units
        width = units
    return {"inputs": inputs, "layers": layers, "loss": loss}


def models(random):
    for shape in MODELS:
        inputs, _, outputs, output, loss, classes = shape
        points = random.uniform(-2, 2, (21, 2))
        x = numpy.stack([FEATURES[name](points[:, 0], points[:, 1]) for name in inputs], axis=1)
        if classes:
            answers = random.integers(0, classes, len(points))
            answers[:classes] = range(classes)
            t = targets(answers, outputs, output, loss)
        else:
            answers = random.uniform(-1, 1, len(points))
            t = answers[:, None]
        w = random.uniform(-1.2, 1.2, count(shape))
        first, second = random.normal(size=(2, len(w)))
        alphas, betas = numpy.linspace(-1, 1, 7), numpy.linspace(-0.5, 1.5, 5)
        yield {
            "model": model_file(w, shape), "points": points.tolist(), "answers": answers.tolist(), "classes": classes,
            "first": first.tolist(), "second": second.tolist(), "alphas": alphas.tolist(), "betas": betas.tolist(),
            "losses": [mean_loss(w + a * first + b * second, shape, x, t) for b in betas for a in alphas],
        }


def perceptron(random):
    points = random.uniform(-2, 2, (15, 2))
    classes = random.integers(0, 2, len(points))
    w, first, second = random.normal(size=(3, 3))
    alphas, betas = numpy.linspace(-2, 2, 5), numpy.linspace(-1, 3, 4)
    y = numpy.where(classes == 0, 1, -1)
    rows = numpy.concatenate([numpy.ones((len(points), 1)), points], axis=1)
    return {
        "points": points.tolist(), "classes": classes.tolist(), "weights": w.tolist(), "first": first.tolist(),
        "second": second.tolist(), "alphas": alphas.tolist(), "betas": betas.tolist(),
        "losses": [
            numpy.maximum(0, -y * (rows @ (w + a * first + b * second))).mean() for b in betas for a in alphas
        ],
    }


def filters(random):
    """The scaling of Li et al.'s net_plotter.normalize_direction(norm='filter', ignore='biasbn')."""
    shape = MODELS[0]
    w, drawn = random.normal(size=(2, count(shape)))
    scaled, place, width = numpy.zeros_like(w), 0, len(shape[0])
    for units, _ in shape[1] + [(shape[2], None)]:
        for unit in range(units):
            row = slice(place + unit * width, place + (unit + 1) * width)
            scaled[row] = drawn[row] * numpy.linalg.norm(w[row]) / numpy.linalg.norm(drawn[row])
        place += units * (width + 1)
        width = units
    return {"weights": w.tolist(), "direction": drawn.tolist(), "scaled": scaled.tolist()}


def path(points, width):
    """A path that turns, with a part that shrinks, a part that grows and some unrest."""
    i, k = numpy.arange(points)[:, None], numpy.arange(width)[None, :]
    return (
        3 * numpy.exp(-4 * i / points) * numpy.sin(k + 1) + (i / points) ** 2 * numpy.cos(1.3 * k)
        + 0.05 * numpy.sin(0.7 * i * k + k))


def paths():
    for points, width in PATHS:
        w = path(points, width)
        _, values, rows = numpy.linalg.svd(w - w[-1])
        shares = values**2 / (values**2).sum()
        yield {"points": points, "width": width, "directions": rows[:2].tolist(), "explained": shares[:2].tolist()}


def projections(random):
    for width, skew in [(3, 0), (10, 0.5), (50, 0.99), (25, 0.99999)]:
        origin, point, first, second = random.normal(size=(4, width))
        second = skew * first + (1 - skew) * second
        columns = numpy.stack([first, second], axis=1)
        place, *_ = numpy.linalg.lstsq(columns, point - origin, rcond=None)
        yield {
            "origin": origin.tolist(), "point": point.tolist(), "first": first.tolist(), "second": second.tolist(),
            "place": place.tolist(), "distance": numpy.linalg.norm(point - origin - columns @ place),
        }


def main():
    random = numpy.random.default_rng(20180501)
    FILE.write_text(
        json.dumps(
            {
                "models": list(models(random)), "perceptron": perceptron(random), "filters": filters(random),
                "paths": list(paths()), "projections": list(projections(random)),
            }))


main()
