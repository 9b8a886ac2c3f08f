#!/usr/bin/env python3
"""Plays the lessons of Demos/ without the program and asserts every number that they expect.

    python3 Tests/Oracles/lessons.py [--seeds N] [--show] [LESSON ...]

Needs numpy, sympy and PyYAML. Nothing here is taken from the program: perceptrons are run in exact fractions,
functions are differentiated by SymPy, networks are the lecture's formulas in NumPy, checked against central differences.

Where a lesson's run draws random numbers (generated sets, first weights, shuffling), this file draws its own, with NumPy's
generator, and what the lesson expects must hold for each of N seeds (20 unless said). So a lesson can only expect of
such a run what is true of all of them: ranges, orders, a status; a digit of one particular run would fail here.

Prints one line a lesson; ends with status 1 when an expectation, a solution or an answer is not what comes out here.
"""

import argparse
import copy
import csv
import math
import pathlib
import sys
from fractions import Fraction

import numpy as np
import sympy
import yaml
from sympy.parsing.sympy_parser import convert_xor, implicit_multiplication, parse_expr, standard_transformations

ROOT = pathlib.Path(__file__).resolve().parents[2]

# MARK: Data

GATES = {
    "and": [((1, 0), -1), ((1, 1), 1), ((0, 1), -1), ((0, 0), -1)],
    "or": [((1, 0), 1), ((1, 1), 1), ((0, 1), 1), ((0, 0), -1)],
    "xor-gate": [((1, 0), 1), ((1, 1), -1), ((0, 1), 1), ((0, 0), -1)],
}

FEATURES = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1^2": lambda x1, x2: x1 * x1,
    "x2^2": lambda x1, x2: x2 * x2,
    "x1*x2": lambda x1, x2: x1 * x2,
}


def penguins():
    """Bill length and depth in mm as exact fractions; Adelie is class A (+1)."""
    with open(ROOT / "Assets" / "penguins.csv") as file:
        for row in csv.DictReader(file):
            if row["species"] in ("Adelie", "Gentoo") and row["bill_length_mm"] != "NA":
                x = Fraction(row["bill_length_mm"]), Fraction(row["bill_depth_mm"])
                yield x, 1 if row["species"] == "Adelie" else -1


def drawn(name, count, random, classes=2, noise=None):
    """A generated set by its published formula, with this file's own draws: points and class numbers (0 is class A)."""
    half = count // 2
    if name == "circle":
        radius = np.concatenate([random.uniform(0, 2.5, half), random.uniform(3.5, 5, half)])
        angle = random.uniform(0, 2 * np.pi, 2 * half)
        return np.stack([radius * np.sin(angle), radius * np.cos(angle)], 1), np.repeat([0, 1], half)
    if name == "xor":
        points = random.uniform(-5, 5, (count, 2))
        points += np.where(points > 0, 0.3, -0.3)
        return points, np.where(points[:, 0] * points[:, 1] >= 0, 0, 1)
    if name == "spiral":
        share = np.arange(half) / half
        arms = [(5 * share, 1.75 * share * 2 * np.pi + turn) for turn in (0, np.pi)]
        points = [np.stack([radius * np.sin(angle), radius * np.cos(angle)], 1) for radius, angle in arms]
        return np.concatenate(points), np.repeat([0, 1], half)
    if name == "gauss":
        deviation = math.sqrt(0.5 + 7 * (noise or 0))
        points = random.normal(0, deviation, (2 * half, 2)) + np.repeat([[2, 2], [-2, -2]], half, 0)
        return points, np.repeat([0, 1], half)
    if name == "blobs":
        labels = np.arange(count) % classes
        angle = 2 * np.pi * labels / classes
        centers = 4 * np.stack([np.sin(angle), np.cos(angle)], 1)
        return centers + random.normal(0, 0.4, (count, 2)), labels
    raise KeyError(name)


# MARK: Perceptron


