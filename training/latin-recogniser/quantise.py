"""Static int8 of a pruned recogniser, for comparison: it is not shipped (docs/models/latin-recogniser.md says why).

Usage: quantise.py PRUNED.onnx INT8.onnx LINES_FOLDER [--eight-bits]
Unsigned activations, signed weights per channel. Weights have 7 bits: processors without VNNI add pairs of 8-bit products in 16 bits, and full
8-bit weights (--eight-bits) saturate there.
"""
import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
from onnx import version_converter
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from line_images import lines_of

OPSET = 13  # the first with quantisation per channel
OPERATORS = ["Conv", "MatMul"]
EVERY = 2  # lines of the calibration set that are used


class Lines(CalibrationDataReader):
    """`inputs`: an array for each line, for the model's input `name`."""

    def __init__(self, inputs: Iterable[np.ndarray], name: str = "x"):
        self.inputs = ({name: values} for values in inputs)

    def get_next(self):
        return next(self.inputs, None)


def quantise(source: str, target: str, lines: CalibrationDataReader, seven_bits: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        raised, prepared = (str(Path(folder) / name) for name in ("raised.onnx", "prepared.onnx"))
        onnx.save(version_converter.convert_version(onnx.load(source), OPSET), raised)
        quant_pre_process(raised, prepared, skip_symbolic_shape=True)
        quantize_static(
            prepared,
            target,
            lines,
            op_types_to_quantize=OPERATORS,
            per_channel=True,
            reduce_range=seven_bits,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            calibrate_method=CalibrationMethod.MinMax,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("pruned")
    parser.add_argument("target")
    parser.add_argument("lines")
    parser.add_argument("--eight-bits", action="store_true")
    arguments = parser.parse_args()
    images = (image for image, _, _ in lines_of(arguments.lines)[::EVERY])
    quantise(arguments.pruned, arguments.target, Lines(images), not arguments.eight_bits)
    print(f"{arguments.target}: {Path(arguments.target).stat().st_size} bytes")
