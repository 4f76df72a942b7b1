"""What the frozen part of a network sees of drawn lines, computed once and kept: a line costs ten times more to draw and look at than to learn from.

Usage: features.py START.onnx FEATURES --packages NODE_MODULES --faces FACES [--shards 0:40] [--seed train] [--faces-kept 0,1] [--damages 0.3,0.45,0.25]
                   [--lines 1000]
FEATURES/<seed>-<shard>.pt holds (values [channels, 1, steps] of 16 bits, text) for each line of a shard. A shard depends on its seed and number alone:
shards may be made in any order, by several processes and on several machines; one that is there is not made again.
`--faces-kept 0,1`: lines in the faces kept back from training, in those families only (faces.py's KEPT_BACK, by number).
"""
import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from batches import drawn
from branch import front_of, one_thread
from faces import faces_kept_back, faces_to_train
from lines import network_input

HEIGHT = 48


def shard(session: onnxruntime.InferenceSession, source, lines: int) -> list[tuple[torch.Tensor, str]]:
    made = []
    for _ in range(lines):
        image, text = next(source)
        made.append((torch.from_numpy(session.run(None, {"x": network_input(image)[None]})[0][0].astype(np.float16)), text))
    return made


def by_width(shards: list[Path]) -> dict[int, list[tuple[torch.Tensor, str]]]:
    """The lines of `shards` by their number of steps."""
    widths = defaultdict(list)
    for path in shards:
        for values, text in torch.load(path):
            widths[values.shape[-1]].append((values, text))
    return widths


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("start")
    parser.add_argument("features", type=Path)
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--shards", default="0:1")
    parser.add_argument("--seed", default="train")
    parser.add_argument("--faces-kept", default="")
    parser.add_argument("--damages", default="0.3,0.45,0.25")
    parser.add_argument("--lines", type=int, default=1000)
    a = parser.parse_args()
    first, last = map(int, a.shards.split(":"))
    session = onnxruntime.InferenceSession(front_of(onnx.load(a.start)).SerializeToString(), one_thread())
    a.features.mkdir(parents=True, exist_ok=True)
    faces = faces_kept_back(a.faces, map(int, a.faces_kept.split(","))) if a.faces_kept else faces_to_train(a.faces)
    damages = tuple(map(float, a.damages.split(",")))
    for number in range(first, last):
        target = a.features / f"{a.seed}-{number:03d}.pt"
        if target.exists():
            continue
        made = shard(session, drawn(a.packages, faces, f"{a.seed}-{number}", damages, HEIGHT), a.lines)
        torch.save(made, target.with_suffix(".part"))
        target.with_suffix(".part").rename(target)
        print(f"{target.name}: {len(made)} lines", flush=True)


if __name__ == "__main__":
    main()
