#!/usr/bin/env python3
"""Quasi-hyperbolic momentum by its definition, in exact fractions (J. Ma, D. Yarats, ICLR 2019, equations 3 and 4):

    v <- beta v + (1 - beta) g;  w <- w - eta ((1 - nu) g + nu v), v = 0 at first.

    python3 Tests/Oracles/qhm.py

First the three steps of OptimizerTests, then 200 steps on rosenbrock (derivatives by hand) in double precision, then
the largest eta lambda for which the matrix of a step on a quadratic has no eigenvalue outside the unit circle, found by
halving, for StabilityBoundTests.
"""

from fractions import Fraction

import numpy


def steps(gradients, start, rate, beta, nu):
    w, v = list(start), [Fraction(0)] * len(start)
    for g in gradients:
        v = [beta * one + (1 - beta) * slope for one, slope in zip(v, g)]
        w = [one - rate * ((1 - nu) * slope + nu * kept) for one, slope, kept in zip(w, g, v)]
    return [float(one) for one in w]


def three(beta, nu):
    gradients = [[Fraction(1), Fraction(-2)], [Fraction(1, 2), Fraction(1)], [Fraction(-1), Fraction(1, 4)]]
    return steps(gradients, [Fraction(1), Fraction(1)], Fraction(1, 10), Fraction(beta), Fraction(nu))


def rosenbrock(rate, beta, nu, count):
    w, v = numpy.array([-1.2, 1.0]), numpy.zeros(2)
    for _ in range(count):
        x, y = w
        g = numpy.array([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)])
        v = beta * v + (1 - beta) * g
        w = w - rate * ((1 - nu) * g + nu * v)
    return w.tolist()


def bound(beta, nu):
    def settles(a):
        # One step of (w, v) on half of lambda w squared, with eta lambda = a and eta v in place of v.
        step = numpy.array([[1 - a * (1 - nu) - a * nu * (1 - beta), -nu * beta], [a * (1 - beta), beta]])
        return max(abs(numpy.linalg.eigvals(step))) <= 1
    low, high = 1e-9, 1e9
    for _ in range(200):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if settles(middle) else (low, middle)
    return low


for beta, nu in (("0.999", "0.7"), ("0.9", "0.5"), ("0.9", "0"), ("0.9", "1"), ("0", "0.7")):
    print("three steps", beta, nu, three(beta, nu))
for count in (1, 10, 200):
    print("rosenbrock", count, rosenbrock(0.0005, 0.999, 0.7, count))
for beta, nu in ((0.999, 0.7), (0.9, 0.5), (0.5, 0.9), (0.9, 1), (0.9, 0)):
    print("bound", beta, nu, bound(beta, nu), 2 * (1 + beta) / (1 + beta - 2 * beta * nu))
