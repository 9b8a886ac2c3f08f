"""Measures peers side by side with this program's Bench, and prints the ratios.

The same networks (tanh, squared error, plain minibatch steps), 250 points, one thread, processor time, medians. Peers
that are not installed are skipped aloud.

Usage: python Benchmarks/peers.py PATH-TO-BENCH
"""
import statistics
import subprocess
import sys
import time

COUNT = 250
TRAININGS = [((4, 2), 10), ((8, 8), 1), ((8, 8), 10), ((8, 8), 250), ((8,) * 6, 10), ((64, 64), 32)]
FIELDS = [(4, 2), (8, 8), (8,) * 6, (64, 64)]
# What is aimed at: times PyTorch in training and in fields, times scikit-learn for perceptrons.
TARGETS = {
    ("perceptron", "separable", 1_000_000): ("scikit-learn", 50), ("perceptron", "overlapping", 1_000_000): ("scikit-learn", 5),
    ("train", "2-4-2-1", 10): ("PyTorch", 100), ("train", "2-8-8-1", 1): ("PyTorch", 500),
    ("train", "2-8-8-1", 10): ("PyTorch", 500), ("train", "2-8-8-1", 250): ("PyTorch", 50),
    ("train", "2-8-8-8-8-8-8-1", 10): ("PyTorch", 400), ("train", "2-64-64-1", 32): ("PyTorch", 20),
    ("field", "2-4-2-1", 0): ("PyTorch", 10), ("field", "2-8-8-1", 0): ("PyTorch", 10),
    ("field", "2-8-8-8-8-8-8-1", 0): ("PyTorch", 10), ("field", "2-64-64-1", 0): ("PyTorch", 6),
}


def rate(work, examples, seconds=0.3, rounds=5):
    """Examples a second of processor time: the median of some rounds."""
    repetitions, elapsed = 1, 0.0
    while True:
        start = time.process_time()
        for _ in range(repetitions):
            work()
        elapsed = time.process_time() - start
        if elapsed >= seconds:
            break
        repetitions *= 2
    rates = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(repetitions):
            work()
        rates.append(repetitions * examples / (time.process_time() - start))
    return statistics.median(rates)


def name(hidden):
    return "-".join(map(str, (2,) + hidden + (1,)))


def data():
    import numpy
    generator = numpy.random.default_rng(1)
    x = generator.uniform(-5, 5, (COUNT, 2)).astype(numpy.float32)
    return x, numpy.where((x ** 2).sum(1) < 12, 1.0, -1.0).astype(numpy.float32)[:, None]


def pytorch():
    import torch
    torch.set_num_threads(1)
    x, t = map(torch.tensor, data())

    def model(hidden):
        sizes = (2,) + hidden + (1,)
        return torch.nn.Sequential(
            *[part for a, b in zip(sizes, sizes[1:]) for part in (torch.nn.Linear(a, b), torch.nn.Tanh())])

    for hidden, batch in TRAININGS:
        network = model(hidden)
        stepper = torch.optim.SGD(network.parameters(), lr=0.03)

        def epoch():
            for first in range(0, COUNT, batch):
                stepper.zero_grad()
                (0.5 * (network(x[first:first + batch]) - t[first:first + batch]) ** 2).mean().backward()
                stepper.step()

        yield ("train", name(hidden), batch), rate(epoch, COUNT)
    points = torch.rand(200 * 120, 2)
    for hidden in FIELDS:
        network = model(hidden)

        def field():
            with torch.no_grad():
                network(points)

        yield ("field", name(hidden), 0), rate(field, len(points))


