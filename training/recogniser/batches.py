"""Batches of lines of one width each: the product reads line by line, so a network must not see the blank that padding would add."""
import multiprocessing
from collections import defaultdict
from pathlib import Path

import numpy as np
from PIL import Image

from characters import characters
from lines import Lines, network_input
from texts import Texts

WIDTH_STEP = 16
COLUMN = {32: 4, 48: 8}  # pixels of width for one step of the output, by the height of the network's lines (build.py)


def drawn(packages: Path, faces: list[Path], seed: str, damages: tuple[float, float, float], height: int, kind=Texts.line):
    """(image, text) without end; images are `height` pixels high. `kind`: a method of Texts, for lines of one kind."""
    column = COLUMN[height]
    texts, lines, known = Texts(packages, seed), Lines(faces, seed, damages, height, column), {" ", *characters()}
    while True:
        text = kind(texts).strip()
        image = lines.draw(text) if known.issuperset(text) else None
        if image is not None and image.width <= height * 30:
            width = max(32, round(image.width / WIDTH_STEP) * WIDTH_STEP)
            yield image.resize((width, height), Image.Resampling.BILINEAR), text


def batches(packages: Path, faces: list[Path], seed: str, damages: tuple[float, float, float], height: int, pixels: int):
    """(inputs [N, 3, height, W], texts) without end; N · W is about `pixels`."""
    held: dict[int, list] = defaultdict(list)
    for image, text in drawn(packages, faces, seed, damages, height):
        group = held[image.width]
        group.append((image, text))
        if len(group) * image.width >= pixels:
            yield np.stack([network_input(i) for i, _ in group]), [t for _, t in group]
            group.clear()


def _produce(queue, drawer, packages, faces, seed, *rest):
    for batch in batches(packages, faces, f"{seed}-{drawer}" if drawer else seed, *rest):
        queue.put(batch)


def produced(*arguments, drawers: int = 1, ahead: int = 24):
    """The same from `drawers` other processes, `ahead` batches before they are needed."""
    queue = multiprocessing.Queue(ahead * drawers)
    for drawer in range(drawers):
        multiprocessing.Process(target=_produce, args=(queue, drawer, *arguments), daemon=True).start()
    while True:
        yield queue.get()
