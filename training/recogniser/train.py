"""Trains the recogniser on drawn lines. It may be stopped at any time: the same command goes on from the last checkpoint.

Usage: train.py START.onnx WORK --features FEATURES --steps 6000 [--shards 0:40] [--rate 1e-3] [--keep 1] [--weights AVERAGED.onnx]
       train.py START.onnx WORK --packages NODE_MODULES --faces FACES --steps 6000 [--frozen 44|0] [--device cuda]
With features (features.py) only what comes behind the last pooling is trained; otherwise lines are drawn on the way and everything from convolution
`--frozen` on is. WORK/state.pt is the checkpoint, WORK/log.tsv the learning curve, WORK/averaged.onnx the averaged weights in the graph of START.onnx.
`--keep 1` holds the network to what START.onnx says of lines without Russian letters. The rate falls over the last `--falling` of the steps.
"""
import argparse
import time
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

from measure import error_rates, held_lines
from network import Recogniser, node_of
from objective import is_old, keeping_loss, reading_loss
from sources import drawn_batches, seen_batches

AVERAGED_OVER = 0.999
WARM = 50  # steps


def save(network: Recogniser, weights: dict[str, torch.Tensor], start: str, target: Path) -> None:
    model = onnx.load(start)
    for tensor in model.graph.initializer:
        if tensor.name in network.names:
            value = weights[network.names[tensor.name]].detach().cpu().numpy()
            tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(value), tensor.name))
    onnx.save(model, target)


def rate_at(step: int, since: int, a: argparse.Namespace) -> float:
    """Rising over WARM steps since the start, falling to a twentieth over the last share of the steps."""
    falling = min(1.0, max(0.0, (a.steps - step) / max(1.0, a.falling * a.steps)))
    return a.rate * min(1.0, (since + 1) / WARM) * (0.05 + 0.95 * falling)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("start")
    parser.add_argument("work", type=Path)
    parser.add_argument("--features", type=Path)
    parser.add_argument("--shards", default="0:40")
    parser.add_argument("--weights", help="a trained network in the graph of START to begin with; START stays what --keep holds to")
    parser.add_argument("--packages", type=Path)
    parser.add_argument("--faces", type=Path)
    parser.add_argument("--frozen", default="0")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--falling", type=float, default=0.35)
    parser.add_argument("--keep", type=float, default=0)
    parser.add_argument("--pixels", type=int, default=12_800, help="pixels of width in a batch")
    parser.add_argument("--every", type=int, default=500, help="steps between measurements")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--drawers", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


def main() -> None:
    a = arguments()
    torch.set_num_threads(a.threads)
    a.work.mkdir(parents=True, exist_ok=True)
    network = Recogniser(a.weights or a.start)
    begin = node_of(network, "pool" if a.features else a.frozen)
    first = begin if a.features else 0  # number of the first node that is computed here
    entry = network.nodes[first - 1][2] if first else network.nodes[0][1][0]
    state = {"step": 0, "lines": 0}
    if (a.work / "state.pt").exists():
        state = torch.load(a.work / "state.pt", map_location="cpu")
        network.load_state_dict(state["weights"])
    network.to(a.device)
    used = {network.names[n] for node in network.nodes[begin:] for n in node[1] if n in network.names}
    trained = {k: w for k, w in network.weights.items() if k in used}
    for k, w in network.weights.items():
        w.requires_grad_(k in used)
    averaged = {k: v.detach().clone().to(a.device) for k, v in state.get("averaged", trained).items()}
    teacher = Recogniser(a.start).to(a.device).requires_grad_(False) if a.keep else None
    optimiser = torch.optim.AdamW(trained.values(), a.rate, weight_decay=0.01)
    if "optimiser" in state:
        optimiser.load_state_dict(state["optimiser"])

    print(f"{sum(w.numel() for w in trained.values())} weights trained on {a.device}", flush=True)
    source = seen_batches(a, state["step"]) if a.features else drawn_batches(a, network.height, state["step"])
    held = held_lines(a, network.height)
    began, losses, shown = state["step"], [], time.process_time()
    for inputs, texts in source:
        given = inputs.to(a.device).float()
        for group in optimiser.param_groups:
            group["lr"] = rate_at(state["step"], state["step"] - began, a)
        scores = F.log_softmax(network({entry: given}, first), 2)
        loss = reading_loss(scores, texts)
        old = [k for k, text in enumerate(texts) if is_old(text)]
        if teacher and old:
            with torch.no_grad():
                before = teacher({entry: given[old]}, first)
            loss = loss + a.keep * keeping_loss(scores[old], before)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained.values(), 5.0)
        optimiser.step()
        state["step"] += 1
        state["lines"] += len(texts)
        losses.append(loss.item())
        decay = min(AVERAGED_OVER, (state["step"] + 1) / (state["step"] + 20))
        with torch.no_grad():
            for k, w in trained.items():
                averaged[k].lerp_(w, 1 - decay)
        if state["step"] % a.every == 0 or state["step"] >= a.steps:
            spent = (time.process_time() - shown) / len(losses)
            save(network, {**dict(network.weights), **averaged}, a.start, a.work / "averaged.onnx")
            read = Recogniser(str(a.work / "averaged.onnx")).to(a.device).requires_grad_(False)
            rates = error_rates(lambda given: read({entry: given}, first), held, a.device)
            row = [state["step"], state["lines"], round(float(np.mean(losses[-a.every :])), 4), *rates]
            with (a.work / "log.tsv").open("a") as log:
                log.write("\t".join(map(str, row)) + "\n")
            print(*row, f"{1000 * spent:.0f} ms a step", sep="\t", flush=True)
            kept = {**state, "weights": network.state_dict(), "averaged": averaged, "optimiser": optimiser.state_dict()}
            torch.save(kept, a.work / "state.tmp")
            (a.work / "state.tmp").replace(a.work / "state.pt")
        if state["step"] >= a.steps:
            return


if __name__ == "__main__":
    main()