def scikit_learn_perceptron():
    import numpy
    from sklearn.linear_model import Perceptron
    generator = numpy.random.default_rng(4)
    count, epochs = 1_000_000, 20
    x = generator.uniform(-1, 1, (2 * count, 2))
    x = x[numpy.abs(0.7 * x[:, 0] - 0.4 * x[:, 1] + 0.1) >= 0.05][:count]
    clouds = generator.integers(0, 2, count)
    sets = {
        "separable": (x, (0.7 * x[:, 0] - 0.4 * x[:, 1] + 0.1 > 0).astype(int)),
        "overlapping": (generator.normal((1 - 2 * clouds)[:, None], 1.15, (count, 2)), clouds),
    }
    for label, (points, classes) in sets.items():
        model = Perceptron(shuffle=False, max_iter=epochs, tol=None, eta0=0.1)
        yield ("perceptron", label, count), rate(lambda: model.fit(points, classes), count * epochs, 0.5, 3)


def scikit_learn():
    import warnings

    import numpy
    from sklearn.neural_network import MLPRegressor
    warnings.filterwarnings("ignore")
    yield from scikit_learn_perceptron()
    x, t = data()
    points = numpy.random.default_rng(2).uniform(-6, 6, (200 * 120, 2)).astype(numpy.float32)
    for hidden, batch in TRAININGS:
        network = MLPRegressor(
            hidden_layer_sizes=hidden, activation="tanh", solver="sgd", batch_size=batch, learning_rate_init=0.03, momentum=0, alpha=0,
            shuffle=False, max_iter=1, warm_start=True, tol=0)
        yield ("train", name(hidden), batch), rate(lambda: network.fit(x, t[:, 0]), COUNT)
    for hidden in FIELDS:
        network = MLPRegressor(hidden_layer_sizes=hidden, activation="tanh", max_iter=1).fit(x, t[:, 0])
        yield ("field", name(hidden), 0), rate(lambda: network.predict(points), len(points))


def numpy_by_hand():
    import numpy
    x, t = data()
    generator = numpy.random.default_rng(3)
    for hidden, batch in TRAININGS:
        sizes = (2,) + hidden + (1,)
        weights = [generator.normal(0, 0.5, (a, b)).astype(numpy.float32) for a, b in zip(sizes, sizes[1:])]
        biases = [numpy.zeros(b, numpy.float32) for b in sizes[1:]]

        def epoch():
            for first in range(0, COUNT, batch):
                outputs = [x[first:first + batch]]
                for w, b in zip(weights, biases):
                    outputs.append(numpy.tanh(outputs[-1] @ w + b))
                slope = (outputs[-1] - t[first:first + batch]) * (1 - outputs[-1] ** 2) / len(outputs[0])
                for layer in reversed(range(len(weights))):
                    below = (slope @ weights[layer].T) * (1 - outputs[layer] ** 2) if layer else None
                    weights[layer] -= 0.03 * (outputs[layer].T @ slope)
                    biases[layer] -= 0.03 * slope.sum(0)
                    slope = below

        yield ("train", name(hidden), batch), rate(epoch, COUNT)


def bench(path):
    for line in subprocess.run([path, "perceptron", "train", "field"], check=True, capture_output=True, text=True).stdout.splitlines():
        kind, network, size, value, share = line.split("\t")
        if kind in ("perceptron", "train", "field"):
            yield (kind, network, 0 if kind == "field" else int(size)), float(value) * 1e6


def main():
    ours = dict(bench(sys.argv[1]))
    peers = {}
    for label, measure in (("PyTorch", pytorch), ("scikit-learn", scikit_learn), ("NumPy", numpy_by_hand)):
        try:
            peers[label] = dict(measure())
        except ImportError as error:
            print(f"skipped: {label} is not installed ({error.name})")
    print("what\tnetwork\tbatch\tM/s\t" + "\t".join(f"x {label}" for label in peers) + "\ttarget")
    for key, value in ours.items():
        ratios = [f"{value / peers[label][key]:.3g}" if key in peers[label] else "-" for label in peers]
        verdict = ""
        if key in TARGETS:
            peer, target = TARGETS[key]
            if key in peers.get(peer, {}):
                is_met = value / peers[peer][key] >= target
                verdict = f"{target} x {peer} {'met' if is_met else 'MISSED'}"
        print("\t".join([*map(str, key), f"{value / 1e6:.3g}", *ratios, verdict]))


if __name__ == "__main__":
    main()
