"""Gives a recogniser a second output: what it has seen of a line when it begins to decide, so that a branch of another script can go on from there.

Usage: seen.py RECOGNISER.onnx TARGET.onnx
"""
import sys

import onnx


CHANNELS = 384


def features_of(model: onnx.ModelProto) -> onnx.ValueInfoProto:
    pooled = [node for node in model.graph.node if node.op_type == "AveragePool"][-1].output[0]
    return onnx.helper.make_tensor_value_info(pooled, onnx.TensorProto.FLOAT, ["lines", CHANNELS, 1, "steps"])


def with_features(model: onnx.ModelProto) -> onnx.ModelProto:
    model.graph.output.append(features_of(model))
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    source, target = sys.argv[1:3]
    onnx.save(with_features(onnx.load(source)), target)
