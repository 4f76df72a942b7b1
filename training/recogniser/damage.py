"""What a printer, a copier, a scanner and other people's ink do to a drawn line. All functions take a grey image and give one of the same size."""
import io
import random
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps


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


def rules(r: random.Random, image: Image.Image, ink: int, tall: int) -> None:
    """Table rules, underlines and pieces of the lines above and below that a box takes in; drawn into `image`."""
    pen = ImageDraw.Draw(image)
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


def stamped(r: random.Random, image: Image.Image, font: ImageFont.FreeTypeFont) -> Image.Image:
    """The rim, the letters or the stroke of a stamp or a signature across the line, in ink that lets the print through."""
    w, h = image.size
    over = Image.new("L", image.size, 0)
    pen = ImageDraw.Draw(over)
    wide = max(2, h // r.randint(9, 16))
    x, y, radius = r.randint(-h, w + h), r.randint(-2 * h, 3 * h), r.randint(2 * h, 5 * h)
    for ring in range(r.randint(1, 2)):
        reach = radius - ring * 3 * wide
        pen.ellipse((x - reach, y - reach, x + reach, y + reach), outline=255, width=wide)
    if r.random() < 0.5:
        pen.line([(r.randint(0, w), r.randint(-h // 2, h + h // 2)) for _ in range(r.randint(3, 7))], fill=255, width=wide, joint="curve")
    if r.random() < 0.5:
        pen.text((r.randint(-w // 4, w), r.randint(-h // 2, h // 2)), r.choice(("ООО", "М.П.", "PAID", "ОПЛАЧЕНО", "GmbH")), font=font, fill=255)
        over = over.rotate(r.uniform(-25, 25), Image.Resampling.BILINEAR)
    strength = r.uniform(0.15, 0.55)
    return Image.fromarray((np.asarray(image, np.float32) * (1 - strength * np.asarray(over, np.float32) / 255)).astype(np.uint8))


def bled_through(r: random.Random, image: Image.Image, font: ImageFont.FreeTypeFont, text: str) -> Image.Image:
    """Print of the paper's other side: mirrored, soft and faint."""
    back = Image.new("L", image.size, 0)
    ImageDraw.Draw(back).text((r.randint(-20, 20), r.randint(-image.height // 2, image.height // 2)), text, font=font, fill=255)
    back = ImageOps.mirror(back).filter(ImageFilter.GaussianBlur(image.height * r.uniform(0.01, 0.05)))
    return Image.fromarray((np.asarray(image, np.float32) * (1 - r.uniform(0.04, 0.22) * np.asarray(back, np.float32) / 255)).astype(np.uint8))


def faded(r: random.Random, noise: np.random.Generator, image: Image.Image) -> Image.Image:
    """A thermal printer's head: ink that comes and goes along the line, and columns that do not print."""
    grey = np.asarray(image, np.float32)
    paper = grey[0, 0]
    knots = noise.uniform(0.45, 1, max(2, image.width // 60) + 2)
    strength = np.interp(np.linspace(0, len(knots) - 1, image.width), np.arange(len(knots)), knots)
    if r.random() < 0.4:
        strength[noise.random(image.width) < 0.02] = 0
    return Image.fromarray((paper + (grey - paper) * strength[None]).clip(0, 255).astype(np.uint8))


def lit(r: random.Random, grey: np.ndarray, contrast: float) -> np.ndarray:
    """Uneven light: a slope along and across, sometimes the soft edge of a shadow."""
    height, width = grey.shape
    grey = grey + np.linspace(r.uniform(-30, 30) * contrast, r.uniform(-30, 30) * contrast, width)[None, :]
    grey = grey + np.linspace(r.uniform(-15, 15) * contrast, r.uniform(-15, 15) * contrast, height)[:, None]
    if r.random() < 0.3:
        edge, soft = r.uniform(0, width), r.uniform(2, 40)
        across = np.arange(width)[None, :] + r.uniform(-1, 1) * np.arange(height)[:, None]
        grey = grey * (1 - r.uniform(0.1, 0.9) * contrast / (1 + np.exp((edge - across) / soft)))
    return grey


def spoiled(r: random.Random, noise: np.random.Generator, image: Image.Image, damage: Damage) -> Image.Image:
    """Turned, slanted, scanned at another size, blurred, lit, noisy and compressed. The size changes."""
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
        grey = lit(r, grey, damage.contrast)
    grey = grey + noise.normal(0, damage.noise * r.random(), grey.shape)
    if r.random() < 0.08:
        grey = np.where(grey > r.randint(110, 190), 255, 0)
    if r.random() < 0.07 * damage.contrast * 3:
        grey[noise.random(grey.shape) < 0.01] = r.choice((0, 255))
    image = Image.fromarray(grey.clip(0, 255).astype(np.uint8))
    if r.random() < 0.7:
        held = io.BytesIO()
        image.save(held, "JPEG", quality=r.randint(*damage.quality))
        image = Image.open(held).convert("L")
    return image
