"""Character error rate of a recogniser on seeded lines that no training run has drawn: by damage, in faces kept back, and in faces trained on."""
import argparse
import math
import re

import numpy as np
import torch

from batches import drawn
from characters import characters
from faces import faces_kept_back
from lines import network_input

HELD = ("held-clean", "held-scan", "held-bad", "fresh")  # seeds of features.py; the last one is drawn in faces trained on
DRAWN = 100  # lines of each damage where there are no features
ROW = re.compile(r"([.…_\-=*~·•])\1{3,}")


def distance(a: str, b: str) -> int:
    """Levenshtein."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        left, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (x != y))
    return row[-1]


def without_rows(text: str) -> str:
    """Rows of one sign (dots to a price, a line to sign on) as three of it: nobody counts them, and at eight pixels a step they cannot be counted."""
    return ROW.sub(r"\1\1\1", text)


def spelled(classes: np.ndarray, characters: list[str]) -> str:
    """Best path of CTC; `classes` [T] of 0 … characters + 1."""
    out, before = [], 0
    for c in classes.tolist():
        if c and c != before:
            out.append(" " if c == len(characters) + 1 else characters[c - 1])
        before = c
    return "".join(out).strip()


def between(wrong: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    z = 1.96
    share, spread = (wrong + z * z / 2) / (of + z * z), z * math.sqrt(wrong * (of - wrong) / of + z * z / 4) / (of + z * z)
    return max(0.0, share - spread), min(1.0, share + spread)


def held_lines(a: argparse.Namespace, height: int) -> list[list[tuple[torch.Tensor, str]]]:
    """The sets that training is watched by: from features where they were made, else drawn."""
    if a.features:
        return [torch.load(a.features / f"{name}-000.pt") for name in HELD]
    sets = []
    for damage in range(3):
        source = drawn(a.packages, faces_kept_back(a.faces), f"measure-{damage}", tuple(float(k == damage) for k in range(3)), height)
        sets.append([(torch.from_numpy(network_input(image)), text) for image, text in (next(source) for _ in range(DRAWN))])
    return sets


def error_rates(scores, sets: list[list[tuple[torch.Tensor, str]]], device: str) -> list[float]:
    """Percent of characters wrong in each set, rows of one sign apart. `scores(inputs)` → [1, T, classes]."""
    signs, rates = characters(), []
    for lines in sets:
        wrong = length = 0
        for inputs, text in lines:
            said = spelled(scores(inputs[None].to(device).float())[0].argmax(-1).cpu().numpy(), signs)
            wrong += distance(without_rows(said), without_rows(text))
            length += len(without_rows(text))
        rates.append(round(100 * wrong / length, 2))
    return rates