class Perceptron:
    """Section 3, exactly: fractions, or doubles on drawn sets."""

    def __init__(self, settings, seed):
        self.settings = settings
        random = np.random.default_rng(seed)
        data = settings.get("data", "and")
        self.exact = data in GATES or data == "penguins"
        number = as_fraction if self.exact else float
        if data in GATES:
            self.points = [((Fraction(a), Fraction(b)), y) for (a, b), y in GATES[data]]
        elif data == "penguins":
            self.points = list(penguins())
        else:
            points, labels = drawn(data, 500, random)
            self.points = [(tuple(map(float, p)), 1 if k == 0 else -1) for p, k in zip(points, labels)]
        self.features = settings.get("features", ["x1", "x2"])
        # A set that is drawn has its order drawn with it here; the lesson must not depend on it.
        self.shuffled = settings.get("order") == "shuffled" or not self.exact
        self.random = random
        self.eta = number(settings.get("learning-rate", 0.1))
        if settings.get("initializer") == "uniform":
            self.w = [as_fraction(round(v, 6)) for v in random.uniform(-0.5, 0.5, len(self.features) + 1)]
        else:
            given = settings.get("weights", {"w1": 0.2, "w2": 0, "w0": -0.1})
            self.w = [number(given.get(f"w{i}", 0)) for i in range(len(self.features) + 1)]
        self.step = self.epoch = self.updates = 0
        self.journal = []
        self.begin()

    def begin(self):
        self.position, self.wrong, self.last, self.status, self.period = 0, 0, None, "running", None
        self.seen = [tuple(self.w)]
        self.order = self.new_order()

    def new_order(self):
        return list(self.random.permutation(len(self.points))) if self.shuffled else list(range(len(self.points)))

    def vector(self, x):
        return [1] + [FEATURES[name](*x) for name in self.features]

    def score(self, x):
        return sum(w * v for w, v in zip(self.w, self.vector(x)))

    def advance(self, count):
        while count > 0 and self.status == "running":
            count -= 1
            self.journal.append((self.step, copy.copy({k: v for k, v in vars(self).items() if k != "journal"})))
            x, y = self.points[self.order[self.position]]
            s = self.score(x)
            prediction = 1 if s >= 0 else -1
            wrong = prediction != y
            gradient = [-y * v if wrong else 0 for v in self.vector(x)]
            self.w = [w - self.eta * g for w, g in zip(self.w, gradient)]
            self.last = {"s": s, "prediction": prediction, "target": y, "step-loss": max(0, -y * s), "gradient": gradient}
            self.step += 1
            self.updates += wrong
            self.wrong += wrong
            self.position += 1
            if self.position == len(self.points):
                self.epoch += 1
                if self.wrong == 0:
                    self.status = "converged"
                elif not self.shuffled and tuple(self.w) in self.seen:
                    self.status = "cycling"
                    self.period = len(self.seen) - self.seen.index(tuple(self.w))
                self.seen = self.seen + [tuple(self.w)]
                self.position = self.wrong = 0
                self.order = self.new_order()

    def go(self, step):
        if step > self.step:
            self.advance(step - self.step)
        else:
            for at, state in reversed(self.journal):
                if at == step:
                    vars(self).update(state)
                    self.journal = [entry for entry in self.journal if entry[0] < step]
                    return

    def epochs(self, count):
        for _ in range(count):
            self.advance(len(self.points) - self.position)

    def set(self, settings):
        if list(settings) == ["activation"]:
            return self
        if list(settings) == ["learning-rate"]:
            self.eta = as_fraction(settings["learning-rate"])
            self.begin()
            return self
        return Perceptron({**self.settings, **settings}, 0)

    def weights(self, given):
        for name, value in given.items():
            self.w[int(name[1:])] = as_fraction(value) if self.exact else float(value)
        self.begin()

    def remove(self, index):
        del self.points[index]
        self.begin()

    def read(self, name, example):
        mistakes = sum((1 if self.score(x) >= 0 else -1) != y for x, y in self.points)
        count = len(self.points)
        if name == "mistakes":
            return mistakes
        if name in ("right", "accuracy"):
            return count - mistakes if name == "right" else Fraction(count - mistakes, count)
        if name == "loss":
            return sum(max(0, -y * self.score(x)) for x, y in self.points) / count
        if name in ("step", "epoch", "updates", "status", "period"):
            return getattr(self, name)
        if name == "learning-rate":
            return self.eta
        if name[0] == "w":
            return self.w[int(name[1:])]
        return self.last["gradient"][int(name[10:])] if name.startswith("gradient.w") else self.last[name]


def as_fraction(value):
    return Fraction(str(value))


# MARK: Functions

