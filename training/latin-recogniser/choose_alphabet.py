"""Writes alphabet.txt: the characters the Latin recogniser keeps, one a line, in the order of the full model's dictionary.

Usage: choose_alphabet.py FULL_MODEL.onnx
Chosen by Unicode blocks, not by hand: whatever a document in a language of Latin script prints. Left out on purpose: characters that look like
a more usual one (Greek alpha, Roman numeral one, long s, white circle: inside a VAT id they would be wrong values nobody sees), phonetic letters,
currency signs out of use, CJK, pictures.
"""
import sys
from pathlib import Path

import onnx

BLOCKS = [(0x21, 0x7E), (0xA1, 0x17F), (0x1E00, 0x1EFF), (0x2013, 0x203A), (0x2070, 0x2079), (0x2080, 0x2089)]
# Latin Extended-B is mostly phonetic; these letters are in daily use (Romanian, Azerbaijani, Vietnamese, the florin sign).
SINGLE = "ƏəƠơƯưȘșȚțƒ" + "ΔΣΩπ" + "€₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₾₿" + "℃℉™№" + "←↑→↓" + "−√∞∑≈≠≤≥∅" + "■□●▪▲▼▶★☆☐☑☒✓✔✕✖" + "①②③④⑤⑥⑦⑧⑨⑩"
LOOK_ALIKES = "ſĲĳŉĿŀĸ‖"


def kept(character: str) -> bool:
    code = ord(character)
    return character not in LOOK_ALIKES and (character in SINGLE or any(low <= code <= high for low, high in BLOCKS))


if __name__ == "__main__":
    model = onnx.load(sys.argv[1])
    dictionary = next(p.value for p in model.metadata_props if p.key == "character").split("\n")
    chosen = [c for c in dictionary if kept(c)]
    Path(__file__).with_name("alphabet.txt").write_text("\n".join(chosen) + "\n", encoding="utf-8")
    print(f"{len(chosen)} of {len(dictionary)} characters")
