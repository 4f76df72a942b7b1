"""From a trained network to the file that is shipped: its probabilities made honest, its matrices stored as 16-bit floats.

Usage: finish.py AVERAGED.onnx TARGET.onnx --packages NODE_MODULES --faces FACES [--lines 1500] [--branch]
`--branch`: TARGET holds only what comes behind the last pooling; it goes on from what a recogniser with the same nodes before it has seen.

One temperature divides the scores before the softmax (Guo 2017, On Calibration of Modern Neural Networks); it is folded into the last layer's weights,
so that the file needs no other software. It is the one under which the product of a line's character probabilities says best whether the line is
read without an error, on lines of faces never trained on; the reliability printed comes from the other half of those lines.
"""
import argparse
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper

from batches import drawn
from characters import characters
from lines import network_input
from measure import spelled
from seen import features_of
from train import faces_of

sys.path.append(str(Path(__file__).parent.parent / "latin-recogniser"))
from halve import halve  # noqa: E402

TEMPERATURES = np.round(np.arange(0.6, 2.6, 0.05), 2)
STEPS = (0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0001)


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


def branch_of(model: onnx.ModelProto) -> onnx.ModelProto:
    pooled = features_of(model)
    model.graph.value_info.append(pooled)
    branch = onnx.utils.Extractor(model).extract_model([pooled.name], [model.graph.output[0].name])
    branch.metadata_props.extend(model.metadata_props)
    return branch


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("averaged")
    parser.add_argument("target")
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=1500)
    parser.add_argument("--branch", action="store_true")
    a = parser.parse_args()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(a.averaged, options)
    signs = characters()
    height = session.get_inputs()[0].shape[2]
    source = drawn(a.packages, faces_of(a.faces)[1], "calibration", (0.4, 0.4, 0.2), height)
    lines = []
    for _ in range(a.lines):
        image, text = next(source)
        scores = np.log(np.maximum(session.run(None, {"x": network_input(image)[None]})[0][0], 1e-12))
        lines.append((scores, spelled(scores.argmax(-1), signs) == text))
    fitted, judged = lines[::2], lines[1::2]

    def doubt(temperature: float) -> float:
        pairs = [(min(max(probability(s, temperature), 1e-6), 1 - 1e-6), right) for s, right in fitted]
        return -float(np.mean([np.log(p if right else 1 - p) for p, right in pairs]))

    temperature = float(min(TEMPERATURES, key=doubt))
    print(f"temperature {temperature} ({doubt(1.0):.4f} nats a line before, {doubt(temperature):.4f} after)")
    said = np.array([probability(s, temperature) for s, _ in judged])
    right = np.array([r for _, r in judged])
    for low, high in zip(STEPS, STEPS[1:]):
        held = (said >= low) & (said < high)
        if held.any():
            print(f"said {low:.3f}-{min(high, 1):.3f}: {held.sum()} lines, mean said {said[held].mean():.4f}, right {right[held].mean():.4f}")
    print(f"expected calibration error {abs(said.mean() - right.mean()):.4f} overall; {right.mean():.4f} of the lines right")

    model = onnx.load(a.averaged)
    for tensor in model.graph.initializer:
        if tensor.dims and tensor.dims[-1] == len(signs) + 2:
            tensor.CopyFrom(numpy_helper.from_array((numpy_helper.to_array(tensor) / temperature).astype(np.float32), tensor.name))
    onnx.save(halve(branch_of(model) if a.branch else model), a.target)
    print(f"{a.target}: {Path(a.target).stat().st_size} bytes")


if __name__ == "__main__":
    main()
