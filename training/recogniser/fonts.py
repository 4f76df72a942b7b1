"""Joins the parts of font packages (npm @fontsource/*) that a line of Russian and Latin text needs into one file a face.

Usage: fonts.py NODE_MODULES/@fontsource OUT [--styles 400-normal,700-normal,400-italic]
Packages whose licence is not OFL-1.1, Apache-2.0 or UFL-1.0 are left out. The licence of each face is written to OUT/licences.tsv.
"""
import argparse
import json
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

PARTS = ("latin", "cyrillic", "latin-ext")
FREE = {"OFL-1.1", "Apache-2.0", "UFL-1.0"}


def join(package: Path, style: str, target: Path) -> bool:
    found = [package / "files" / f"{package.name}-{part}-{style}.woff" for part in PARTS]
    if not (found[0].exists() and found[1].exists()):
        return False
    plain = []
    for path in (p for p in found if p.exists()):
        font = TTFont(path)
        font.flavor = None
        for table in ("GSUB", "GPOS", "GDEF", "kern", "DSIG", "STAT", "fvar", "gvar", "HVAR", "MVAR", "avar", "vhea", "vmtx", "VORG"):
            if table in font:
                del font[table]
        plain.append(target.parent / f"{path.stem}.part.ttf")
        font.save(plain[-1])
    try:
        Merger().merge([str(p) for p in plain]).save(target)
        return True
    except Exception as problem:  # a family whose parts do not fit together is of no use here
        print(f"{package.name} {style}: left out, {type(problem).__name__}")
        return False
    finally:
        for path in plain:
            path.unlink()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("packages", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--styles", default="400-normal,700-normal,400-italic")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    licences = []
    for package in sorted(p for p in arguments.packages.iterdir() if p.is_dir()):
        licence = json.loads((package / "package.json").read_text(encoding="utf-8")).get("license")
        if licence not in FREE:
            print(f"{package.name}: left out, licence {licence}")
            continue
        for style in arguments.styles.split(","):
            target = arguments.out / f"{package.name}-{style}.ttf"
            if join(package, style, target):
                licences.append(f"{target.name}\t{licence}")
    (arguments.out / "licences.tsv").write_text("\n".join(licences) + "\n", encoding="utf-8")
    print(f"{len(licences)} faces")
