"""A disk of its own, that a test can fill."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def mount(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The system's `mount`."""
    return subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)


def mount_disk(folder: Path, size: str) -> str:
    """Make a folder a disk of that size ("40m"); why it cannot be, else nothing."""
    if not sys.platform.startswith("linux") or os.geteuid():
        return "a tmpfs is mounted by root on Linux only"
    folder.mkdir()
    told = mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    return f"mounting is not allowed here: {told.stderr.strip()}" if told.returncode else ""


def resize_disk(folder: Path, size: str) -> None:
    """Give a disk another size; what is on it stays."""
    told = mount("-o", f"remount,size={size}", str(folder))
    assert told.returncode == 0, told.stderr


def unmount_disk(folder: Path) -> None:
    """Take the disk away, with what is on it."""
    subprocess.run(["umount", "-l", str(folder)], check=True)
