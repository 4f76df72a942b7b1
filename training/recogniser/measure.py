"""Character error rate of a recogniser on seeded lines that no training run has drawn: CER by damage, on faces seen and faces kept back."""
from pathlib import Path

import numpy as np
import onnxruntime

from batches import drawn
from lines import network_input


def distance(a: str, b: str) -> int:
    """Levenshtein."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        left, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (x != y))
    return row[-1]


def spelled(classes: np.ndarray, characters: list[str]) -> str:
    """Best path of CTC; `classes` [T] of 0 … characters + 1."""
    out, before = [], 0
    for c in classes.tolist():
        if c and c != before:
            out.append(" " if c == len(characters) + 1 else characters[c - 1])
        before = c
    return "".join(out).strip()


def reader(model: Path, characters: list[str]):
    """`read(image)` → text, by the network of a file on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options)

    def read(image) -> str:
        return spelled(session.run(None, {"x": network_input(image)[None]})[0][0].argmax(-1), characters)

    return read


def held_back(packages: Path, faces: list[Path], height: int, count: int) -> list[list]:
    """For each of the three damages `count` (image, text)."""
    sets = []
    for damage in range(3):
        source = drawn(packages, faces, f"measure-{damage}", tuple(float(k == damage) for k in range(3)), height)
        sets.append([next(source) for _ in range(count)])
    return sets


def error_rates(read, sets: list[list]) -> list[float]:
    """`read(image)` → text. Percent of characters wrong for each set."""
    rates = []
    for lines in sets:
        wrong = sum(distance(read(image), text) for image, text in lines)
        rates.append(round(100 * wrong / sum(len(text) for _, text in lines), 2))
    return rates
