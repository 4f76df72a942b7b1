"""Trains the recogniser on drawn lines. It may be stopped at any time: the same command goes on from the last checkpoint.

Usage: train.py START.onnx WORK --packages NODE_MODULES --faces FACES [--frozen pool|44|0] [--rate 5e-4] [--minutes 60] [--threads 1]
                [--rehearse 0] [--keep 0] [--drawers 1] [--device cuda|cpu]
WORK/state.pt is the checkpoint, WORK/log.tsv the learning curve, WORK/averaged.onnx the averaged weights in the graph of START.onnx.
`--keep 1` holds the network to what START.onnx says of lines without Russian letters; `--rehearse 8` shows every line eight times more.
"""
import argparse
import time
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

from batches import produced
from front import Front, node_of, rehearsed
from measure import error_rates, held_back, reader
from network import Recogniser
from objective import SIGNS, is_old, keeping_loss, reading_loss

# Faces that are only measured on: of every kind one (grotesque, serif, narrow, typewriter, display).
KEPT_BACK = ("open-sans", "noto-serif", "ubuntu-condensed", "overpass-mono", "PTF", "russo-one", "literata")
AVERAGED_OVER = 0.999
DAMAGES = (0.3, 0.45, 0.25)
REMEMBERED = 2_000  # batches


def faces_of(folder: Path) -> tuple[list[Path], list[Path]]:
    """(for training, kept back)."""
    every = sorted(folder.glob("*.ttf"))
    kept = [f for f in every if f.name.startswith(KEPT_BACK)]
    return [f for f in every if f not in kept], kept


def save(network: Recogniser, weights: dict[str, torch.Tensor], start: str, target: Path) -> None:
    model = onnx.load(start)
    for tensor in model.graph.initializer:
        if tensor.name in network.names:
            value = weights[network.names[tensor.name]].detach().cpu().numpy()
            tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(value), tensor.name))
    onnx.save(model, target)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("start")
    parser.add_argument("work", type=Path)
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--frozen", default="44")
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--pixels", type=int, default=6400)
    parser.add_argument("--every", type=int, default=200)
    parser.add_argument("--rehearse", type=int, default=0)
    parser.add_argument("--keep", type=float, default=0)
    parser.add_argument("--drawers", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    return parser.parse_args()


def main() -> None:
    a = arguments()
    torch.set_num_threads(a.threads)
    a.work.mkdir(parents=True, exist_ok=True)
    network = Recogniser(a.start)
    height = network.height
    begin = node_of(network, a.frozen)
    # Computed with the weights of the start: nodes before `begin` are the same in the checkpoint only if they were never trained.
    state = {"step": 0, "lines": 0}
    if (a.work / "state.pt").exists():
        state = torch.load(a.work / "state.pt", map_location="cpu")
        network.load_state_dict(state["weights"])
    averaged = {k: v.detach().clone().to(a.device) for k, v in state.get("averaged", network.weights).items()}
    used = {network.names[n] for node in network.nodes[begin:] for n in node[1] if n in network.names}
    save(network, network.weights, a.start, a.work / "whole.onnx")
    front = Front(network, str(a.work / "whole.onnx"), a.work, begin, a.threads) if begin and a.device == "cpu" else None
    network.to(a.device)
    trained = {k: w for k, w in network.weights.items() if k in used}
    for k, w in network.weights.items():
        w.requires_grad_(k in used)
    teacher = Recogniser(a.start).to(a.device).requires_grad_(False) if a.keep else None
    optimiser = torch.optim.AdamW(trained.values(), a.rate, weight_decay=0.01)
    if state.get("frozen") == a.frozen:
        optimiser.load_state_dict(state["optimiser"])

    train_faces, kept = faces_of(a.faces)
    print(f"{len(train_faces)} faces, {len(kept)} kept back; {sum(w.numel() for w in trained.values())} weights trained on {a.device}", flush=True)
    seen = held_back(a.packages, train_faces, height, 70)
    unseen = held_back(a.packages, kept, height, 70)
    drawn = produced(a.packages, train_faces, f"train-{state['step']}", DAMAGES, height, a.pixels, drawers=a.drawers)
    fresh = ((front(inputs) if front else torch.from_numpy(inputs), texts) for inputs, texts in drawn)

    warm, ends, losses, shown = state["step"] + 50, time.time() + a.minutes * 60, [], time.time()
    for held, texts in rehearsed(fresh, a.rehearse, REMEMBERED, state["step"]):
        given = {k: v.to(a.device).float() for k, v in held.items()} if front else held.to(a.device)
        first = begin if front else 0
        for group in optimiser.param_groups:
            group["lr"] = a.rate * min(1.0, (state["step"] - warm + 51) / 50)
        scores = F.log_softmax(network(given, first), 2)
        loss = reading_loss(scores, texts)
        old = [k for k, text in enumerate(texts) if is_old(text)]
        if teacher and old:
            with torch.no_grad():
                before = teacher({k: v[old] for k, v in given.items()} if front else given[old], first)
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
        done = time.time() > ends
        if state["step"] % 100 == 0:
            print(f"{state['step']}\t{state['lines']}\t{np.mean(losses[-100:]):.3f}\t{time.time() - shown:.0f} s", flush=True)
        if state["step"] % a.every == 0 or done:
            save(network, averaged, a.start, a.work / "averaged.onnx")
            read = reader(a.work / "averaged.onnx", SIGNS)
            row = [state["step"], state["lines"], round(float(np.mean(losses[-a.every :])), 4), *error_rates(read, seen), *error_rates(read, unseen)]
            with (a.work / "log.tsv").open("a") as log:
                log.write("\t".join(map(str, row)) + "\n")
            print("CER seen, unseen faces (clean, scan, bad):", row, flush=True)
            torch.save({**state, "weights": network.state_dict(), "averaged": averaged, "optimiser": optimiser.state_dict(), "frozen": a.frozen}, a.work / "state.tmp")
            (a.work / "state.tmp").replace(a.work / "state.pt")
        if done:
            return


if __name__ == "__main__":
    main()
