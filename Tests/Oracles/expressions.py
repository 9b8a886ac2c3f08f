"""Writes Tests/CalculusTests/Recorded/expressions.tsv: random expressions with their values and derivatives.

An oracle that shares no code with the program: SymPy differentiates each expression symbolically, mpmath evaluates
value, gradient and Hessian with 60 digits; both are free software from PyPI. Run it from the repository's root:

    python3 Tests/Oracles/expressions.py

With the word `functions` it writes functions.tsv instead, in the same form: every function that expressions know by
itself, at places of its whole domain, differentiated by mpmath with 60 digits.

A line: the expression in the program's notation, x, y, f, df/dx, df/dy, d2f/dx2, d2f/dxdy, d2f/dy2, separated by tabs.
SymPy simplifies as it builds, so sqrt(x)^2 becomes x: the text itself, read by Python's own parser, is evaluated in
mpmath too, and must be real at every step and give the same f.
Kept are only expressions that arithmetic of 53 bits can compute to the accuracy asked for: evaluated once more by
mpmath with 53 bits, every operation correctly rounded, f must agree with the 60 digits to 2e-13 and each
derivative to 1e-10, relatively. Ill-conditioned ones (cancellation, large arguments of sin) would test luck.
"""

import pathlib
import random
import re
import signal
import sys

import mpmath
import sympy

COUNT = 1000
SEED = 20250611
x, y = sympy.symbols("x y", real=True)

UNARY = {
    "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "asin": sympy.asin, "acos": sympy.acos, "atan": sympy.atan,
    "sinh": sympy.sinh, "cosh": sympy.cosh, "tanh": sympy.tanh, "exp": sympy.exp, "log": sympy.log,
    "sqrt": sympy.sqrt, "abs": sympy.Abs, "relu": lambda a: sympy.Max(a, 0),
    "sigmoid": lambda a: 1 / (1 + sympy.exp(-a)), "softplus": lambda a: sympy.log(1 + sympy.exp(a)),
}


def random_expression(rng, depth):
    """A pair: text in the program's notation, and the same for SymPy. The text is parenthesized only where needed
    by a compound operand, so precedence is tested too: sums keep parentheses, products and powers are juggled."""
    choice = rng.random()
    if depth == 0 or choice < 0.12:
        kind = rng.random()
        if kind < 0.38:
            return "x", x, 5
        if kind < 0.76:
            return "y", y, 5
        if kind < 0.80:
            return "pi", sympy.pi, 5
        if kind < 0.84:
            return "e", sympy.E, 5
        digits = rng.choice([str(rng.randint(1, 9)), f"{rng.uniform(0.1, 4):.2f}", f"{rng.uniform(0.1, 4):.3g}"])
        return digits, sympy.Rational(digits), 5
    if choice < 0.40:
        name = rng.choice(list(UNARY))
        text, value, _ = random_expression(rng, depth - 1)
        return f"{name}({text})", UNARY[name](value), 5
    if choice < 0.45:
        name, function = rng.choice([("min", sympy.Min), ("max", sympy.Max)])
        parts = [random_expression(rng, depth - 1) for _ in range(rng.choice([2, 2, 3]))]
        return f"{name}({', '.join(part[0] for part in parts)})", function(*[part[1] for part in parts]), 5
    if choice < 0.50:
        text, value, tight = random_expression(rng, depth - 1)
        return "-" + (text if tight >= 4 else f"({text})"), -value, 3
    left, left_value, left_tight = random_expression(rng, depth - 1)
    if choice < 0.62:
        base = left if left_tight >= 5 else f"({left})"
        exponent = rng.choice(["2", "2", "2", "3", "3", "4", "5", "-1", "-2", "0.5", "1.5", "-0.5", None])
        if exponent is None:
            right, right_value, right_tight = random_expression(rng, depth - 1)
            right = right if right_tight >= 4 else f"({right})"
            return f"{base}^{right}", left_value ** right_value, 4
        return f"{base}^{exponent}", left_value ** sympy.Rational(exponent), 4
    right, right_value, right_tight = random_expression(rng, depth - 1)
    operator = rng.choice("++--***/")
    if operator == "+":
        return f"{left} + {right}", left_value + right_value, 1
    if operator == "-":
        return f"{left} - {right if right_tight > 1 else f'({right})'}", left_value - right_value, 1
    left = left if left_tight >= 2 else f"({left})"
    if operator == "*":
        right = right if right_tight > 2 else f"({right})"
        sign = "*"
        if right[0] in "xyscatelrp(" and (left[-1].isdigit() or left[-1] == ")") and rng.random() < 0.5:
            sign = ""  # multiplication without a sign
        return f"{left}{sign}{right}", left_value * right_value, 2
    right = right if right_tight > 2 else f"({right})"
    return f"{left}/{right}", left_value / right_value, 2