NAMED = {
    "parabola": "x^2",
    "two-valleys": "(x^2 - 1)^2 + 0.3x",
    "saddle": "x^2 - y^2",
    "sphere": "x^2 + y^2",
}
SYMBOLS = {
    "x": sympy.Symbol("x", real=True),
    "y": sympy.Symbol("y", real=True),
    "sigmoid": lambda v: 1 / (1 + sympy.exp(-v)),
    "relu": lambda v: sympy.Piecewise((v, v > 0), (0, True)),
}


def expression(text):
    rules = standard_transformations + (convert_xor, implicit_multiplication)
    return parse_expr(NAMED.get(text, text), local_dict=SYMBOLS, transformations=rules)


class Descent:
    """Plain gradient descent with SymPy's derivatives."""

    def __init__(self, settings, seed):
        self.settings = settings
        self.is_curve = settings["scene"] == "curve"
        names = ["x"] if self.is_curve else ["x", "y"]
        self.f = expression(str(settings["function"]))
        symbols = [SYMBOLS[name] for name in names]
        self.value = sympy.lambdify(symbols, self.f, "math")
        self.slopes = [sympy.lambdify(symbols, sympy.diff(self.f, symbol), "math") for symbol in symbols]
        hessian = sympy.hessian(self.f, symbols)
        self.curvatures = [float(hessian[i, i]) for i in range(len(names))] if not hessian.free_symbols else None
        self.point = [float(settings["start"][name]) for name in names]
        self.start = list(self.point)
        self.eta = float(settings.get("learning-rate", 0.1))
        self.path = [list(self.point)]
        self.step, self.status, self.epoch = 0, "running", 0
        self.look()

    def gradient(self):
        return [float(slope(*self.point)) for slope in self.slopes]

    def look(self):
        if math.hypot(*self.gradient()) <= 1e-6:
            self.status = "converged"

    def advance(self, count):
        limit = 1e6 * (1 + abs(self.value(*self.start)))
        while count > 0 and self.status == "running":
            count -= 1
            moved = [p - self.eta * g for p, g in zip(self.point, self.gradient())]
            if not abs(self.value(*moved)) <= limit:
                self.status = "diverged"
                return
            self.point = moved
            self.path.append(list(moved))
            self.step += 1
            self.look()

    def go(self, step):
        self.path = self.path[: step + 1]
        self.point, self.step, self.status = list(self.path[-1]), len(self.path) - 1, "running"
        self.advance(step - self.step)

    def epochs(self, count):
        self.advance(count)

    def set(self, settings):
        if list(settings) == ["learning-rate"]:
            self.eta, self.status = float(settings["learning-rate"]), "running"
            return self
        return Descent({**self.settings, **settings}, 0)

    def read(self, name, example):
        if name in ("x", "y"):
            return self.point["xy".index(name)]
        if name in ("value", "loss"):
            return float(self.value(*self.point))
        if name in ("slope", "gx", "gy"):
            return self.gradient()[1 if name == "gy" else 0]
        if name == "gradient-length":
            return math.hypot(*self.gradient())
        if name == "learning-rate":
            return self.eta
        if name == "theory":
            return 1 - self.eta * self.curvatures[-1]
        if name == "factor":
            return self.path[-1][-1] / self.path[-2][-1]
        return getattr(self, name)


class Activations:
    """A place on an activation function: its value and its slope, by SymPy."""

    FORMULAS = {"sigmoid": "sigmoid(x)", "tanh": "2/(1 + exp(-2x)) - 1", "relu": "relu(x)"}

    def __init__(self, settings, seed):
        self.settings = settings
        self.f = expression(self.FORMULAS[settings["activation"]])
        self.x = settings["at"]["x"]

    def set(self, settings):
        return Activations({**self.settings, **settings}, 0)

    def read(self, name, example):
        if name == "x":
            return self.x
        found = sympy.diff(self.f, SYMBOLS["x"]) if name == "slope" else self.f
        return float(found.subs({SYMBOLS["x"]: self.x}))


# Each graph's nodes in the order of the passes, each from the ones before it: by hand.
GRAPHS = {
    "sin(x^2)": [("u", "x^2"), ("z", "sin(u)")],
    "sigmoid(2x + 1)": [("u", "2*x"), ("v", "u + 1"), ("z", "1/(1 + exp(-v))")],
    "x*sin(x)": [("u", "sin(x)"), ("z", "x*u")],
    "(x*y + 2)^2": [("u", "x*y"), ("v", "u + 2"), ("z", "v^2")],
}


