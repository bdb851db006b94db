"""`zeren` run in this process, for what is not about a process: one start costs as much as ten commands."""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path
from subprocess import CompletedProcess
from unittest import mock

from zeren.cli import main


def zeren_here(*arguments: object, cwd: Path) -> CompletedProcess[str]:
    """Run the command line in the folder `cwd`; what `subprocess.run` would give of it."""
    given = ["zeren", *map(str, arguments)]
    with (
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(io.StringIO()) as out,
        contextlib.redirect_stderr(io.StringIO()) as err,
        mock.patch.object(sys, "argv", given),
    ):
        try:
            main()
        except SystemExit as leaving:
            status = leaving.code
    assert isinstance(status, int)
    return CompletedProcess(given, status, out.getvalue(), err.getvalue())
