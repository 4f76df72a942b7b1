"""Cuts the recogniser's last layer down to the characters of alphabet.txt. Usage: prune.py FULL_MODEL.onnx PRUNED.onnx

The CTC head is one matrix with a column per character (column 0: nothing, last: space); leaving columns out changes no other score before the
softmax. The dictionary in the metadata is cut in the same way.
"""
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

ALPHABET = Path(__file__).with_name("alphabet.txt")


def prune(model: onnx.ModelProto, wanted: list[str]) -> onnx.ModelProto:
    entry = next(p for p in model.metadata_props if p.key == "character")
    dictionary = entry.value.split("\n")
    columns = [0] + [1 + dictionary.index(c) for c in wanted] + [1 + len(dictionary)]
    classes = len(dictionary) + 2
    heads = [i for i in model.graph.initializer if i.dims and i.dims[-1] == classes]
    if len(heads) != 2:
        raise SystemExit(f"expected the head's matrix and its bias, found {[i.name for i in heads]}")
    for head in heads:
        head.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(numpy_helper.to_array(head)[..., columns]), head.name))
    for output in model.graph.output:
        output.type.tensor_type.shape.dim[-1].dim_value = len(columns)
    del model.graph.value_info[:]  # shapes with the old number of classes
    entry.value = "\n".join(wanted)
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    full, pruned = sys.argv[1:3]
    wanted = ALPHABET.read_text(encoding="utf-8").split("\n")[:-1]
    onnx.save(prune(onnx.load(full), wanted), pruned)
    print(f"{pruned}: {len(wanted) + 2} classes, {Path(pruned).stat().st_size} bytes")
