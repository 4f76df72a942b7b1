"""Compares recognisers on the same drawn lines, in faces that no training has seen: errors by damage, digits of identifiers, processor time.

Usage: judge.py MODEL.onnx … --packages NODE_MODULES --faces FACES [--lines 300] [--identifiers 250] [--tesseract rus+eng]
MODEL is a whole network, or `LATIN.onnx+BRANCH.onnx`, read one after the other as the product does. A model brings its characters in its metadata;
lines are drawn 48 pixels high and scaled to the height each model wants.
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
from branch import one_thread
from faces import faces_kept_back
from lines import STEP, network_input
from measure import between, distance, spelled, without_rows
from texts import Texts

DRAWN = 48
MARGIN = 10  # pixels of white around a line for Tesseract, which loses letters at the edge
IDENTIFIER = re.compile(r"\d{8,}")  # numbers of which the digits are counted
NAMES = ("clean", "scan", "bad")


class Reader:
    """`read(image)` → text, by one network or by two one after the other; `seconds` of the processor are counted for all lines read."""

    seen: dict[tuple[str, int], tuple[np.ndarray, float]] = {}  # what the first of two said of an image, and how long it took: several branches go on from it

    def __init__(self, path: str):
        files = path.split("+")
        self.first = files[0] if len(files) == 1 else f"{files[0]}+"
        self.characters = next(p.value for p in onnx.load(files[-1]).metadata_props if p.key == "character").split("\n")
        self.sessions = [onnxruntime.InferenceSession(file, one_thread()) for file in files]
        self.height = self.sessions[0].get_inputs()[0].shape[2]
        self.seconds = 0.0

    def run(self, session: onnxruntime.InferenceSession, values: np.ndarray) -> np.ndarray:
        wanted = session.get_outputs()[0 if session is self.sessions[-1] else -1].name
        return session.run([wanted], {session.get_inputs()[0].name: values})[0]

    def look(self, image: Image.Image) -> np.ndarray:
        if (self.first, id(image)) not in self.seen:
            started = time.process_time()
            width = max(STEP, round(image.width * self.height / image.height / STEP) * STEP)
            values = self.run(self.sessions[0], network_input(image.resize((width, self.height), Image.Resampling.BILINEAR))[None])
            self.seen[self.first, id(image)] = values, time.process_time() - started
        values, spent = self.seen[self.first, id(image)]
        self.seconds += spent
        return values

    def read(self, image: Image.Image) -> str:
        values, started = self.look(image), time.process_time()
        for session in self.sessions[1:]:
            values = self.run(session, values)
        self.seconds += time.process_time() - started
        return spelled(values[0].argmax(-1), self.characters)


def tesseract(languages: str):
    def read(image: Image.Image) -> str:
        page = Image.new("L", (image.width + 2 * MARGIN, image.height + 2 * MARGIN), image.getpixel((0, 0)))
        page.paste(image, (MARGIN, MARGIN))
        with tempfile.NamedTemporaryFile(suffix=".png") as file:
            page.save(file.name)
            said = subprocess.run(["tesseract", file.name, "-", "-l", languages, "--psm", "7"], capture_output=True, text=True, check=True)
        return " ".join(said.stdout.split())

    return read


def wrong_digits(number: str, said: str) -> int:
    """Spaces apart; all of them where no number was found."""
    found = IDENTIFIER.findall(said.replace(" ", "")) or [""]
    return 0 if number in said.replace(" ", "") else min(distance(number, other) for other in found)


def rate(pairs: list[tuple[str, str]]) -> float:
    return 100 * sum(distance(said, text) for said, text in pairs) / sum(len(text) for _, text in pairs)


def judged(read, lines: list) -> str:
    pairs = [(read(image), text) for image, text in lines]
    return f"{rate([(without_rows(said), without_rows(text)) for said, text in pairs]):.2f} % of characters ({rate(pairs):.2f} with rows of one sign counted)"


def judged_digits(read, lines: list) -> str:
    pairs = [(read(image), text) for image, text in lines]
    numbers = [(len(number), wrong_digits(number, said), number in said) for said, text in pairs for number in IDENTIFIER.findall(text)]
    read = [(length, wrong, whole) for length, wrong, whole in numbers if wrong <= length // 2]
    digits, wrong, parted = sum(length for length, _, _ in read), sum(wrong for _, wrong, _ in read), sum(wrong == 0 and not whole for _, wrong, whole in read)
    low, high = between(wrong, digits)
    return (
        f"{len(numbers)} numbers, {len(numbers) - len(read)} lost altogether, {parted} parted by a space; "
        f"digits of the rest {wrong} of {digits} wrong, {100 * wrong / digits:.3f} % ({100 * low:.3f}-{100 * high:.3f})"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("models", nargs="+")
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=300)
    parser.add_argument("--identifiers", type=int, default=250)
    parser.add_argument("--tesseract", default="")
    a = parser.parse_args()
    kept = faces_kept_back(a.faces)
    sets, identifiers = [], []
    for damage in range(3):
        only = tuple(float(k == damage) for k in range(3))
        source, numbers = (drawn(a.packages, kept, f"{seed}-{damage}", only, DRAWN, kind) for seed, kind in (("judge", Texts.line), ("numbers", Texts.identifier)))
        sets.append([next(source) for _ in range(a.lines)])
        identifiers.append([next(numbers) for _ in range(a.identifiers)])
    readers = [(path, Reader(path)) for path in a.models]
    for path, reader in readers:
        size = sum(Path(file).stat().st_size for file in path.split("+")) / 1e6
        print(f"{' + '.join(Path(file).name for file in path.split('+'))}, {size:.1f} MB", flush=True)
        for name, lines, numbers in zip(NAMES, sets, identifiers):
            print(f"  {name}: {judged(reader.read, lines)}; {judged_digits(reader.read, numbers)}", flush=True)
        print(f"  {1000 * reader.seconds / sum(map(len, [*sets, *identifiers])):.1f} ms a line", flush=True)
    if a.tesseract:
        print(f"tesseract {a.tesseract}")
        for name, lines, numbers in zip(NAMES, sets, identifiers):
            print(f"  {name}: {judged(tesseract(a.tesseract), lines)}; {judged_digits(tesseract(a.tesseract), numbers)}", flush=True)


if __name__ == "__main__":
    main()
