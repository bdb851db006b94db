"""Files and folders that appear whole or not at all: written beside their place, then renamed."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zeren.errors import BadParameter, StoreError

_REASONS = {
    errno.ENOSPC: "磁盘空间不够,请清理后再试",
    errno.EDQUOT: "磁盘配额用完了,请清理后再试",
    errno.EFBIG: "文件超过了文件系统的上限,请换一个地方",
    errno.EACCES: "没有权限,或文件正被别的程序(如 Excel)打开,请关闭它,或换一个地方",
    errno.EROFS: "磁盘是只读的,请换一个地方",
    errno.ENOENT: "上级文件夹不存在,请先建好",
    errno.ENOTDIR: "上级不是文件夹,请换一个地方",
}


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A name to write under; it takes the place of `path` when the block ends well, else it goes.

    Raises BadParameter where a folder is in the way, StoreError where it can't be written.
    """
    if path.is_dir():
        raise BadParameter(f"{path} 是文件夹,请用 --out 给出文件名")
    with _telling(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            yield temporary
            _open_to_others(temporary, 0o666)
            os.replace(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to write into; it takes the name of `path` when the block ends well, else it goes.

    Raises BadParameter when something is there already, StoreError where it can't be written.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise BadParameter(f"{path} 已经存在,请换一个文件夹,或先删去它")
    with _telling(path):
        temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent))
        try:
            yield temporary
            _open_to_others(temporary, 0o777)
            if path.exists():
                path.rmdir()
            os.replace(temporary, path)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"{error.strerror or error},请检查路径、权限和磁盘空间")
        raise StoreError(f"写不进 {path}:{reason}") from error


def _open_to_others(path: Path, mode: int) -> None:
    """What `tempfile` made is the owner's alone; a file that was asked for follows the umask."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(mode & ~mask)
