"""Trains small networks with PyTorch and records the weights, for NetworkAgreementTests.

Every activation, loss with its output activation, and optimizer: the same points in the given order, the same start,
batches of 5, 50 epochs, single precision. A training that lands on a kink (of a ReLU, of the hinge loss) goes one way or
the other by its rounding errors, and no two programs agree on it: of several starts the first is taken from which single
and double precision, and a start moved by a millionth, lead to the same weights within 2e-5.

Writes three files into Tests/LearningTests/Recorded:

  points.csv     x1, x2, class (0, 1, 2); with one output class 0 is the hit and the others are the miss
  start.csv      outputs, number of the start, the parameters in the order of Linear.weight, Linear.bias
  pytorch.csv    activation, loss, output activation, optimizer, learning rate, number of the start, parameters after
                 50 epochs

With --check nothing is written: the recorded numbers are compared with what PyTorch computes now.

Usage: python Tests/Oracles/pytorch_agreement.py [--check]
"""
import csv
import pathlib
import sys

import numpy
import torch
from torch import nn

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "LearningTests" / "Recorded"
EPOCHS, BATCH, COUNT, HIDDEN, STARTS = 50, 5, 23, (3, 2), 12

ACTIVATIONS = {
    "identity": nn.Identity, "relu": nn.ReLU, "leaky-relu": nn.LeakyReLU, "elu": nn.ELU, "gelu": nn.GELU,
    "sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "softplus": nn.Softplus, "swish": nn.SiLU,
}
PAIRINGS = [
    ("squared-error", "tanh"), ("squared-error", "identity"), ("squared-error", "sigmoid"),
    ("squared-error", "softmax"), ("binary-cross-entropy", "sigmoid"), ("cross-entropy", "softmax"),
    ("hinge", "identity"),
]
OPTIMIZERS = {
    # An odd rate: with 0.1 the bias of a network of dead ReLUs lands exactly on the kink of the hinge loss.
    "sgd": (0.0973, lambda p, r: torch.optim.SGD(p, lr=r)),
    "momentum": (0.02, lambda p, r: torch.optim.SGD(p, lr=r, momentum=0.9)),
    "nesterov": (0.02, lambda p, r: torch.optim.SGD(p, lr=r, momentum=0.9, nesterov=True)),
    "adagrad": (0.05, lambda p, r: torch.optim.Adagrad(p, lr=r)),
    "rmsprop": (0.005, lambda p, r: torch.optim.RMSprop(p, lr=r)),
    "adadelta": (1.0, lambda p, r: torch.optim.Adadelta(p, lr=r)),
    "adam": (0.01, lambda p, r: torch.optim.Adam(p, lr=r)),
    "adamw": (0.01, lambda p, r: torch.optim.AdamW(p, lr=r)),
}
OUTPUTS = {"identity": lambda s: s, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "softmax": lambda s: s.softmax(1)}


def losses(loss, output, s, targets, labels):
    """The loss of each example, from the logits s."""
    if loss == "squared-error":
        return 0.5 * ((OUTPUTS[output](s) - targets) ** 2).sum(1)
    if loss == "binary-cross-entropy":
        return nn.functional.binary_cross_entropy_with_logits(s, targets, reduction="none").sum(1)
    if loss == "cross-entropy":
        return nn.functional.cross_entropy(s, labels, reduction="none")
    return torch.clamp(1 - targets * s, min=0).sum(1)


def points():
    """Three noisy clouds, rounded so that the decimal numbers are the numbers."""
    generator = numpy.random.default_rng(5)
    labels = numpy.arange(COUNT) % 3
    centers = numpy.array([(1.0, 0.3), (-0.6, 0.8), (-0.2, -1.1)])
    return numpy.round(centers[labels] + generator.normal(0, 0.7, (COUNT, 2)), 3), labels


def start(outputs, number):
    """Parameters drawn evenly from (-0.8, 0.8), rounded."""
    generator = numpy.random.default_rng((outputs, number))
    sizes = (2,) + HIDDEN + (outputs,)
    return numpy.round(generator.uniform(-0.8, 0.8, sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))), 3)


def train(activation, loss, output, optimizer, number, precision=torch.float32, moved=0.0):
    """The parameters after 50 epochs, from one of the starts."""
    x, labels = points()
    outputs = 3 if output == "softmax" else 1
    miss = -1.0 if output in ("tanh", "identity") else 0.0
    targets = numpy.where(labels[:, None] == numpy.arange(outputs)[None, :], 1.0, miss)
    x, targets = (torch.tensor(numbers).to(precision) for numbers in (x, targets))
    labels = torch.tensor(labels)
    sizes = (2,) + HIDDEN
    layers = []
    for a, b in zip(sizes, sizes[1:]):
        layers += [nn.Linear(a, b), ACTIVATIONS[activation]()]
    model = nn.Sequential(*layers, nn.Linear(HIDDEN[-1], outputs)).to(precision)
    numbers = torch.tensor(start(outputs, number)) * (1 + moved)
    nn.utils.vector_to_parameters(numbers.to(precision), model.parameters())
    rate, make = OPTIMIZERS[optimizer]
    stepper = make(model.parameters(), rate)
    for _ in range(EPOCHS):
        for first in range(0, COUNT, BATCH):
            part = slice(first, first + BATCH)
            stepper.zero_grad()
            losses(loss, output, model(x[part]), targets[part], labels[part]).mean().backward()
            stepper.step()
    return nn.utils.parameters_to_vector(model.parameters()).detach().numpy()


def settled(*key):
    """The first start that no rounding error sends another way, and the parameters that it leads to."""
    for number in range(STARTS):
        single = train(*key, number)
        others = (train(*key, number, torch.float64, moved) for moved in (0.0, 1e-6))
        if all(numpy.abs(single - other).max() < 2e-5 for other in others):
            return number, single
    sys.exit(f"no start of {STARTS} is safe for {key}")


def keys():
    for activation in ACTIVATIONS:
        for loss, output in PAIRINGS:
            for optimizer in OPTIMIZERS:
                yield activation, loss, output, optimizer


def main():
    torch.set_num_threads(1)
    if "--check" in sys.argv:
        worst = 0.0
        with open(FOLDER / "pytorch.csv") as file:
            recorded = [row for row in csv.reader(file) if not row[0].startswith("#")]
        for row in recorded:
            values = train(*row[:4], int(row[5]))
            worst = max(worst, float(numpy.abs(numpy.array(row[6:], dtype=float) - values).max()))
        print(f"{len(recorded)} trainings with PyTorch {torch.__version__}: recorded weights off by at most {worst:.1e}")
        sys.exit(0 if worst < 1e-5 else 1)
    FOLDER.mkdir(exist_ok=True)
    with open(FOLDER / "points.csv", "w") as file:
        file.writelines(f"{a},{b},{label}\n" for (a, b), label in zip(*points()))
    with open(FOLDER / "start.csv", "w") as file:
        for outputs in (1, 3):
            for number in range(STARTS):
                file.write(",".join(map(str, [outputs, number, *start(outputs, number)])) + "\n")
    with open(FOLDER / "pytorch.csv", "w") as file:
        file.write(f"# PyTorch {torch.__version__}, single precision; made by Tests/Oracles/pytorch_agreement.py\n")
        for key in keys():
            number, values = settled(*key)
            fields = [*key, OPTIMIZERS[key[3]][0], number, *(f"{value:.7g}" for value in values)]
            file.write(",".join(map(str, fields)) + "\n")


if __name__ == "__main__":
    main()
