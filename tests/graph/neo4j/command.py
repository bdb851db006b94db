"""`zeren load` as a user runs it, into a Neo4j."""

from __future__ import annotations

import os
import subprocess
import sys

from loaders.extraction import dumps
from tests.neo4j.server import PASSWORD


def load(folder, document, url, password=PASSWORD, **environment):
    """The exit code, and what stands on stderr: no more than one line."""
    (folder / "plan.json").write_bytes(dumps(document))
    done = subprocess.run(
        [sys.executable, "-m", "zeren", "load", "plan.json", "--store", url],
        cwd=folder, env={**os.environ, "ZEREN_NEO4J_PASSWORD": password, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr.count("\n") <= 1, done.stderr
    return done.returncode, done.stderr
