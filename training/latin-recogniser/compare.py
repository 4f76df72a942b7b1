"""Character errors and time of recognisers on the same lines, one thread. Usage: compare.py LINES_FOLDER MODEL.onnx…

Error = edit distance without spaces, summed over lines, divided by the truth's characters; a line is right when nothing differs.
"""
import sys
import time
from dataclasses import dataclass

import numpy as np
import onnx
import onnxruntime as ort

from line_images import lines_of


def main(folder: str, models: list[str]) -> None:
    lines = lines_of(folder)
    for path in models:
        charset, session = characters_of(path), session_of(path)
        tallies = {False: Tally(), True: Tally()}
        start = time.process_time()
        for image, text, sheet in lines:
            (scores,) = session.run(None, {"x": image})
            tallies[sheet].add(squeezed(decoded(scores[0], charset)), squeezed(text))
        each = 1000 * (time.process_time() - start) / len(lines)
        print(f"{path}: pages {tallies[False]}; word sheets {tallies[True]}; {each:.1f} ms a line")


@dataclass
class Tally:
    errors: int = 0
    characters: int = 0
    right: int = 0
    lines: int = 0

    def add(self, read: str, truth: str) -> None:
        distance = edit_distance(read, truth)
        self.errors += distance
        self.characters += len(truth)
        self.right += distance == 0
        self.lines += 1

    def __str__(self) -> str:
        return f"CER {100 * self.errors / self.characters:.2f} %, {100 * self.right / self.lines:.1f} % of {self.lines} lines right"


def session_of(path: str) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def characters_of(path: str) -> list[str]:
    entry = next(p for p in onnx.load(path).metadata_props if p.key == "character")
    return ["", *entry.value.split("\n"), " "]


def decoded(scores: np.ndarray, charset: list[str]) -> str:
    """Greedy CTC: best class per step, repeats joined, class 0 dropped."""
    best = scores.argmax(1)
    return "".join(charset[c] for i, c in enumerate(best) if c != 0 and (i == 0 or best[i - 1] != c))


def squeezed(text: str) -> str:
    return "".join(text.split())


def edit_distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
    return row[-1]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