class Real:
    """A real number whose every operation must stay real; written so that Python's operators evaluate the text."""

    def __init__(self, number):
        self.number = mpmath.mpf(number) if isinstance(number, (int, float, str)) else number
        if isinstance(self.number, mpmath.mpc) or not mpmath.isfinite(self.number):
            raise ValueError

    def __add__(self, other): return Real(self.number + other.number)
    def __sub__(self, other): return Real(self.number - other.number)
    def __mul__(self, other): return Real(self.number * other.number)
    def __truediv__(self, other): return Real(self.number / other.number)
    def __pow__(self, other): return Real(self.number ** other.number)
    def __neg__(self): return Real(-self.number)


def lift(function):
    return lambda *arguments: Real(function(*[argument.number for argument in arguments]))


REAL_NAMES = {name: lift(getattr(mpmath, name)) for name in
              "sin cos tan asin acos atan sinh cosh tanh exp log sqrt".split()}
REAL_NAMES |= {
    "abs": lift(abs), "relu": lift(lambda a: max(a, 0)), "sigmoid": lift(lambda a: 1 / (1 + mpmath.exp(-a))),
    "softplus": lift(lambda a: mpmath.log1p(mpmath.exp(a))), "min": lift(min), "max": lift(max), "Real": Real,
}


def evaluate_text(text, point, bits):
    """The value of the text at a point, without any simplification; None when a step is not a finite real."""
    mpmath.mp.prec = bits
    code = re.sub(r"(\d+\.?\d*)", r"Real('\1')", text)
    code = re.sub(r"(?<=\))\s*(?=[a-zR(])", "*", code).replace("^", "**")  # multiplication without a sign
    names = REAL_NAMES | {
        "x": Real(point[0]), "y": Real(point[1]), "pi": Real(+mpmath.pi), "e": Real(+mpmath.e)}
    try:
        return eval(code, {"__builtins__": {}}, names).number
    except (ValueError, ZeroDivisionError, OverflowError):
        return None


def evaluate(functions, point, digits=None, bits=None):
    """The numbers at a point with the given precision; None when one is not a finite real."""
    if digits:
        mpmath.mp.dps = digits
    else:
        mpmath.mp.prec = bits
    numbers = []
    for function in functions:
        try:
            number = function(*[mpmath.mpf(coordinate) for coordinate in point])
        except (ZeroDivisionError, ValueError, OverflowError, TypeError, NameError):
            return None
        if isinstance(number, mpmath.mpc):
            if number.imag != 0:
                return None
            number = number.real
        number = mpmath.mpf(number)
        if not mpmath.isfinite(number):
            return None
        numbers.append(number)
    return numbers


def close(rough, exact, tolerance):
    return abs(rough - exact) <= tolerance * abs(exact)


def record(rng):
    """One line, or None when the drawn expression is not usable."""
    try:
        text, value, _ = random_expression(rng, rng.randint(1, 4))
    except (ValueError, TypeError, RecursionError):
        return None  # SymPy refuses, for example, min(asin(pi), x)
    free = value.free_symbols
    if not free or value.has(sympy.zoo, sympy.nan, sympy.oo, sympy.I) or sympy.count_ops(value) > 40:
        return None
    try:
        byx, byy = value.diff(x), value.diff(y)
        formulas = [value, byx, byy, byx.diff(x), byx.diff(y), byy.diff(y)]
    except (ValueError, TypeError, RecursionError):
        return None
    # Away from kinks Heaviside is a step and delta is 0; expressions still with Derivative are not usable.
    formulas = [formula.replace(sympy.DiracDelta, lambda *a: sympy.Integer(0)) for formula in formulas]
    if any(formula.has(sympy.Derivative, sympy.Subs) for formula in formulas):
        return None
    functions = [sympy.lambdify((x, y), formula, "mpmath") for formula in formulas]
    for _ in range(3):
        point = (rng.uniform(-3, 3), rng.uniform(-3, 3))
        exact = evaluate(functions, point, digits=60)
        if exact is None or not 1e-6 < abs(exact[0]) < 1e8 or any(abs(number) > 1e10 for number in exact):
            continue
        if any(number != 0 and abs(number) < 1e-8 for number in exact):
            continue
        plain = evaluate_text(text, point, bits=200)
        if plain is None or not close(plain, exact[0], mpmath.mpf(10) ** -40):
            if plain is not None:
                print("differs:", text, plain, exact[0])
            continue
        rough = evaluate_text(text, point, bits=53)
        if rough is None or not close(rough, exact[0], 2e-13):
            continue
        rough = evaluate(functions, point, bits=53)
        if rough is None:
            continue
        if not all(close(a, b, 1e-10) for a, b in zip(rough[1:], exact[1:])):
            continue
        mpmath.mp.dps = 60
        return "\t".join([text] + [repr(coordinate) for coordinate in point] + [repr(float(n)) for n in exact])
    return None


def too_slow(*_):
    """SymPy gets lost in a few nested minima, in time or in depth: these are left out."""
    raise TimeoutError


def main():
    rng = random.Random(SEED)
    lines, seen = [], set()
    signal.signal(signal.SIGALRM, too_slow)
    while len(lines) < COUNT:
        signal.alarm(5)
        try:
            line = record(rng)
        except (TimeoutError, RecursionError):
            line = None
        signal.alarm(0)
        if line is None:
            continue
        text = line.split("\t")[0]
        if len(text) < 3 or text in seen:
            continue
        seen.add(text)
        lines.append(line)
    path = pathlib.Path(__file__).parent.parent / "CalculusTests" / "Recorded" / "expressions.tsv"
    path.write_text("\n".join(lines) + "\n")


