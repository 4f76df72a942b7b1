"""Static int8 of the recogniser's two parts, for comparison: weights per channel, activations calibrated on drawn lines in faces trained on.

Usage: int8.py LATIN.onnx TARGET.onnx --packages NODE_MODULES --faces FACES [--lines 200] [--eight-bits]
       int8.py BRANCH.onnx TARGET.onnx --features FEATURES [--lines 200] [--eight-bits]
judge.py reads them like the others: `LATIN8.onnx+BRANCH8.onnx`. Weights have 7 bits unless told otherwise (../latin-recogniser/quantise.py says why).
"""
import argparse
import sys
from itertools import islice
from pathlib import Path

import numpy as np
import onnx
import torch

from batches import drawn
from faces import faces_to_train
from lines import network_input
from sources import DAMAGES

sys.path.append(str(Path(__file__).parent.parent / "latin-recogniser"))
from quantise import Lines, quantise  # noqa: E402

HEIGHT = 48


def inputs(a: argparse.Namespace):
    if a.features:
        return (values[None].float().numpy() for values, _ in torch.load(a.features / "train-000.pt"))
    return (network_input(image)[None].astype(np.float32) for image, _ in drawn(a.packages, faces_to_train(a.faces), "int8", DAMAGES, HEIGHT))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--features", type=Path)
    parser.add_argument("--packages", type=Path)
    parser.add_argument("--faces", type=Path)
    parser.add_argument("--lines", type=int, default=200)
    parser.add_argument("--eight-bits", action="store_true")
    a = parser.parse_args()
    source = onnx.load(a.source)
    quantise(a.source, a.target, Lines(islice(inputs(a), a.lines), source.graph.input[0].name), not a.eight_bits)
    made = onnx.load(a.target)
    del made.metadata_props[:]
    made.metadata_props.extend(source.metadata_props)
    onnx.save(made, a.target)
    print(f"{a.target}: {Path(a.target).stat().st_size} bytes")
