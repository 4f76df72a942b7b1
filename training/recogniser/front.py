"""The nodes that are not trained: computed once a line by ONNX Runtime, which is several times as fast as PyTorch on a processor, and remembered."""
import random
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from network import Recogniser


def node_of(network: Recogniser, frozen: str) -> int:
    """Index of the first node to be trained: `0` all, a number the convolution of that number, `pool` everything behind the last pooling."""
    if frozen == "pool":
        return 1 + max(k for k, node in enumerate(network.nodes) if node[0] == "AveragePool")
    convolutions = [k for k, node in enumerate(network.nodes) if node[0] == "Conv"]
    return convolutions[int(frozen)] if int(frozen) else 0


class Front:
    def __init__(self, network: Recogniser, path: str, work: Path, begin: int, threads: int):
        made = {node[2] for node in network.nodes[:begin]}
        self.names = sorted({name for node in network.nodes[begin:] for name in node[1] if name in made})
        onnx.utils.extract_model(path, str(work / "front.onnx"), ["x"], self.names)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.enable_cpu_mem_arena = False
        self.session = onnxruntime.InferenceSession(str(work / "front.onnx"), options)

    def __call__(self, inputs: np.ndarray) -> dict[str, torch.Tensor]:
        return {k: torch.from_numpy(v).half() for k, v in zip(self.names, self.session.run(self.names, {"x": inputs}))}


def rehearsed(fresh, times: int, held: int, seed: int):
    """Each batch of `fresh` once, and after it `times` batches out of the last `held`: drawing a line costs more than learning from it again."""
    memory, chosen = [], random.Random(seed)
    for batch in fresh:
        if len(memory) < held:
            memory.append(batch)
        elif times:
            memory[chosen.randrange(held)] = batch
        yield batch
        for _ in range(times):
            yield chosen.choice(memory)
