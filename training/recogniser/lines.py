"""Seeded images of text lines as a scanner, a phone or a printer leaves them, cut the way the product cuts detected lines."""
import io
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

HEIGHT = 32  # pixels; print of 8 to 12 points has it at 200 dpi
STEP = 8  # to which the product rounds widths
COLUMN = 4  # pixels of width for one step of the output


@dataclass
class Damage:
    """How much a line suffers: 0 clean print, 1 an office scan, 2 a bad copy or phone picture."""

    blur: tuple[float, float]
    noise: float
    quality: tuple[int, int]
    contrast: float
    turn: float
    smallest: int


DAMAGES = (
    Damage((0.0, 0.4), 3, (80, 97), 0.15, 0.3, 22),
    Damage((0.2, 1.0), 9, (45, 92), 0.35, 1.0, 15),
    Damage((0.5, 1.7), 20, (22, 75), 0.55, 1.8, 12),
)


class Lines:
    """`draw(text)` → a grey image HEIGHT pixels high, or None where the face lacks a sign of the text or the line comes out too narrow to be read."""

    def __init__(self, faces: list[Path], seed: str, damages: tuple[float, float, float] = (0.35, 0.45, 0.2)):
        self.random = random.Random(seed)
        self.noise = np.random.default_rng(self.random.randrange(2**32))
        self.faces = faces
        self.damages = damages
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
        image = self.printed(text, self.face(path, r.choice((32, 40, 48))), damage)
        image = self.spoiled(image, damage)
        ratio = image.width / image.height
        width = max(STEP, round(ratio * HEIGHT / STEP) * STEP)
        repeats = sum(a == b for a, b in zip(text, text[1:]))
        if width // COLUMN < (len(text) + repeats) * 1.15 + 1:
            return None
        return image.resize((width, HEIGHT), Image.Resampling.BILINEAR)

    def printed(self, text: str, font: ImageFont.FreeTypeFont, damage: Damage) -> Image.Image:
        r = self.random
        paper = r.randint(round(255 - 110 * damage.contrast), 255)
        ink = r.randint(0, round(40 + 130 * damage.contrast * r.random()))
        if r.random() < 0.04:
            paper, ink = ink, paper
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
        self.rule(pen, image, ink, tall)
        return image

    def rule(self, pen: ImageDraw.ImageDraw, image: Image.Image, ink: int, tall: int) -> None:
        """Table rules, underlines and pieces of the lines above and below that a box takes in."""
        r = self.random
        thick = r.randint(1, max(1, tall // 14))
        w, h = image.size
        if r.random() < 0.14:
            y = r.choice((r.randint(0, h // 12), h - 1 - r.randint(0, h // 10)))
            pen.line((0, y, w, y), fill=ink, width=thick)
        if r.random() < 0.09:
            x = r.choice((r.randint(0, 3), w - 1 - r.randint(0, 3)))
            pen.line((x, 0, x, h), fill=ink, width=thick)
        if r.random() < 0.06:
            for x in range(r.randint(0, 20), w, r.randint(8, 22)):
                pen.line((x, 0, x + r.randint(2, 7), 0), fill=ink, width=max(1, tall // 10))

    def spoiled(self, image: Image.Image, damage: Damage) -> Image.Image:
        r = self.random
        paper = image.getpixel((0, 0))
        if r.random() < 0.6:
            image = image.rotate(r.uniform(-damage.turn, damage.turn), Image.Resampling.BILINEAR, expand=False, fillcolor=paper)
        if r.random() < 0.3:
            slope = r.uniform(-0.12, 0.12)
            image = image.transform(image.size, Image.Transform.AFFINE, (1, slope, -slope * image.height / 2, 0, 1, 0), Image.Resampling.BILINEAR, fillcolor=paper)
        height = min(image.height, r.choice((r.randint(damage.smallest, 32), r.randint(24, 60))))
        squeeze = r.uniform(0.85, 1.15) if r.random() < 0.4 else 1
        image = image.resize((max(8, round(image.width * height / image.height * squeeze)), height), r.choice((Image.Resampling.BILINEAR, Image.Resampling.LANCZOS, Image.Resampling.BOX)))
        blur = r.uniform(*damage.blur) * height / 40
        if blur > 0.15:
            image = image.filter(ImageFilter.GaussianBlur(blur))
        grey = np.asarray(image, np.float32)
        if r.random() < 0.3:
            grey = grey + np.linspace(r.uniform(-30, 30) * damage.contrast, r.uniform(-30, 30) * damage.contrast, grey.shape[1])[None, :]
        grey = grey + self.noise.normal(0, damage.noise * r.random(), grey.shape)
        if r.random() < 0.08:
            grey = np.where(grey > r.randint(110, 190), 255, 0)
        if r.random() < 0.07 * damage.contrast * 3:
            grey[self.noise.random(grey.shape) < 0.01] = r.choice((0, 255))
        image = Image.fromarray(grey.clip(0, 255).astype(np.uint8))
        if r.random() < 0.7:
            held = io.BytesIO()
            image.save(held, "JPEG", quality=r.randint(*damage.quality))
            image = Image.open(held).convert("L")
        return image


def network_input(image: Image.Image, width: int) -> np.ndarray:
    """[3, HEIGHT, width] of -1..1, blank (0 before scaling to paper: white) to the right of a narrower image."""
    grey = np.full((HEIGHT, width), 0.0, np.float32)
    grey[:, : image.width] = np.asarray(image, np.float32) / 127.5 - 1
    return np.repeat(grey[None], 3, 0)
