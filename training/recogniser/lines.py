"""Seeded images of text lines as a scanner, a phone or a printer leaves them, cut the way the product cuts detected lines."""
import random
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from damage import DAMAGES, Damage, bled_through, faded, rules, spoiled, stamped

STEP = 8  # to which the product rounds widths
# Faces that needle and thermal printers imitate.
TYPED = ("mono", "courier", "typewriter", "cousine", "code", "narrow", "condensed")


class Lines:
    """`draw(text)` → a grey image `height` pixels high, or None where the face lacks a sign of the text or the line comes out too narrow to be read.

    `column`: pixels of width for one step of the network's output.
    """

    def __init__(self, faces: list[Path], seed: str, damages: tuple[float, float, float], height: int, column: int):
        self.random = random.Random(seed)
        self.noise = np.random.default_rng(self.random.randrange(2**32))
        self.faces = faces
        self.damages = damages
        self.height = height
        self.column = column
        self.loaded: dict[tuple[Path, int], ImageFont.FreeTypeFont] = {}
        self.known: dict[Path, set[int]] = {}

    def face(self, path: Path, size: int) -> ImageFont.FreeTypeFont:
        if (path, size) not in self.loaded:
            self.loaded[path, size] = ImageFont.truetype(str(path), size)
        return self.loaded[path, size]

    def has(self, path: Path, text: str) -> bool:
        if path not in self.known:
            from fontTools.ttLib import TTFont

            self.known[path] = set(TTFont(path, lazy=True).getBestCmap())
        return all(ord(c) in self.known[path] for c in text)

    def draw(self, text: str) -> Image.Image | None:
        r = self.random
        path = next((p for p in (r.choice(self.faces) for _ in range(6)) if self.has(p, text)), None)
        if path is None:
            return None
        damage = r.choices(DAMAGES, self.damages)[0]
        typed = any(name in path.name.lower() for name in TYPED)
        if typed and r.random() < 0.2:
            image = self.needled(text, self.face(path, r.choice((13, 15, 17))), damage)
        else:
            font = self.face(path, r.choice((32, 40, 48)))
            image = self.printed(text, font, damage)
            if r.random() < 0.1 * damage.contrast * 2:
                image = stamped(r, image, font)
            if r.random() < 0.1 * damage.contrast * 2:
                image = bled_through(r, image, font, text[::-1])
        if r.random() < (0.25 if typed else 0.03):
            image = faded(r, self.noise, image)
        image = spoiled(r, self.noise, image, damage)
        width = max(STEP, round(image.width / image.height * self.height / STEP) * STEP)
        repeats = sum(a == b for a, b in zip(text, text[1:]))
        if width // self.column < (len(text) + repeats) * 1.15 + 1:
            return None
        return image.resize((width, self.height), Image.Resampling.BILINEAR)

    def inks(self, damage: Damage) -> tuple[int, int]:
        """(paper, ink)"""
        r = self.random
        paper = r.randint(round(255 - 110 * damage.contrast), 255)
        ink = r.randint(0, round(40 + 130 * damage.contrast * r.random()))
        return (ink, paper) if r.random() < 0.04 else (paper, ink)

    def printed(self, text: str, font: ImageFont.FreeTypeFont, damage: Damage) -> Image.Image:
        r = self.random
        paper, ink = self.inks(damage)
        spacing = r.choice((0, 0, 0, 0, 1, 2, 4)) if len(text) < 30 else 0
        left, top, right, bottom = font.getbbox(text)
        # The box that a detector draws stands 2-20 % off the ink; capitals and figures alone have no descenders.
        ascent, descent = (font.getmetrics() if r.random() < 0.25 else (None, None))
        if ascent is not None:
            top, bottom = min(top, round(ascent * 0.2)), max(bottom, round(ascent + descent * 0.8))
        tall = max(bottom - top, font.size // 3)
        around = [round(tall * r.uniform(*m)) for m in ((0.05, 0.45), (-0.02, 0.22), (0.05, 0.45), (-0.02, 0.22))]
        width = right - left + around[0] + around[2] + spacing * len(text)
        image = Image.new("L", (max(width, 8), max(tall + around[1] + around[3], 12)), paper)
        pen = ImageDraw.Draw(image)
        x, y = around[0] - left, around[1] - top
        if spacing:
            for sign in text:
                pen.text((x, y), sign, font=font, fill=ink)
                x += font.getlength(sign) + spacing
        else:
            pen.text((x, y), text, font=font, fill=ink, stroke_width=1 if r.random() < 0.05 else 0)
        rules(r, image, ink, tall)
        return image

    def needled(self, text: str, font: ImageFont.FreeTypeFont, damage: Damage) -> Image.Image:
        """A needle printer's line: every point of a coarse letter is a round dot."""
        r = self.random
        paper, ink = self.inks(damage)
        left, top, right, bottom = font.getbbox(text)
        coarse = Image.new("L", (right - left + 4, bottom - top + 4), 0)
        ImageDraw.Draw(coarse).text((2 - left, 2 - top), text, font=font, fill=255)
        points = np.asarray(coarse) > 110
        wide, radius = 4, r.uniform(1.6, 2.4)
        at = np.arange(wide) - (wide - 1) / 2
        dot = (at[:, None] ** 2 + at[None] ** 2 <= radius**2).astype(np.float32)
        image = Image.fromarray((paper + (ink - paper) * np.kron(points, dot)).astype(np.uint8))
        rules(r, image, ink, image.height)
        return image


def network_input(image: Image.Image) -> np.ndarray:
    """[3, height, width] of -1..1."""
    return np.repeat((np.asarray(image, np.float32) / 127.5 - 1)[None], 3, 0)
