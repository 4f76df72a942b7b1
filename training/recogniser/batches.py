"""Batches of lines of one width each: the product reads line by line, so a network must not see the blank that padding would add."""
import multiprocessing
from collections import defaultdict
from pathlib import Path

import numpy as np
from PIL import Image

from characters import characters
from lines import HEIGHT, Lines, network_input
from texts import Texts

WIDTH_STEP = 16


def drawn(packages: Path, faces: list[Path], seed: str, damages: tuple[float, float, float], longest: int = 42):
    """(image, text) without end."""
    texts, lines, known = Texts(packages, seed, longest), Lines(faces, seed, damages), {" ", *characters()}
    while True:
        text = texts.line()
        image = lines.draw(text) if known.issuperset(text) else None
        if image is not None and image.width <= 960:
            width = max(32, round(image.width / WIDTH_STEP) * WIDTH_STEP)
            yield image.resize((width, HEIGHT), Image.Resampling.BILINEAR), text


def batches(packages: Path, faces: list[Path], seed: str, damages: tuple[float, float, float], pixels: int):
    """(inputs [N, 3, 48, W], texts) without end; N · W is about `pixels`."""
    held: dict[int, list] = defaultdict(list)
    for image, text in drawn(packages, faces, seed, damages):
        group = held[image.width]
        group.append((image, text))
        if len(group) * image.width >= pixels:
            yield np.stack([network_input(i, i.width) for i, _ in group]), [t for _, t in group]
            group.clear()


def _produce(queue, *arguments):
    for batch in batches(*arguments):
        queue.put(batch)


def produced(*arguments, ahead: int = 24):
    """The same from another process, `ahead` batches before they are needed."""
    queue = multiprocessing.Queue(ahead)
    multiprocessing.Process(target=_produce, args=(queue, *arguments), daemon=True).start()
    while True:
        yield queue.get()