class Graph:
    """Values and derivatives of a composition; a step for each move, forward and backward."""

    def __init__(self, settings, seed):
        self.settings = settings
        self.nodes = GRAPHS[settings["function"]]
        self.at = dict(settings["at"])
        self.step, self.epoch = 0, 0

    @property
    def moves(self):
        # Forward: each input and node once. Backward: the result once, then once along each edge that ends in a name.
        edges = sum(len(parse_expr(text.replace("^", "**")).free_symbols) for _, text in self.nodes)
        return len(self.inputs) + len(self.nodes) + 1 + edges

    @property
    def inputs(self):
        names = {str(s) for _, text in self.nodes for s in parse_expr(text.replace("^", "**")).free_symbols}
        return sorted(names & {"x", "y"})

    @property
    def status(self):
        return "converged" if self.step >= self.moves else "running"

    def advance(self, count):
        self.step = min(self.moves, self.step + count)

    def set(self, settings):
        self.at.update(settings["at"])
        return self

    def read(self, name, example):
        if name in ("step", "status", "epoch"):
            return getattr(self, name)
        texts = dict(self.nodes)
        if name.startswith("d"):
            by = name.split("/d")[1]
            # The result with every node after `by` put in, so that it depends on `by` and the inputs alone.
            whole = sympy.Symbol("z")
            for node, text in reversed(self.nodes):
                if node == by:
                    break
                whole = whole.subs(sympy.Symbol(node), parse_expr(text.replace("^", "**")))
            derivative = sympy.diff(whole, sympy.Symbol(by))
            values = {sympy.Symbol(key): self.read(key, 0) for key in [*texts, *self.at]}
            return float(derivative.subs(values))
        if name in self.at and name not in texts:
            return float(self.at[name])
        text = texts["z" if name == "value" else name]
        found = parse_expr(text.replace("^", "**"))
        return float(found.subs({symbol: self.read(str(symbol), 0) for symbol in found.free_symbols}))


# MARK: Networks

ACTIVATIONS = {
    "sigmoid": (lambda r: 1 / (1 + np.exp(-r)), lambda r, u: u * (1 - u)),
    "tanh": (np.tanh, lambda r, u: 1 - u * u),
    "relu": (lambda r: np.maximum(r, 0), lambda r, u: (r > 0).astype(float)),
}


