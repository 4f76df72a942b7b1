"""The network to start from: PP-OCRv6 small, its head cut to Latin characters and widened by Russian letters.

Usage: build.py FULL.onnx START.onnx [--height 48|32] [--blocks 2]

At 32 instead of 48 pixels the work is four ninths. The last pooling then has two rows to join instead of three, and it no longer joins columns:
a step of the output is 4 pixels of 32 (it was 8 of 48), so that narrow letters keep a step each. Such a network reads nothing before all of it was trained.
`--blocks 4`: two more transformer blocks behind the two of PP-OCRv6; until they are trained they add nothing to what they are given.
"""
import argparse

import numpy as np
import onnx
from onnx import numpy_helper

from characters import SHAPES, characters


def shrink(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same weights for lines of 32 pixels; they must be trained before they read anything."""
    model.graph.input[0].type.tensor_type.shape.dim[2].dim_value = 32
    pool = next(n for n in model.graph.node if n.op_type == "AveragePool")
    for attribute in pool.attribute:
        if attribute.name in ("kernel_shape", "strides"):
            attribute.ints[:] = [2, 1]
    return model


def widen(model: onnx.ModelProto, wanted: list[str]) -> onnx.ModelProto:
    entry = next(p for p in model.metadata_props if p.key == "character")
    dictionary = entry.value.split("\n")
    where = {c: 1 + k for k, c in enumerate(dictionary)}
    classes = len(dictionary) + 2
    heads = [i for i in model.graph.initializer if i.dims and i.dims[-1] == classes]
    if len(heads) != 2:
        raise SystemExit(f"expected the head's matrix and its bias, found {[i.name for i in heads]}")
    random = np.random.default_rng(0)
    for head in heads:
        full = numpy_helper.to_array(head)
        columns = [full[..., 0]]
        for c in wanted:
            like = c if c in where else SHAPES.get(c, "")
            start = full[..., where[like]] if like in where else full[..., 1:].mean(-1)
            # A letter that starts as its look-alike would never be told from it: both get the same score for ever.
            columns.append(start if c in where else start * 0.7 + random.normal(0, full.std() * 0.1, start.shape).astype(np.float32))
        columns.append(full[..., classes - 1])
        head.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(np.stack(columns, -1).astype(np.float32)), head.name))
    for output in model.graph.output:
        output.type.tensor_type.shape.dim[-1].dim_value = len(wanted) + 2
    del model.graph.value_info[:]  # shapes with the old number of classes
    entry.value = "\n".join(wanted)
    onnx.checker.check_model(model)
    return model


FIRST, LAST = "p2o.pd_op.add.71.0", "p2o.pd_op.add.77.0"  # what goes into the second transformer block, and what comes out
INTO_SUM = ("linear_5.", "linear_7.")  # the layers whose output is added to what the block was given


def deepen(model: onnx.ModelProto, more: int) -> onnx.ModelProto:
    """`more` copies of the second block behind it."""
    nodes = list(model.graph.node)
    block = nodes[1 + next(k for k, n in enumerate(nodes) if n.output[0] == FIRST) : 1 + next(k for k, n in enumerate(nodes) if n.output[0] == LAST)]
    behind = nodes[nodes.index(block[-1]) + 1 :]
    weights = {t.name: t for t in model.graph.initializer}
    made, given = [], LAST
    for k in range(more):
        called = {name: f"{name}.again{k}" for n in block for name in n.output}
        for n in block:
            for name in n.input:
                if name in weights and numpy_helper.to_array(weights[name]).dtype == np.float32 and name not in called:
                    called[name] = f"{name}.again{k}"
                    value = numpy_helper.to_array(weights[name])
                    copied = np.zeros_like(value) if name.startswith(INTO_SUM) else value
                    model.graph.initializer.append(numpy_helper.from_array(copied, called[name]))
        called[FIRST] = given
        for n in block:
            copy = onnx.NodeProto()
            copy.CopyFrom(n)
            copy.name = f"{n.name}.again{k}"
            copy.input[:] = [called.get(name, name) for name in n.input]
            copy.output[:] = [called[name] for name in n.output]
            made.append(copy)
        given = called[LAST]
    for n in behind:
        n.input[:] = [given if name == LAST else name for name in n.input]
    del model.graph.node[:]
    model.graph.node.extend([*nodes[: len(nodes) - len(behind)], *made, *behind])
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("full")
    parser.add_argument("start")
    parser.add_argument("--height", type=int, choices=(48, 32), default=48)
    parser.add_argument("--blocks", type=int, default=2)
    a = parser.parse_args()
    made = deepen(widen(onnx.load(a.full), characters()), a.blocks - 2)
    onnx.save(made if a.height == 48 else shrink(made), a.start)
    print(f"{a.start}: {len(characters()) + 2} classes, {a.height} pixels")
