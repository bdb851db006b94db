"""`make bundle`: one archive with wheels and start scripts that install and run without a network.

For this machine, or for another kind: `--platform win_amd64 --python 3.12`.
"""

from __future__ import annotations

import argparse
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Mapping, Sequence
from email.parser import BytesParser
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
FILES = Path(__file__).resolve().parent / "bundle_files"
_EXECUTABLE = 0o755 << 16


def pip(*arguments: str) -> None:
    """Run pip; its own output tells what went wrong."""
    subprocess.run([sys.executable, "-m", "pip", *arguments], check=True)


def gather(wheels: Path, kind: str | None, python: str | None) -> str:
    """Our wheel and all that it needs, in the versions of the lock, into a folder; our version."""
    wheels.mkdir(parents=True)
    pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    (ours,) = wheels.glob("zeren-*.whl")
    other = ["--platform", kind] if kind else []
    other += ["--python-version", python] if python else []
    # wheels only: a machine without a network seldom has a compiler
    pip(
        "download", "--quiet", "--only-binary", ":all:", "--dest", str(wheels),
        "--constraint", str(ROOT / "requirements.lock"), *other, str(ours),
    )  # fmt: skip
    if kind and kind.startswith("win"):
        _add_for_windows(wheels, python, other)
    return ours.name.split("-")[1]


_WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
}


def _add_for_windows(wheels: Path, python: str | None, other: Sequence[str]) -> None:
    """What packages need on Windows only: pip looks at the machine that it runs on (colorama, pywin32)."""
    target = _WINDOWS | ({"python_version": python} if python else {})
    while missing := _needed(wheels, target) - {_name(file.name.split("-")[0]) for file in wheels.iterdir()}:
        pip(
            "download", "--quiet", "--only-binary", ":all:", "--no-deps", "--dest", str(wheels), *other,
            *sorted(missing),
        )  # fmt: skip


def _needed(wheels: Path, target: Mapping[str, str]) -> set[str]:
    """Names that the wheels of a folder ask for on a machine."""
    found = set()
    for wheel in wheels.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            head = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
            metadata = BytesParser().parsebytes(archive.read(head))
        for line in metadata.get_all("Requires-Dist", []):
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({**target, "extra": ""}):
                found.add(_name(needed.name))
    return found


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def write_scripts(folder: Path, version: str, kind: str, python: str) -> None:
    """The start scripts, with the line ends that each system wants, and what to do in words."""
    (folder / "start.sh").write_bytes((FILES / "start.sh").read_bytes().replace(b"\r\n", b"\n"))
    for name in ("start.bat", "readme.txt"):
        text = (FILES / name).read_text("utf-8")
        if name == "readme.txt":
            text = text.format(version=version, platform=kind, python=python)
        target = "说明.txt" if name == "readme.txt" else name
        mark = "\ufeff" if name == "readme.txt" else ""  # old Windows editors take UTF-8 for GBK without it
        (folder / target).write_bytes((mark + text).replace("\n", "\r\n").encode())


def pack(folder: Path, archive: Path) -> None:
    """The folder as a zip in which start.sh may be run."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for file in sorted(folder.rglob("*")):
            name = f"{folder.name}/{file.relative_to(folder).as_posix()}"
            if file.name == "start.sh":
                entry = zipfile.ZipInfo(name, (2031, 1, 1, 0, 0, 0))
                entry.create_system, entry.external_attr = 3, _EXECUTABLE
                packed.writestr(entry, file.read_bytes())
            elif file.is_file():
                packed.write(file, name)


def main(arguments: Sequence[str]) -> None:
    """Build the bundle under dist/."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--platform", help="pip's name of the machine, as win_amd64 or manylinux_2_28_x86_64")
    parser.add_argument("--python", help="its Python, as 3.12", default=None)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    given = parser.parse_args(arguments)
    kind = given.platform or sysconfig.get_platform().replace("-", "_")
    python = given.python or ".".join(platform.python_version_tuple()[:2])
    given.out.mkdir(parents=True, exist_ok=True)
    building = given.out / "bundle"
    shutil.rmtree(building, ignore_errors=True)
    version = gather(building / "wheels", given.platform, given.python)
    folder = given.out / f"zeren-{version}-{kind}-py{python}"
    shutil.rmtree(folder, ignore_errors=True)
    building.rename(folder)
    write_scripts(folder, version, kind, python)
    pack(folder, Path(f"{folder}.zip"))
    print(f"{folder}.zip")


if __name__ == "__main__":
    main(sys.argv[1:])
