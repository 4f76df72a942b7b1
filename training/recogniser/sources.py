"""Where a training's batches come from: features kept on disk, or lines drawn on the way. Both give (inputs, texts) without end, by seed."""
import argparse
import random

import torch

from batches import produced
from faces import faces_to_train
from features import by_width

COLUMN = 8  # pixels of a line's width for one step of features
DAMAGES = (0.3, 0.45, 0.25)


def seen_batches(a: argparse.Namespace, step: int):
    """Every line once in an order of its own, then again; a batch holds lines of one width."""
    first, last = map(int, a.shards.split(":"))
    widths = by_width([a.features / f"train-{k:03d}.pt" for k in range(first, last)])
    print(f"{sum(map(len, widths.values()))} lines", flush=True)
    chosen = random.Random(step)
    while True:
        batches = []
        for steps, lines in widths.items():
            order = list(range(len(lines)))
            chosen.shuffle(order)
            size = max(1, a.pixels // (steps * COLUMN))
            batches += [(steps, order[k : k + size]) for k in range(0, len(order), size)]
        chosen.shuffle(batches)
        for steps, order in batches:
            lines = [widths[steps][k] for k in order]
            yield torch.stack([values for values, _ in lines]), [text for _, text in lines]


def drawn_batches(a: argparse.Namespace, height: int, step: int):
    drawn = produced(a.packages, faces_to_train(a.faces), f"train-{step}", DAMAGES, height, a.pixels, drawers=a.drawers)
    return ((torch.from_numpy(inputs), texts) for inputs, texts in drawn)
