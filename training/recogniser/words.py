"""Words of spelling dictionaries (Hunspell), bent as the language bends them: a recogniser that has seen only infinitives expects no endings."""
import random
import re
from collections import defaultdict
from pathlib import Path

LONGEST = 18
BENT = 0.7  # share of words that take one of their endings


def endings(path: Path) -> dict[str, list[tuple[str, str, re.Pattern]]]:
    """By flag: what falls off a word's end, what comes there, and the end that such a word must have."""
    rules = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        part = line.split()
        if len(part) > 4 and part[0] == "SFX":
            off, on, end = ("" if v == "0" else v.split("/")[0] for v in part[2:5])
            rules[part[1]].append((off, on, re.compile(f"{end}$")))
    return rules


class Words:
    """`any()` gives a word of the dictionary `folder` whose base form consists of `letters`."""

    def __init__(self, folder: Path, letters: str, chosen: random.Random):
        self.random = chosen
        self.rules = endings(folder / "index.aff")
        entries = (line.strip().partition("/") for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:])
        self.entries = [(word, flags) for word, _, flags in entries if re.fullmatch(f"[{letters}]+", word) and len(word) <= LONGEST]

    def any(self) -> str:
        word, flags = self.random.choice(self.entries)
        if not flags or self.random.random() > BENT:
            return word
        fitting = [(off, on) for flag in flags for off, on, end in self.rules.get(flag, ()) if word.endswith(off) and end.search(word)]
        if not fitting:
            return word
        off, on = self.random.choice(fitting)
        bent = word[: len(word) - len(off)] + on
        return bent if len(bent) <= LONGEST else word