class Network:
    """Sections 5, 10 and 12: forward, backward, and an update a batch, as the lecture writes them."""

    def __init__(self, settings, seed):
        self.settings = settings
        self.random = np.random.default_rng(seed)
        data = settings.get("data", "circle")
        self.classes = int(settings.get("classes", 2))
        count = int(settings.get("examples", 500))
        if data in GATES:
            points = np.array([x for x, _ in GATES[data]], float)
            labels = np.array([0 if y > 0 else 1 for _, y in GATES[data]])
        else:
            points, labels = drawn(data, count, self.random, self.classes, settings.get("noise"))
            mixed = self.random.permutation(len(points))
            points, labels = points[mixed], labels[mixed]
        kept = len(points) - int(len(points) * settings.get("test-fraction", 0.5))
        features = [FEATURES[name] for name in settings.get("features", ["x1", "x2"])]
        inputs = np.stack([feature(points[:, 0], points[:, 1]) for feature in features], 1)
        self.outputs = 1 if self.classes == 2 else self.classes
        targets = (labels == 0)[:, None] if self.outputs == 1 else labels[:, None] == np.arange(self.classes)
        self.x, self.y, self.tx, self.ty = inputs[:kept], targets[:kept] * 1.0, inputs[kept:], targets[kept:] * 1.0
        hidden = settings.get("hidden", [4, 2])
        sizes = [len(features), *([] if hidden == "none" else hidden), self.outputs]
        names = settings.get("activation", ["tanh"])
        self.activations = [names[min(i, len(names) - 1)] for i in range(len(sizes) - 2)]
        self.w = [self.first(inputs, units) for inputs, units in zip(sizes, sizes[1:])]
        self.b = [np.zeros(units) for units in sizes[1:]]
        self.memory = {}
        self.eta = float(settings.get("learning-rate", 0.03))
        size = settings.get("batch-size", 10)
        self.batch = len(self.x) if size == "full" else int(size)
        self.step = self.epoch = self.position = 0
        self.status = "running"
        self.order = self.new_order()

    def first(self, inputs, units):
        name = self.settings.get("initializer", "xavier-uniform")
        bounds = {
            "zeros": 0,
            "uniform": 0.5,
            "xavier-uniform": math.sqrt(6 / (inputs + units)),
            "he-uniform": math.sqrt(6 / inputs),
        }
        return self.random.uniform(-1, 1, (units, inputs)) * bounds[name]

    def new_order(self):
        given = self.settings.get("order") == "given"
        return np.arange(len(self.x)) if given else self.random.permutation(len(self.x))

    def forward(self, x):
        values, u = [], x
        for index, (w, b) in enumerate(zip(self.w, self.b)):
            r = u @ w.T + b
            if index < len(self.activations):
                after = ACTIVATIONS[self.activations[index]][0](r)
            elif self.outputs == 1:
                after = 1 / (1 + np.exp(-r))
            else:
                raised = np.exp(r - r.max(1, keepdims=True))
                after = raised / raised.sum(1, keepdims=True)
            values.append((u, r, after))
            u = after
        return values

    def loss(self, x, y):
        z = np.clip(self.forward(x)[-1][2], 1e-300, 1 - 1e-16)
        if self.outputs == 1:
            return float(np.mean(-(y * np.log(z) + (1 - y) * np.log(1 - z))))
        return float(np.mean(-np.log((z * y).sum(1))))

    def accuracy(self, x, y):
        z = self.forward(x)[-1][2]
        right = (z >= 0.5) == (y == 1) if self.outputs == 1 else z.argmax(1) == y.argmax(1)
        return float(np.mean(right))

    def backward(self, x, y):
        """For each layer: dL/du (or dL/dz), dL/dr (or dL/ds), and the gradients of weights and biases, means over x."""
        values = self.forward(x)
        z = values[-1][2]
        by_sum = z - y
        with np.errstate(divide="ignore", invalid="ignore"):
            by_output = -y / z + (1 - y) / (1 - z)
        gradients = []
        for index in reversed(range(len(self.w))):
            u = values[index][0]
            gradients.append((by_output, by_sum, by_sum.T @ u / len(x), by_sum.mean(0)))
            if index:
                by_output = by_sum @ self.w[index]
                slope = ACTIVATIONS[self.activations[index - 1]][1]
                by_sum = by_output * slope(values[index - 1][1], values[index - 1][2])
        return gradients[::-1]

    def check_gradients(self):
        """Central differences of the mean loss against the backward pass."""
        gradients = self.backward(self.x, self.y)
        for layer, weights in enumerate(self.w):
            for place in np.ndindex(weights.shape):
                before, width = weights[place], 1e-5
                weights[place] = before + width
                above = self.loss(self.x, self.y)
                weights[place] = before - width
                below = self.loss(self.x, self.y)
                weights[place] = before
                assert abs((above - below) / (2 * width) - gradients[layer][2][place]) < 1e-6

    def advance(self, count):
        for _ in range(count):
            chosen = self.order[self.position : self.position + self.batch]
            for layer, (_, _, dw, db) in enumerate(self.backward(self.x[chosen], self.y[chosen])):
                self.update(self.w, ("w", layer), layer, dw)
                self.update(self.b, ("b", layer), layer, db)
            self.step += 1
            self.position += len(chosen)
            if self.position >= len(self.x):
                self.epoch, self.position, self.order = self.epoch + 1, 0, self.new_order()

    def update(self, parameters, key, layer, gradient):
        name = self.settings.get("optimizer", "sgd")
        if name == "momentum":
            gradient = self.memory[key] = 0.9 * self.memory.get(key, 0) + gradient
        if name == "adam":
            m, v = self.memory.get(key, (0, 0))
            m, v, t = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2, self.step + 1
            self.memory[key] = m, v
            gradient = m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        parameters[layer] = parameters[layer] - self.eta * gradient

    def go(self, step):
        self.advance(step - self.step)

    def epochs(self, count):
        for _ in range(count):
            before = self.epoch
            while self.epoch == before:
                self.advance(1)

    def set(self, settings):
        settings = dict(settings)
        if "batch-size" in settings:
            size = settings.pop("batch-size")
            self.batch = len(self.x) if size == "full" else int(size)
        return Network({**self.settings, **settings}, self.random.integers(1 << 30)) if settings else self

    def weights(self, given):
        for name, value in given.items():
            layer, unit, place = self.place(name)
            if place == 0:
                self.b[layer][unit] = value
            else:
                self.w[layer][unit, place - 1] = value
        if self.settings.get("order") == "given" and len(self.x) < 10:
            self.check_gradients()

    def place(self, name):
        layer, unit, weight = name.split(".")
        return len(self.w) - 1 if layer == "out" else int(layer[1:]) - 1, int(unit) - 1, int(weight[1:])

    def read(self, name, example):
        if name in ("step", "epoch", "status"):
            return getattr(self, name)
        if name == "learning-rate":
            return self.eta
        if name == "loss":
            return self.loss(self.x, self.y)
        if name == "accuracy":
            return self.accuracy(self.x, self.y)
        if name == "test-accuracy":
            return self.accuracy(self.tx, self.ty)
        if name == "parameters":
            return sum(w.size for w in self.w) + sum(b.size for b in self.b)
        if name == "units":
            return sum(b.size for b in self.b[:-1])
        x, y = self.x[example : example + 1], self.y[example : example + 1]
        values, gradients = self.forward(x), self.backward(x, y)
        if name == "probability":
            return float(values[-1][2][0, 0])
        layer, unit, quantity = name.split(".")
        layer, unit = len(self.w) - 1 if layer == "out" else int(layer[1:]) - 1, int(unit) - 1
        u, r, after = values[layer]
        by_output, by_sum, dw, db = gradients[layer]
        if quantity in ("r", "s", "u", "z"):
            return float((r if quantity in "rs" else after)[0, unit])
        if quantity in ("du/dr", "dz/ds"):
            kind = "sigmoid" if layer == len(self.w) - 1 else self.activations[layer]
            return float(ACTIVATIONS[kind][1](r, after)[0, unit])
        if quantity in ("dL/du", "dL/dz"):
            return float(by_output[0, unit])
        if quantity in ("dL/dr", "dL/ds"):
            return float(by_sum[0, unit])
        index = int(quantity[-1])
        weights, biases = (dw, db) if quantity.startswith("dL/d") else (self.w[layer], self.b[layer])
        return float(biases[unit] if index == 0 else weights[unit, index - 1])


