"""Computes the fixtures with PyTorch and NumPy, in double precision.

    /usr/bin/python3 test/oracle/make.py             all of them
    /usr/bin/python3 test/oracle/make.py optimizers  one chapter

Deterministic: every maker draws from a stream of its own. A maker is named after the function of the library that it
checks; where the tutor's convention differs from PyTorch's, the value is mapped in the maker and the mapping is named
beside it.
"""

import importlib
import json
import pathlib
import sys

from drawing import cases

HERE = pathlib.Path(__file__).parent
TOOLS = {"make", "drawing"}


def write(chapter):
    for maker in importlib.import_module(chapter).MAKERS:
        lines = ",\n".join("  " + json.dumps(case) for case in cases(maker))
        (HERE / "fixtures" / f"{maker.__name__}.json").write_text(f"[\n{lines}\n]\n")


chapters = sys.argv[1:] or sorted(path.stem for path in HERE.glob("*.py") if path.stem not in TOOLS)
for name in chapters:
    write(name)
