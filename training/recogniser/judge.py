"""Compares recognisers on the same drawn lines, in faces that no training has seen: errors by damage, digits of identifiers, processor time.

Usage: judge.py MODEL.onnx … --packages NODE_MODULES --faces FACES [--lines 300] [--identifiers 500] [--tesseract rus+eng]
MODEL is a whole network, or `LATIN.onnx+BRANCH.onnx`, read one after the other as the product does. A model brings its characters in its metadata;
lines are drawn 48 pixels high and scaled to the height each model wants.
"""
import argparse
import re
import subprocess
import tempfile
import time
from pathlib import Path

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
IDENTIFIER = re.compile(r"\d{8,}")
DAMAGES = (0.3, 0.45, 0.25)  # of the identifiers


def network(path: str):
    files = path.split("+")
    characters = next(p.value for p in onnx.load(files[-1]).metadata_props if p.key == "character").split("\n")
    sessions = [onnxruntime.InferenceSession(file, one_thread()) for file in files]
    height = sessions[0].get_inputs()[0].shape[2]

    def read(image: Image.Image) -> str:
        width = max(STEP, round(image.width * height / image.height / STEP) * STEP)
        values = network_input(image.resize((width, height), Image.Resampling.BILINEAR))[None]
        for session in sessions:
            wanted = session.get_outputs()[0 if session is sessions[-1] else -1].name
            values = session.run([wanted], {session.get_inputs()[0].name: values})[0]
        return spelled(values[0].argmax(-1), characters)

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


def wrong_digits(text: str, said: str) -> int:
    """Of the numbers of eight and more digits in `text`; one that was not found at all counts with its whole length."""
    numbers = IDENTIFIER.findall(said) or [""]
    return sum(0 if number in said else min(distance(number, found) for found in numbers) for number in IDENTIFIER.findall(text))


def rate(pairs: list[tuple[str, str]]) -> float:
    return 100 * sum(distance(said, text) for said, text in pairs) / sum(len(text) for _, text in pairs)


def judged(read, sets: list[list], identifiers: list) -> str:
    started = time.process_time()
    said = [[(read(image), text) for image, text in lines] for lines in sets]
    spent = (time.process_time() - started) / sum(map(len, sets))
    apart = [rate([(without_rows(s), without_rows(t)) for s, t in pairs]) for pairs in said]
    numbers = [(read(image), text) for image, text in identifiers]
    digits = sum(len(n) for _, text in numbers for n in IDENTIFIER.findall(text))
    wrong = sum(wrong_digits(text, s) for s, text in numbers)
    low, high = between(wrong, digits)
    return (
        f"{' / '.join(f'{r:.2f}' for r in apart)} % of characters ({' / '.join(f'{rate(pairs):.2f}' for pairs in said)} with rows of one sign counted); "
        f"digits of identifiers {wrong} of {digits}, {100 * wrong / digits:.3f} % ({100 * low:.3f}-{100 * high:.3f}); {1000 * spent:.1f} ms a line"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("models", nargs="+")
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--faces", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=300)
    parser.add_argument("--identifiers", type=int, default=500)
    parser.add_argument("--tesseract", default="")
    a = parser.parse_args()
    kept = faces_kept_back(a.faces)
    sources = [drawn(a.packages, kept, f"judge-{damage}", tuple(float(k == damage) for k in range(3)), DRAWN) for damage in range(3)]
    sets = [[next(source) for _ in range(a.lines)] for source in sources]
    source = drawn(a.packages, kept, "judge-identifiers", DAMAGES, DRAWN, kind=Texts.identifier)
    identifiers = [next(source) for _ in range(a.identifiers)]
    for path in a.models:
        size = sum(Path(file).stat().st_size for file in path.split("+")) / 1e6
        names = "+".join(Path(file).name for file in path.split("+"))
        print(f"{names}, {size:.1f} MB: clean / scan / bad {judged(network(path), sets, identifiers)}", flush=True)
    if a.tesseract:
        print(f"tesseract {a.tesseract}: clean / scan / bad {judged(tesseract(a.tesseract), sets, identifiers)}, without its own processes")


if __name__ == "__main__":
    main()