# MARK: Races and forks


class Race:
    """Several runs that differ in one setting and are advanced together."""

    def __init__(self, settings, vary, seed):
        ((key, values),) = vary.items()
        self.runs = []
        for index, value in enumerate(values):
            own = {**settings, key: [value] if key == "activation" else value}
            # The same start and the same batches for all, but where it is the seed that differs.
            self.runs.append(begin(own, seed + 1000 * index if key == "seed" else seed))

    def advance(self, count):
        for run in self.runs:
            run.advance(count)

    def read(self, name, example):
        run, base = name.split(".", 1)
        return self.runs[int(run[3:]) - 1].read(base, example)


class Fork:
    """A run that goes on in two ways; the second is the one that is led on."""

    def __init__(self, run, settings):
        self.other, self.run = run, copy.deepcopy(run).set(settings)

    def advance(self, count):
        self.run.advance(count)

    def read(self, name, example):
        if name == "branches":
            return 2
        if name.startswith("branch"):
            return (self.other, self.run)[int(name[6]) - 1].read(name[8:], example)
        return self.run.read(name, example)


def begin(settings, seed):
    kinds = {"perceptron": Perceptron, "curve": Descent, "surface": Descent, "graph": Graph}
    kinds |= {"network": Network, "activations": Activations}
    return kinds[settings["scene"]](settings, seed)


# MARK: Lessons


def perform(run, action, seed):
    ((name, value),) = action.items()
    if name in ("step", "train"):
        if value < 0:
            run.go(run.step + value)
        else:
            run.advance(value)
    elif name == "epoch":
        run.epochs(value)
    elif name == "go":
        run.go(value)
    elif name == "set":
        return run.set(value)
    elif name == "weights":
        run.weights(value)
    elif name == "remove":
        run.remove(value)
    elif name == "open":
        return begin(value, seed)
    elif name == "race":
        return Race(run.settings, value["vary"], seed)
    elif name == "fork":
        return Fork(run, value)
    elif name not in ("view", "key"):
        raise KeyError(name)
    return run


def holds(condition, own):
    """Whether what came out here is what the lesson expects."""
    if isinstance(condition, str):
        return own == condition
    if not isinstance(condition, dict):
        return abs(float(own) - condition) <= 1e-9 * abs(condition) + 1e-12
    if "about" in condition:
        return abs(float(own) - condition["about"]) <= condition["within"]
    low, high = condition.get("between", [condition.get("at-least", -math.inf), condition.get("at-most", math.inf)])
    return low <= float(own) <= high


