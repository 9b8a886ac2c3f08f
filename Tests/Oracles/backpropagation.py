"""Works backpropagation out by its formulas, for BackpropagationTests.

Two networks, one example each, weights in sixteenths (so that single precision holds them exactly):

  lecture   2-2-1, sigmoid, binary cross-entropy: the formulas of the lecture's section 12, written out with NumPy
  deep      2-3-2-2-1, tanh hidden layers, squared error on a tanh output: the chain rule with NumPy

The updated weights are PyTorch's: autograd and one step of torch.optim.SGD, in double precision, which also checks every
derivative that NumPy found.

Writes Tests/InterfaceTests/Recorded/backpropagation.csv: case, quantity, layer, unit, input, value. Layers and units count
from 0, input 0 is the bias. The weights come first, then the example.

Usage: python Tests/Oracles/backpropagation.py
"""
import csv
import pathlib

import numpy
import torch

FILE = pathlib.Path(__file__).resolve().parent.parent / "InterfaceTests" / "Recorded" / "backpropagation.csv"
RATE = 0.5
# Layer after layer a row a unit: bias, then the weights.
CASES = {
    "lecture": dict(
        weights=[[[2, 8, -5], [-4, 3, 12]], [[1, -10, 14]]], x=(1, 0), y=1,
        g=lambda r: 1 / (1 + numpy.exp(-r)), slope=lambda u: u * (1 - u),
        torch_g=torch.sigmoid, h=lambda s: 1 / (1 + numpy.exp(-s)), torch_h=torch.sigmoid),
    "deep": dict(
        weights=[[[1, 9, -7], [-3, 4, 6], [5, -12, 2]], [[0, 8, -6, 3], [2, -5, 7, 10]], [[-1, 12, 4], [3, -9, 6]],
                 [[2, 11, -8]]], x=(0.5, -0.25), y=-1,
        g=numpy.tanh, slope=lambda u: 1 - u * u, torch_g=torch.tanh, h=numpy.tanh, torch_h=torch.tanh),
}


def loss_of(case, z, y):
    """The loss, dL/dz and dz/ds of one output."""
    if case == "lecture":
        return -(y * numpy.log(z) + (1 - y) * numpy.log(1 - z)), -y / z + (1 - y) / (1 - z), z * (1 - z)
    return 0.5 * (z - y) ** 2, z - y, 1 - z * z


def quantities(case, setup):
    layers = [numpy.array(layer) / 16 for layer in setup["weights"]]
    for l, layer in enumerate(layers):
        for j, row in enumerate(layer):
            for i, value in enumerate(row):
                yield "weight", l, j, i, value
    for i, value in enumerate(setup["x"]):
        yield "x", 0, 0, i, value
    yield "y", 0, 0, 0, setup["y"]
    inputs, sums, outputs = [], [], []
    values = numpy.array(setup["x"], dtype=float)
    last = len(layers) - 1
    for l, layer in enumerate(layers):
        inputs.append(numpy.concatenate(([1.0], values)))
        sums.append(layer @ inputs[l])
        values = (setup["h"] if l == last else setup["g"])(sums[l])
        outputs.append(values)
        for j in range(len(layer)):
            yield "sum", l, j, 0, sums[l][j]
            yield "output", l, j, 0, values[j]
    loss, by_output, slope = loss_of(case, outputs[last][0], setup["y"])
    yield "loss", 0, 0, 0, loss
    upstream = numpy.array([by_output])
    slopes = numpy.array([slope])
    gradients = {}
    for l in range(last, -1, -1):
        by_sum = upstream * slopes
        gradients[l] = numpy.outer(by_sum, inputs[l])
        for j in range(len(layers[l])):
            yield "lossByOutput", l, j, 0, upstream[j]
            yield "slope", l, j, 0, slopes[j]
            yield "lossBySum", l, j, 0, by_sum[j]
            for i in range(len(inputs[l])):
                yield "lossByWeight", l, j, i, gradients[l][j, i]
        if l:
            upstream = layers[l][:, 1:].T @ by_sum
            slopes = setup["slope"](outputs[l - 1])
    parameters = [torch.tensor(layer, requires_grad=True) for layer in layers]
    optimizer = torch.optim.SGD(parameters, lr=RATE)
    values = torch.tensor(setup["x"], dtype=torch.float64)
    for l, layer in enumerate(parameters):
        s = layer @ torch.cat((torch.ones(1, dtype=torch.float64), values))
        values = (setup["torch_h"] if l == last else setup["torch_g"])(s)
    y = torch.tensor([float(setup["y"])], dtype=torch.float64)
    if case == "lecture":
        total = torch.nn.functional.binary_cross_entropy(values, y)
    else:
        total = 0.5 * ((values - y) ** 2).sum()
    total.backward()
    for l, layer in enumerate(parameters):
        assert numpy.allclose(layer.grad.numpy(), gradients[l], rtol=1e-12, atol=1e-15)
    optimizer.step()
    for l, layer in enumerate(parameters):
        for j, row in enumerate(layer.detach().numpy()):
            for i, value in enumerate(row):
                yield "updated", l, j, i, value


def main():
    FILE.parent.mkdir(exist_ok=True)
    with open(FILE, "w") as file:
        writer = csv.writer(file, lineterminator="\n")
        for case, setup in CASES.items():
            for quantity, l, j, i, value in quantities(case, setup):
                writer.writerow((case, quantity, l, j, i, repr(float(value))))


if __name__ == "__main__":
    main()
