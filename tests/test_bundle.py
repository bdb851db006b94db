"""The bundle for machines without a network: its scripts, its archive, what Windows needs besides."""

from __future__ import annotations

import subprocess
import zipfile

from scripts.build_bundle import _needed, pack, write_scripts


def test_the_scripts_install_without_a_network_and_have_the_line_ends_of_their_systems(tmp_path):
    folder = tmp_path / "zeren"
    folder.mkdir()
    write_scripts(folder, "1.0", "win_amd64", "3.12")
    shell, batch = (folder / "start.sh").read_bytes(), (folder / "start.bat").read_bytes()
    for script in (shell, batch):
        assert b"--no-index --find-links wheels zeren" in script
    assert b"\r" not in shell
    assert batch.count(b"\r\n") == batch.count(b"\n")
    assert subprocess.run(["sh", "-n", str(folder / "start.sh")], check=False).returncode == 0
    assert "Python 3.12" in (folder / "说明.txt").read_text("utf-8-sig")


def test_the_start_script_may_be_run_after_unpacking(tmp_path):
    folder = tmp_path / "zeren"
    folder.mkdir()
    write_scripts(folder, "1.0", "linux_x86_64", "3.12")
    pack(folder, tmp_path / "zeren.zip")
    with zipfile.ZipFile(tmp_path / "zeren.zip") as archive:
        modes = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
    assert modes["zeren/start.sh"] & 0o111
    assert "zeren/说明.txt" in modes


def test_what_is_needed_on_windows_only_is_known(tmp_path):
    metadata = "Name: a\nRequires-Dist: Color_ama; sys_platform == 'win32'\nRequires-Dist: b; extra == 'x'\n"
    with zipfile.ZipFile(tmp_path / "a-1-py3-none-any.whl", "w") as archive:
        archive.writestr("a-1.dist-info/METADATA", metadata)
    assert _needed(tmp_path, {"sys_platform": "win32"}) == {"color-ama"}
    assert _needed(tmp_path, {"sys_platform": "linux"}) == set()
