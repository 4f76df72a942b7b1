"""A recogniser's two parts: what looks at a line, up to the last pooling, and what decides from there."""
import sys
from pathlib import Path

import onnx
import onnxruntime

from seen import features_of

sys.path.append(str(Path(__file__).parent.parent / "latin-recogniser"))
from halve import halve  # noqa: E402

__all__ = ["branch_of", "front_of", "halve", "one_thread"]


def one_thread() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return options


def front_of(model: onnx.ModelProto) -> onnx.ModelProto:
    seen = features_of(model)
    model.graph.value_info.append(seen)
    return onnx.utils.Extractor(model).extract_model([model.graph.input[0].name], [seen.name])


def branch_of(model: onnx.ModelProto) -> onnx.ModelProto:
    seen = features_of(model)
    model.graph.value_info.append(seen)
    branch = onnx.utils.Extractor(model).extract_model([seen.name], [model.graph.output[0].name])
    branch.metadata_props.extend(model.metadata_props)
    return branch