# What a question with a number asks for, computed: (lesson, number of the question in it).
ANSWERS = {
    ("02-perceptron", 1): lambda: 1 * 1 + 1 * 0 + Fraction("-0.5"),
    ("03-perceptron-learning", 1): lambda: Fraction("0.2") * 1 + 0 * 0 - Fraction("0.2"),
    # The crossing of (1,0)-(0,1) and (0,0)-(1,1): x1 + x2 = 1 and x1 = x2.
    ("04-limits", 3): lambda: sympy.solve([sympy.sympify("a + b - 1"), sympy.sympify("a - b")])[sympy.Symbol("a")],
    ("05-layers", 1): lambda: (2 + 1) * 3 + (3 + 1) * 1,
    ("06-activations", 2): lambda: max(s * (1 - s) for s in np.linspace(0, 1, 1001)),
    ("08-derivative", 1): lambda: 6 * (Fraction("-0.01") * 6),
    ("08-gradient", 1): lambda: sympy.diff(expression("x^2 + 10y^2"), SYMBOLS["y"]).subs({SYMBOLS["y"]: -2}),
    ("09-learning-rate", 1): lambda: 1 - 2 * Fraction("0.3"),
    ("10-batches", 1): lambda: 500 // 20 * 3,
    ("11-chain-rule", 1): lambda: sympy.diff(expression("x^2"), SYMBOLS["x"]).subs({SYMBOLS["x"]: 2}),
    ("12-backpropagation", 1): lambda: -0 / 0.9 + (1 - 0) / (1 - 0.9) * 0.9 * (1 - 0.9),
    ("13-deeper", 3): lambda: Fraction(1, 4) ** 4,
}


class Check:
    """One playing of a lesson; collects what is not as expected."""

    def __init__(self, name, lesson, seed, show):
        self.name, self.seed, self.show = name, seed, show
        self.count, self.faults = 0, []
        run = begin(lesson["description"], seed)
        questions = 0
        for number, step in enumerate(lesson.get("steps", []), 1):
            for action in step.get("do", []):
                run = perform(run, action, seed)
            self.look(run, step.get("expect", {}), number)
            ask = step.get("ask", {})
            questions += bool(ask)
            if "state" in ask:
                self.try_out(run, ask["solution"], ask["state"], number)
            elif ask and "choices" not in ask:
                own = ANSWERS[name, questions]()
                self.count += 1
                if not holds(ask["answer"], own):
                    self.faults.append(f"step {number}: {ask['question']} {own}, not {ask['answer']}")
            if "solution" in step:
                run = self.try_out(run, step["solution"], step["wait"], number)

    def try_out(self, run, actions, conditions, number):
        other = copy.deepcopy(run)
        for action in actions:
            other = perform(other, action, self.seed)
        self.look(other, conditions, number)
        return other

    def look(self, run, conditions, number):
        example = conditions.get("example", 0)
        for name, condition in conditions.items():
            if name == "example":
                continue
            own = run.read(name, example)
            self.count += 1
            if self.show:
                shown = own if isinstance(own, str) else float(own)
                print(f"  step {number}: {name} {shown!r}, expected {condition}")
            if not holds(condition, own):
                shown = own if isinstance(own, str) else float(own)
                self.faults.append(f"step {number}: {name} is {shown!r} (seed {self.seed}), not {condition}")


def draws(lesson):
    """Whether a lesson's runs draw random numbers."""
    text = str(lesson)
    return any(word in text for word in ("circle", "'xor'", "spiral", "gauss", "blobs", "uniform", "shuffled"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("lessons", nargs="*")
    options = parser.parse_args()
    failed = False
    for path in sorted((ROOT / "Demos").glob("[0-9]*.yaml")):
        if options.lessons and not any(word in path.stem for word in options.lessons):
            continue
        lesson = yaml.safe_load(path.read_text())
        seeds = options.seeds if draws(lesson) else 1
        checks = [Check(path.stem, lesson, seed, options.show and seed == 0) for seed in range(seeds)]
        faults = [fault for check in checks for fault in check.faults]
        print(f"{path.stem}: {checks[0].count} numbers, {seeds} seeds, {len(faults)} faults")
        for fault in faults:
            print(f"  {fault}")
        failed = failed or bool(faults)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