ANYWHERE = [-40, -3.5, -1.25, -0.3, -1e-5, 1e-5, 0.4, 1, 2.75, 30]
POSITIVE = [1e-9, 0.01, 0.5, 1, 2, 8, 1000, 1e15]
BEYOND_ONE = [-50, -3, -1.1, 1.001, 1.5, 4, 100]
NOT_ZERO = [-6, -2, -0.5, -1e-3, 1e-3, 0.7, 1.2, 3, 9]

# Each function by its definition in mpmath, and where it is tried.
ONE_OPERAND = {
    "sin": (mpmath.sin, ANYWHERE), "cos": (mpmath.cos, ANYWHERE), "tan": (mpmath.tan, ANYWHERE),
    "cot": (mpmath.cot, NOT_ZERO), "sec": (mpmath.sec, NOT_ZERO), "csc": (mpmath.csc, NOT_ZERO),
    "asin": (mpmath.asin, [-0.99, -0.5, 0.01, 0.7, 0.999]), "acos": (mpmath.acos, [-0.99, -0.5, 0.01, 0.7, 0.999]),
    "atan": (mpmath.atan, ANYWHERE), "acot": (mpmath.acot, NOT_ZERO), "asec": (mpmath.asec, BEYOND_ONE),
    "acsc": (mpmath.acsc, BEYOND_ONE), "sinh": (mpmath.sinh, ANYWHERE), "cosh": (mpmath.cosh, ANYWHERE),
    "tanh": (mpmath.tanh, ANYWHERE), "coth": (mpmath.coth, NOT_ZERO), "sech": (mpmath.sech, NOT_ZERO),
    "csch": (mpmath.csch, NOT_ZERO), "asinh": (mpmath.asinh, ANYWHERE),
    "acosh": (mpmath.acosh, [1.001, 1.5, 4, 100, 1e6]), "atanh": (mpmath.atanh, [-0.99, -0.5, 1e-4, 0.7, 0.999]),
    "acoth": (mpmath.acoth, BEYOND_ONE), "asech": (mpmath.asech, [0.001, 0.25, 0.6, 0.99]),
    "acsch": (mpmath.acsch, NOT_ZERO), "exp": (mpmath.exp, ANYWHERE), "expm1": (mpmath.expm1, ANYWHERE),
    "log": (mpmath.log, POSITIVE), "ln": (mpmath.log, POSITIVE), "log2": (lambda a: mpmath.log(a, 2), POSITIVE),
    "log10": (mpmath.log10, POSITIVE), "log1p": (mpmath.log1p, [-0.999, -0.5, -1e-9, 1e-9, 0.25, 10, 1e12]),
    "sqrt": (mpmath.sqrt, POSITIVE), "abs": (abs, NOT_ZERO), "sign": (mpmath.sign, NOT_ZERO),
    "relu": (lambda a: max(a, mpmath.mpf(0)), NOT_ZERO), "elu": (lambda a: a if a > 0 else mpmath.expm1(a), NOT_ZERO),
    "gelu": (lambda a: a * mpmath.ncdf(a), ANYWHERE[1:-1]), "silu": (lambda a: a / (1 + mpmath.exp(-a)), ANYWHERE),
    "sigmoid": (lambda a: 1 / (1 + mpmath.exp(-a)), ANYWHERE),
    "softplus": (lambda a: mpmath.log1p(mpmath.exp(a)), ANYWHERE),
}
TWO_OPERANDS = {"hypot": mpmath.hypot, "atan2": mpmath.atan2, "min": min, "max": max}


def functions():
    """The lines of functions.tsv."""
    mpmath.mp.dps = 60
    for name, (function, places) in ONE_OPERAND.items():
        for place in places:
            a = mpmath.mpf(place)
            # A step far below the distance to the next kink, with digits to spare.
            numbers = [function(a)] + [mpmath.diff(function, a, n, h=mpmath.mpf(10) ** -20) for n in (1, 2)]
            value, slope, bend = [float(number.real) for number in numbers]
            yield "\t".join([f"{name}(x)", repr(place), "0"] + [repr(n) for n in (value, slope, 0.0, bend, 0.0, 0.0)])
    for name, function in TWO_OPERANDS.items():
        for place in [(3, -4), (-0.5, 0.25), (1e-3, 2), (-7, -1.5), (200, 30)]:
            point = tuple(mpmath.mpf(coordinate) for coordinate in place)
            orders = [(0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2)]
            numbers = [function(*point) if order == (0, 0) else mpmath.diff(function, point, order) for order in orders]
            yield "\t".join([f"{name}(x, y)"] + [repr(c) for c in place] + [repr(float(n)) for n in numbers])


def write_functions():
    path = pathlib.Path(__file__).parent.parent / "CalculusTests" / "Recorded" / "functions.tsv"
    path.write_text("\n".join(functions()) + "\n")


if sys.argv[1:] == ["functions"]:
    write_functions()
else:
    main()
