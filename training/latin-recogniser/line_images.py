"""The network's input: line images 48 pixels high, as the product cuts them (width rounded to 8, blue-green-red, -1..1)."""
import json
from pathlib import Path

import numpy as np
from PIL import Image

HEIGHT = 48
STEP = 8
WIDEST = 3200
# Detected boxes stand a little off the ink; the share of the line's height differs from line to line.
MARGINS = (0.02, 0.08, 0.15)


def lines_of(folder: str) -> list[tuple[np.ndarray, str, bool]]:
    """(input of shape [1, 3, 48, width], text, whether from a word sheet) for each line of a folder that make-lines.ts wrote."""
    pages: dict[str, Image.Image] = {}
    found = []
    for index, line in enumerate(json.loads((Path(folder) / "lines.json").read_text(encoding="utf-8"))):
        name = line["image"]
        if name not in pages:
            pages[name] = Image.open(Path(folder) / name).convert("RGB")
        found.append((flat(pages[name], line["corners"], MARGINS[index % len(MARGINS)]), line["text"], line["sheet"]))
    return found


def flat(page: Image.Image, corners: list[list[float]], margin: float) -> np.ndarray:
    """The turned rectangle laid flat. `corners` clockwise from the top left, pixels; `margin` as a share of the height."""
    top_left, top_right, _, bottom_left = (np.array(c) for c in corners)
    along, down = top_right - top_left, bottom_left - top_left
    tall = np.linalg.norm(down)
    pad_along, pad_down = along / max(np.linalg.norm(along), 1) * tall * margin, down * margin
    origin = top_left - pad_along - pad_down
    along, down = along + 2 * pad_along, down + 2 * pad_down
    ratio = np.linalg.norm(along) / np.linalg.norm(down)
    width = int(min(WIDEST, max(STEP, round(ratio * HEIGHT / STEP) * STEP)))
    a, b = along / width, down / HEIGHT
    image = page.transform((width, HEIGHT), Image.Transform.AFFINE, (a[0], b[0], origin[0], a[1], b[1], origin[1]), Image.Resampling.BILINEAR)
    return np.ascontiguousarray((np.asarray(image, np.float32) / 127.5 - 1)[:, :, ::-1].transpose(2, 0, 1)[None])
