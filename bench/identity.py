"""Identity and functions against the shared gold file of units.

    python -m bench.identity

Prints what the gold folder's own score.py says; nothing to do where ../shared is missing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from graph.identity.canonical import canonical_units
from graph.identity.units import region_of

_GOLD = Path(__file__).parents[2] / "shared/gold/units"


def listing(gold: Path) -> list[dict[str, object]]:
    """The units of the gold file's names, document by document, in the shape that score.py reads."""
    names: dict[tuple[str, str], list[str]] = {}
    for entry in json.loads(gold.read_text("utf-8"))["units"]:
        names.setdefault((entry["doc"], entry["region"]), []).extend(entry["names"])
    return [
        {"doc": doc, "region": region, "name": unit.name, "aliases": unit.aliases,
         "functions": list(unit.functions)}
        for (doc, region), printed in names.items()
        for unit in canonical_units(printed, region_of(region))
    ]  # fmt: skip


def main() -> int:
    """Score the listing; 0 also where there is nothing to score."""
    if not _GOLD.is_dir():
        print("skipped: ../shared/gold/units is not here")
        return 0
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump({"units": listing(_GOLD / "dev.json")}, file, ensure_ascii=False)
        file.flush()
        command = [
            sys.executable,
            str(_GOLD / "score.py"),
            str(_GOLD / "dev.json"),
            file.name,
            "--errors",
            "20",
        ]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
