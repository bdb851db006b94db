"""The wheel holds everything: installed elsewhere, it reads, loads, asks and draws."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the wheel's packages, and nothing of the checkout on the path."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT], check=True
    )
    wheel = next(folder.glob("*.whl"))
    subprocess.run([*pip, "install", "--no-deps", "--target", folder / "site", wheel], check=True)
    return folder / "site"


@pytest.mark.slow
def test_the_wheel_works_from_another_folder(installed, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}

    def zeren(*arguments):
        command = [sys.executable, "-m", "zeren", *map(str, arguments)]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )

    where = "import zeren, queries; print(zeren.__file__, queries.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.count(str(installed)) == 2
    assert "已载入" in zeren("load", ROOT / "examples" / "plans", "--store", "ladybug://s").stdout
    assert "共" in zeren("query", "load_of_units", "--store", "ladybug://s").stderr
    zeren("view", "plan", "岚政办发〔2024〕8号", "--out", "plan.html", "--store", "ladybug://s")
    assert (tmp_path / "plan.html").stat().st_size > 100_000
