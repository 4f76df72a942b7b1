"""From a trained network to the file that is shipped: its probabilities made honest, its matrices stored as 16-bit floats.

Usage: finish.py AVERAGED.onnx TARGET.onnx --features FEATURES [--temperature 1.1] [--whole]
TARGET holds what comes behind the last pooling; it goes on from what a recogniser with the same nodes before it has seen. `--whole`: the whole network.

One temperature divides the scores before the softmax (Guo 2017, On Calibration of Modern Neural Networks); it is folded into the last layer's weights,
so that the file needs no other software. It is the one under which the product of a line's character probabilities says best whether the line is
read without an error, on the lines of FEATURES/fit-*.pt; the reliability printed comes from FEATURES/check-*.pt. Both are in faces never trained on, and
no family is in both. An error is one of characters: rows of one sign are apart, and so are spaces, which the product also tells by the gap between two
words (adapters/ocr/onnx/words.ts). A line in which nothing is read says nothing and is left out.
"""
import argparse
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper

from branch import branch_of, halve, one_thread
from characters import characters
from measure import between, spelled, without_rows

TEMPERATURES = np.round(np.arange(0.6, 2.6, 0.05), 2)
STEPS = (0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.985, 0.99, 0.995, 1.0001)


def probability(scores: np.ndarray, temperature: float) -> float:
    """Of the best path of `scores` [T, classes] (log-probabilities): the product over its characters, each at its surest step, as the product has it."""
    shaped = scores / temperature
    shaped -= shaped.max(-1, keepdims=True)
    best = np.exp(shaped.max(-1)) / np.exp(shaped).sum(-1)
    classes = scores.argmax(-1)
    product, peak, before = 1.0, 0.0, 0
    for c, p in zip(classes.tolist(), best.tolist()):
        if c != before and before:
            product *= peak
            peak = 0.0
        peak = max(peak, p) if c else 0.0
        before = c
    return product * (peak if before else 1.0)


def read(session: onnxruntime.InferenceSession, shards: list[Path]) -> list[tuple[np.ndarray, bool]]:
    """(log-probabilities, read without an error) of every line in which something is read."""
    name, signs, lines, empty, spaces = session.get_inputs()[0].name, characters(), [], 0, 0
    for values, text in (line for path in shards for line in torch.load(path)):
        scores = np.log(np.maximum(session.run(None, {name: values[None].float().numpy()})[0][0], 1e-12))
        said, meant = (without_rows(t) for t in (spelled(scores.argmax(-1), signs), text))
        right = said.replace(" ", "") == meant.replace(" ", "")
        empty += said == ""
        spaces += right and said != meant
        if said:
            lines.append((scores, right))
    print(f"{shards[0].name} …: {len(lines)} lines, in {spaces} only spaces are wrong, {empty} more are empty")
    return lines


def reliability(said: np.ndarray, right: np.ndarray) -> None:
    for low, high in [*zip(STEPS, STEPS[1:]), (0.985, 0.995), (0.99, 1.0001)]:
        held = (said >= low) & (said < high)
        if held.any():
            lowest, highest = between(int(right[held].sum()), int(held.sum()))
            print(f"said {low:.3f}-{min(high, 1):.3f}: {held.sum()} lines, mean said {said[held].mean():.4f}, right {right[held].mean():.4f} ({lowest:.4f}-{highest:.4f})")
    print(f"said {said.mean():.4f} overall, {right.mean():.4f} of {len(right)} lines right")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("averaged")
    parser.add_argument("target")
    parser.add_argument("--features", type=Path, required=True)
    parser.add_argument("--temperature", type=float, help="not fitted but given")
    parser.add_argument("--whole", action="store_true")
    a = parser.parse_args()
    branch = branch_of(onnx.load(a.averaged))
    session = onnxruntime.InferenceSession(branch.SerializeToString(), one_thread())
    fitted, checked = (read(session, sorted(a.features.glob(f"{seed}-*.pt"))) for seed in ("fit", "check"))

    def doubt(temperature: float) -> float:
        pairs = [(min(max(probability(s, temperature), 1e-6), 1 - 1e-6), right) for s, right in fitted]
        return -float(np.mean([np.log(p if right else 1 - p) for p, right in pairs]))

    temperature = a.temperature or float(min(TEMPERATURES, key=doubt))
    print(f"temperature {temperature} ({doubt(1.0):.4f} nats a line before, {doubt(temperature):.4f} after, {len(fitted)} lines)")
    reliability(np.array([probability(s, temperature) for s, _ in checked]), np.array([r for _, r in checked]))

    model = onnx.load(a.averaged)
    for tensor in model.graph.initializer:
        if tensor.dims and tensor.dims[-1] == len(characters()) + 2:
            tensor.CopyFrom(numpy_helper.from_array((numpy_helper.to_array(tensor) / temperature).astype(np.float32), tensor.name))
    onnx.save(halve(model if a.whole else branch_of(model)), a.target)
    print(f"{a.target}: {Path(a.target).stat().st_size} bytes")


if __name__ == "__main__":
    main()
