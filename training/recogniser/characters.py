"""The characters of the recogniser: those of the Latin one and Russian letters, and where a new letter's weights start."""
from pathlib import Path

RUSSIAN = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁё№"
# Letters of the same or nearly the same shape: a head that knows the one need not learn the other from nothing.
SHAPES = dict(zip(
    "АВЕКМНОРСТУХаеорсухіЁёБГЗИЙПФЦЧЭЯбгдзийклмнптфчьъыэюящш",
    "ABEKMHOPCTYXaeopcyxiËë6Γ3NÑΠΦU4∋R6r03uŭKЛmHnTφ4bbb3o9ww",
))


def characters() -> list[str]:
    """In the order of the network's classes; class 0 before them is CTC's nothing, the one after them a space."""
    latin = (Path(__file__).parent.parent / "latin-recogniser/alphabet.txt").read_text(encoding="utf-8").split("\n")[:-1]
    return latin + list(RUSSIAN)
