#!/usr/bin/env python3
"""Records what PyTorch's optimizers do on three functions in double precision, 200 steps each.

    python3 Tests/Oracles/descent_traces.py > Tests/TrainingTests/Recorded/descent-traces.csv

One line a trace and recorded step: function, optimizer, learning rate, step, x, y, and the function's value there.
Steps 1 to 10 and every tenth after them are recorded, all 200 are made.
"""

import torch

torch.set_default_dtype(torch.float64)

FUNCTIONS = {
    "rosenbrock": (lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2, (-1.2, 1.0)),
    "himmelblau": (lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2, (-0.5, -1.0)),
    "beale": (
        lambda x, y: (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2,
        (1.0, 1.0),
    ),
}

# The learning rates are ones with which 200 steps stay finite on all three functions.
OPTIMIZERS = {
    "sgd": (lambda p, lr: torch.optim.SGD(p, lr=lr), 0.0005),
    "momentum": (lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9), 0.0002),
    "nesterov": (lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9, nesterov=True), 0.0002),
    "adagrad": (lambda p, lr: torch.optim.Adagrad(p, lr=lr), 0.3),
    "rmsprop": (lambda p, lr: torch.optim.RMSprop(p, lr=lr), 0.01),
    "adadelta": (lambda p, lr: torch.optim.Adadelta(p, lr=lr), 1.0),
    "adam": (lambda p, lr: torch.optim.Adam(p, lr=lr), 0.05),
    "adamw": (lambda p, lr: torch.optim.AdamW(p, lr=lr), 0.05),
}


def main():
    print("function,optimizer,learning-rate,step,x,y,value")
    for name, (function, start) in FUNCTIONS.items():
        for optimizer_name, (make, rate) in OPTIMIZERS.items():
            x = torch.tensor(start[0], requires_grad=True)
            y = torch.tensor(start[1], requires_grad=True)
            optimizer = make([x, y], rate)
            for step in range(1, 201):
                optimizer.zero_grad()
                function(x, y).backward()
                optimizer.step()
                if step <= 10 or step % 10 == 0:
                    value = function(x, y).item()
                    print(f"{name},{optimizer_name},{rate!r},{step},{x.item()!r},{y.item()!r},{value!r}")


main()
