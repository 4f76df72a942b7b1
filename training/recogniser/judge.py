"""Compares recognisers on the same drawn lines, in faces that no training has seen: errors by damage, digits of identifiers, processor time.

Usage: judge.py MODEL.onnx … --packages NODE_MODULES --faces FACES [--lines 300] [--tesseract rus+eng]
A model brings its characters in its metadata; lines are drawn 48 pixels high and scaled to the height each model wants.
"""
import argparse
import re
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from PIL import Image

from batches import drawn
from lines import STEP, network_input
from measure import distance, spelled
from train import faces_of

DRAWN = 48
MARGIN = 10  # pixels of white around a line for Tesseract, which loses letters at the edge
IDENTIFIER = re.compile(r"\d{8,}")


def network(path: str):
    characters = next(p.value for p in onnx.load(path).metadata_props if p.key == "character").split("\n")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options)
    height = session.get_inputs()[0].shape[2]

    def read(image: Image.Image) -> str:
        width = max(STEP, round(image.width * height / image.height / STEP) * STEP)
        scaled = image.resize((width, height), Image.Resampling.BILINEAR)
        return spelled(session.run(None, {session.get_inputs()[0].name: network_input(scaled)[None]})[0][0].argmax(-1), characters)

    return read


def tesseract(languages: str):
    def read(image: Image.Image) -> str:
        page = Image.new("L", (image.width + 2 * MARGIN, image.height + 2 * MARGIN), image.getpixel((0, 0)))
        page.paste(image, (MARGIN, MARGIN))
        with tempfile.NamedTemporaryFile(suffix=".png") as file:
            page.save(file.name)
            said = subprocess.run(["tesseract", file.name, "-", "-l", languages, "--psm", "7"], capture_output=True, text=True, check=True)
        return " ".join(said.stdout.split())

    return read


def judged(read, sets: list[list]) -> str:
    rates, wrong, digits, started = [], 0, 0, time.process_time()
    for lines in sets:
        errors = 0
        for image, text in lines:
            said = read(image)
            errors += distance(said, text)
            for number in IDENTIFIER.findall(text):
                digits += len(number)
                wrong += 0 if number in said else min(distance(number, found) for found in IDENTIFIER.findall(said) or [""])
        rates.append(f"{100 * errors / sum(len(text) for _, text in lines):.2f}")
    spent = (time.process_time() - started) / sum(len(lines) for lines in sets)
    return f"{' / '.join(rates)} % of characters; digits {100 * wrong / max(1, digits):.2f} % of {digits}; {1000 * spent:.1f} ms a line"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("models", nargs="+")
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=300)
    parser.add_argument("--tesseract", default="")
    a = parser.parse_args()
    kept = faces_of(a.faces)[1]
    sets = []
    for damage in range(3):
        source = drawn(a.packages, kept, f"judge-{damage}", tuple(float(k == damage) for k in range(3)), DRAWN)
        sets.append([next(source) for _ in range(a.lines)])
    for path in a.models:
        print(f"{Path(path).name}, {Path(path).stat().st_size / 1e6:.1f} MB: clean / scan / bad {judged(network(path), sets)}", flush=True)
    if a.tesseract:
        print(f"tesseract {a.tesseract}: clean / scan / bad {judged(tesseract(a.tesseract), sets)}, without its own processes")


if __name__ == "__main__":
    main()
