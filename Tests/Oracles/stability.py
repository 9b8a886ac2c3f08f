"""Works out the dense Hessians of small networks' losses with PyTorch and their eigenvalues with NumPy.

For LossHessianTests: every activation and every loss with its output activation, at three starts of
pytorch_agreement.py on its points, without a regularizer and with L2. PyTorch differentiates twice, in double precision;
NumPy's eigvalsh takes the whole matrix apart.

    python Tests/Oracles/stability.py > Tests/LearningTests/Recorded/hessians.csv

A line: activation, loss, output activation, L2, number of the start, smallest and largest eigenvalue.
"""
import numpy
import torch

from pytorch_agreement import ACTIVATIONS, HIDDEN, OUTPUTS, PAIRINGS, losses, points, start

STARTS = (0, 1, 2)
L2 = (0.0, 0.05)


def mean_loss(vector, activation, loss, output, l2):
    """The mean loss over the points and the penalty on the weights, as a function of all parameters in one row."""
    x, labels = points()
    outputs = 3 if output == "softmax" else 1
    miss = -1.0 if output in ("tanh", "identity") else 0.0
    targets = numpy.where(labels[:, None] == numpy.arange(outputs)[None, :], 1.0, miss)
    u, targets, labels = torch.tensor(x), torch.tensor(targets), torch.tensor(labels)
    sizes = (2,) + HIDDEN + (outputs,)
    place, penalty = 0, 0.0
    for number, (inputs, units) in enumerate(zip(sizes, sizes[1:])):
        weights = vector[place : place + inputs * units].view(units, inputs)
        bias = vector[place + inputs * units : place + (inputs + 1) * units]
        place += (inputs + 1) * units
        penalty = penalty + 0.5 * l2 * (weights**2).sum()
        u = u @ weights.T + bias
        if number < len(HIDDEN):
            u = ACTIVATIONS[activation]()(u)
    return losses(loss, output, u, targets, labels).mean() + penalty


def main():
    torch.set_num_threads(1)
    print(f"# PyTorch {torch.__version__}, NumPy {numpy.__version__}; made by Tests/Oracles/stability.py")
    for activation in ACTIVATIONS:
        for loss, output in PAIRINGS:
            for l2 in L2:
                for number in STARTS:
                    vector = torch.tensor(start(3 if output == "softmax" else 1, number), dtype=torch.float64)
                    matrix = torch.autograd.functional.hessian(
                        lambda v: mean_loss(v, activation, loss, output, l2), vector
                    )
                    values = numpy.linalg.eigvalsh(matrix.numpy())
                    print(f"{activation},{loss},{output},{l2},{number},{values[0]:.12g},{values[-1]:.12g}")


main()
