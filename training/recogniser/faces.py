"""Which faces are trained on, and which are kept back to measure on."""
from collections.abc import Iterable
from pathlib import Path

# Families that are only measured on: of every kind one (grotesque, serif, narrow, typewriter, a second serif, display, book).
KEPT_BACK = ("open-sans", "noto-serif", "ubuntu-condensed", "overpass-mono", "PTF", "russo-one", "literata")


def faces_to_train(folder: Path) -> list[Path]:
    return [f for f in sorted(folder.glob("*.ttf")) if not f.name.startswith(KEPT_BACK)]


def faces_kept_back(folder: Path, families: Iterable[int] = range(len(KEPT_BACK))) -> list[Path]:
    """`families`: numbers in KEPT_BACK."""
    names = tuple(KEPT_BACK[k] for k in families)
    return [f for f in sorted(folder.glob("*.ttf")) if f.name.startswith(names)]
