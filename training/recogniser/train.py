"""Trains the recogniser with CTC on drawn lines. It may be stopped at any time: the same command goes on from the last checkpoint.

Usage: train.py START.onnx WORK --packages NODE_MODULES --faces FACES [--frozen 44] [--rate 5e-4] [--minutes 60] [--threads 1]
WORK/state.pt is the checkpoint, WORK/log.tsv the learning curve, WORK/averaged.onnx the averaged weights in the graph of START.onnx.
"""
import argparse
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from onnx import numpy_helper

from batches import produced
from characters import characters
from measure import error_rates, held_back, reader
from network import Recogniser

# Faces that are only measured on: of every kind one (grotesque, serif, narrow, typewriter, display).
KEPT_BACK = ("open-sans", "noto-serif", "ubuntu-condensed", "overpass-mono", "PTF", "russo-one", "literata")
AVERAGED_OVER = 0.999


def faces_of(folder: Path) -> tuple[list[Path], list[Path]]:
    """(for training, kept back)."""
    every = sorted(folder.glob("*.ttf"))
    kept = [f for f in every if f.name.startswith(KEPT_BACK)]
    return [f for f in every if f not in kept], kept


def save(network: Recogniser, weights: dict[str, torch.Tensor], start: str, target: Path) -> None:
    model = onnx.load(start)
    for tensor in model.graph.initializer:
        if tensor.name in network.names:
            value = weights[network.names[tensor.name]].detach().numpy()
            tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(value), tensor.name))
    onnx.save(model, target)


class Front:
    """The nodes that are not trained, computed by ONNX Runtime, which is several times as fast as PyTorch here."""

    def __init__(self, network: Recogniser, start: str, work: Path, begin: int, threads: int):
        save(network, network.weights, start, work / "whole.onnx")
        made = {node[2] for node in network.nodes[:begin]}
        self.names = sorted({name for node in network.nodes[begin:] for name in node[1] if name in made})
        onnx.utils.extract_model(str(work / "whole.onnx"), str(work / "front.onnx"), ["x"], self.names)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.enable_cpu_mem_arena = False
        self.session = onnxruntime.InferenceSession(str(work / "front.onnx"), options)

    def __call__(self, inputs: np.ndarray) -> dict[str, torch.Tensor]:
        return {k: torch.from_numpy(v) for k, v in zip(self.names, self.session.run(self.names, {"x": inputs}))}


def first_trained(network: Recogniser, frozen: int) -> int:
    """Index of the node where training begins: the convolution number `frozen` of the graph (0: all are trained)."""
    convolutions = [k for k, node in enumerate(network.nodes) if node[0] == "Conv"]
    return convolutions[frozen] if frozen else 0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("start")
    parser.add_argument("work", type=Path)
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--frozen", type=int, default=44)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--pixels", type=int, default=6400)
    parser.add_argument("--every", type=int, default=200)
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    a.work.mkdir(parents=True, exist_ok=True)

    signs = characters()
    number = {c: k + 1 for k, c in enumerate(signs)} | {" ": len(signs) + 1}
    network = Recogniser(a.start)
    begin = first_trained(network, a.frozen)
    state = {"step": 0, "lines": 0}
    if (a.work / "state.pt").exists():
        state = torch.load(a.work / "state.pt")
        network.load_state_dict(state["weights"])
    averaged = {k: v.detach().clone() for k, v in network.weights.items()} if "averaged" not in state else state["averaged"]
    used = {network.names[n] for node in network.nodes[begin:] for n in node[1] if n in network.names}
    trained = {k: w for k, w in network.weights.items() if k in used}
    for k, w in network.weights.items():
        w.requires_grad_(k in used)
    optimiser = torch.optim.AdamW(trained.values(), a.rate, weight_decay=0.01)
    if state.get("frozen") == a.frozen:
        optimiser.load_state_dict(state["optimiser"])
        for group in optimiser.param_groups:
            group["lr"] = a.rate

    train_faces, kept = faces_of(a.faces)
    print(f"{len(train_faces)} faces, {len(kept)} kept back; {sum(w.numel() for w in trained.values())} weights trained", flush=True)
    seen = held_back(a.packages, train_faces, 70)
    unseen = held_back(a.packages, kept, 70)


    front = Front(network, a.start, a.work, begin, a.threads) if begin else None
    warm = state["step"] + 50
    ends, losses, shown = time.time() + a.minutes * 60, [], time.time()
    for inputs, texts in produced(a.packages, train_faces, f"train-{state['step']}", (0.3, 0.45, 0.25), a.pixels):
        held = front(inputs) if front else torch.from_numpy(inputs)
        for group in optimiser.param_groups:
            group["lr"] = a.rate * min(1.0, (state["step"] - warm + 51) / 50)
        scores = F.log_softmax(network(held, begin), 2).transpose(0, 1)
        targets = [[number[c] for c in t] for t in texts]
        loss = F.ctc_loss(scores, torch.tensor(sum(targets, [])), torch.full((len(texts),), scores.shape[0]), torch.tensor([len(t) for t in targets]), zero_infinity=True)
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
        if state["step"] % 25 == 0:
            print(f"{state['step']}\t{state['lines']}\t{np.mean(losses[-25:]):.3f}\t{time.time() - shown:.0f} s", flush=True)
        if state["step"] % a.every == 0 or done:
            save(network, averaged, a.start, a.work / "averaged.onnx")
            read = reader(a.work / "averaged.onnx", signs)
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
