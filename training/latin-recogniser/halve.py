"""Stores a model's large matrices as 16-bit floats, half the size. Usage: halve.py MODEL.onnx HALVED.onnx

Each gets a Cast back to 32 bits, which onnxruntime folds away when it loads the file: speed and operators are those of the 32-bit model on every
processor, and weights lose only what lies below 11 significant bits.
"""
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

LARGE = 256  # values; smaller ones (biases, constants of formulas) are not worth it


def halve(model: onnx.ModelProto) -> onnx.ModelProto:
    casts = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if tensor.data_type != TensorProto.FLOAT or values.size < LARGE or np.abs(values).max() > np.finfo(np.float16).max:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    source, target = sys.argv[1:3]
    onnx.save(halve(onnx.load(source)), target)
    print(f"{target}: {Path(target).stat().st_size} bytes")
