"""docker-compose.yml is what Docker takes, and the Dockerfile copies what the wheel holds."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_compose_file_fits_its_specification():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run(
        [*command, str(ROOT / "docker-compose.yml")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_image_holds_every_package_and_does_not_run_as_root():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    for package in packages:
        assert f"COPY {package} {package}" in lines
        assert f"!{package}" in ignored
    assert "USER zeren" in lines
    assert any(line.startswith("HEALTHCHECK") for line in lines)
