"""Static int8 of a pruned recogniser. Usage: quantise.py PRUNED.onnx INT8.onnx [--calibrate LINES_FOLDER]

With --calibrate the ranges of all activations are measured and written to ranges.json (rounded, so that other processors' last digits do not
matter); without it the committed ranges.json is used, and the same input gives the same bytes.
Unsigned activations, signed weights of 7 bits per channel: processors without VNNI add pairs of 8-bit products in 16 bits and would saturate.
"""
import argparse
import json
import tempfile
from pathlib import Path

import onnx
from onnx import version_converter
from onnxruntime.quantization import CalibrationDataReader, CalibrationMethod, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from line_images import lines_of

RANGES = Path(__file__).with_name("ranges.json")
OPSET = 13  # the first with quantisation per channel
OPERATORS = ["Conv", "MatMul"]
EVERY = 2  # lines of the calibration set that are used


class Lines(CalibrationDataReader):
    def __init__(self, folder: str):
        self.inputs = iter([{"x": image} for image, _, _ in lines_of(folder)[::EVERY]])

    def get_next(self):
        return next(self.inputs, None)


def quantise(pruned: str, target: str, calibrate: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        raised, prepared, cache = (str(Path(folder) / name) for name in ("raised.onnx", "prepared.onnx", "cache.json"))
        onnx.save(version_converter.convert_version(onnx.load(pruned), OPSET), raised)
        quant_pre_process(raised, prepared, skip_symbolic_shape=True)
        if calibrate:
            quantize(prepared, target, Lines(calibrate), cache)
            RANGES.write_text(shortened(json.loads(Path(cache).read_text())))
        Path(cache).write_text(json.dumps(as_cache(json.loads(RANGES.read_text()))))
        quantize(prepared, target, None, cache)


def quantize(prepared: str, target: str, lines: Lines | None, cache: str) -> None:
    quantize_static(
        prepared,
        target,
        lines,
        op_types_to_quantize=OPERATORS,
        per_channel=True,
        reduce_range=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        calibrate_method=CalibrationMethod.MinMax,
        calibration_cache_path=cache,
    )


def shortened(cache: dict) -> str:
    """onnxruntime's own file to one `"tensor": [lowest, highest]` a line, four significant digits."""
    digits = lambda value: f"{float(f'{value:.4g}'):g}"
    rows = [
        f"  {json.dumps(name)}: [{digits(one['lowest']['data'][0])}, {digits(one['highest']['data'][0])}]"
        for name, one in sorted(cache["data"].items())
    ]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def as_cache(ranges: dict[str, list[float]]) -> dict:
    number = lambda value: {"CLS": "numpy.array", "data": [value], "dtype": "float32"}
    return {
        "CLS": "TensorsData",
        "calibration_method": {"CLS": "CalibrationMethod", "value": "CalibrationMethod.MinMax"},
        "data": {name: {"CLS": "TensorData", "lowest": number(low), "highest": number(high)} for name, (low, high) in ranges.items()},
        "smooth_quant": False,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("pruned")
    parser.add_argument("target")
    parser.add_argument("--calibrate")
    arguments = parser.parse_args()
    quantise(arguments.pruned, arguments.target, arguments.calibrate)
    print(f"{arguments.target}: {Path(arguments.target).stat().st_size} bytes")
