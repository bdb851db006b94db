"""Reading in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest

from loaders.extract import extract_file
from zeren.errors import LoadError, TooLarge, WrongType
from zeren.worker import Worker, WorkerLimits, _Watch

PLAN = """青岚市公园建设工作方案
青园发〔2031〕3号
一、重点任务
(一)选址。完成选址3处。(市园林局牵头,市财政局配合)
"""
PARENT = """
import sys
from pathlib import Path
from zeren.worker import Worker
worker = Worker()
worker.read(Path(sys.argv[1]))
print(worker._process._popen.pid, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "park.txt"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def long(tmp_path):
    items = (f"({n})第{n}项。完成投资{n}亿元。(市园林局牵头,市财政局配合)\n" for n in range(20_000))
    path = tmp_path / "long.txt"
    path.write_text(PLAN + "".join(items), "utf-8")
    return path


def processes():
    return [each for each in psutil.Process().children() if "zeren.worker_process" in "".join(each.cmdline())]


def test_it_reads_what_is_read_without_it(good):
    with Worker() as worker:
        assert worker.read(good) == extract_file(good)
        assert worker.read_bytes(good.name, good.read_bytes()) == extract_file(good)


def test_one_process_reads_many_documents_and_ends_with_the_worker(good):
    with Worker() as worker:
        first = [worker.read(good), processes()]
        assert worker.read(good) == first[0]
        assert [each.pid for each in processes()] == [each.pid for each in first[1]]
    assert processes() == []


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [("a.doc", b"x", WrongType), ("a.txt", b"", LoadError), ("a.docx", b"PK\x03\x04 cut", LoadError)],
)
def test_a_refusal_keeps_its_class_and_names_the_file(tmp_path, good, name, data, kind):
    path = tmp_path / name
    path.write_bytes(data)
    with Worker() as worker:
        with pytest.raises(kind, match=name) as told:
            worker.read(path)
        assert type(told.value) is kind
        assert worker.read(good).tasks


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (WorkerLimits(seconds=1), "秒"),
        (WorkerLimits(seconds=120, memory_mb=8), "内存"),
        (WorkerLimits(seconds=120, output_mb=1), "太多"),
    ],
)
def test_a_document_beyond_a_limit_is_refused_and_the_next_one_read(good, long, limits, says):
    with Worker(limits) as worker:
        with pytest.raises(TooLarge, match=says) as told:
            worker.read(long)
        assert told.value.document == "long.txt"
        assert len(str(told.value).splitlines()) == 1
        assert worker.read(good).tasks


def test_a_long_plain_text_is_given_the_time_that_it_takes(good, long):
    with Worker(WorkerLimits(seconds=1, seconds_a_mb=1000)) as worker:
        assert worker.read(long).tasks


def test_only_a_plain_text_is_given_more_time(tmp_path):
    limits = WorkerLimits(seconds=18, seconds_a_mb=6)
    seconds = {}
    for name in ("a.txt", "a.md", "a.docx", "a.html"):
        path = tmp_path / name
        path.write_bytes(bytes(1 << 20))
        seconds[name] = limits.seconds_for(path)
    assert seconds == {"a.txt": 24, "a.md": 24, "a.docx": 18, "a.html": 18}
    assert limits.seconds_for(tmp_path / "missing.txt") == 18


def test_memory_is_watched_where_the_system_has_no_limit():
    hog = "import sys; kept = bytes(64 << 20); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", hog], stdin=subprocess.PIPE) as process:
        watch = _Watch(process, 0, WorkerLimits(memory_mb=1))
        process.wait(timeout=30)
        assert "内存" in watch.verdict("a.txt").message


def test_a_killed_process_costs_one_document(good, long):
    with Worker() as worker:
        worker.read(good)
        (process,) = processes()
        killer = threading.Timer(0.3, process.kill)
        killer.start()
        with pytest.raises(LoadError, match=r"long\.txt.*意外退出"):
            worker.read(long)
        killer.join()
        assert worker.read(good).tasks


def test_a_process_killed_while_it_waits_costs_no_document(good):
    with Worker() as worker:
        worker.read(good)
        (process,) = processes()
        process.kill()
        worker._process._popen.wait()
        assert worker.read(good).tasks


@pytest.mark.skipif(os.name == "nt", reason="a process is stopped by a signal")
def test_a_process_killed_before_it_takes_a_document_costs_none(good):
    import fcntl
    import termios

    found = []
    with Worker() as worker:
        worker.read(good)
        (process,) = processes()
        process.suspend()  # killed, it would end at once; the system takes its time where it is busy
        reading = threading.Thread(target=lambda: found.append(worker.read_bytes("park.txt", PLAN.encode())))
        reading.start()
        sent, waiting = worker._process._stdin.fileno(), bytes(4)
        while not any(waiting):
            waiting = fcntl.ioctl(sent, termios.FIONREAD, waiting)
        process.kill()
        reading.join()
        assert [each.pid for each in processes()] != [process.pid]
    assert found[0].tasks


def test_the_process_knows_no_secret_and_imports_nothing_from_the_folder(good, tmp_path, monkeypatch):
    monkeypatch.setenv("ZEREN_TOKEN", "secret-of-ours")
    (tmp_path / "selectolax.py").write_text("raise SystemExit", "utf-8")
    monkeypatch.chdir(tmp_path)
    with Worker() as worker:
        assert worker.read(good).tasks
        (process,) = processes()
        assert "secret-of-ours" not in str(process.environ())


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="limits of Linux")
def test_the_process_may_write_no_file(good):
    with Worker() as worker:
        worker.read(good)
        (process,) = processes()
        assert process.rlimit(psutil.RLIMIT_FSIZE) == (0, 0)


def test_it_ends_when_its_parent_is_killed(good):
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(good)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        process = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
        process.wait(timeout=20)


def test_threads_share_it(good):
    found = []
    with Worker() as worker:
        readers = [threading.Thread(target=lambda: found.append(worker.read(good))) for _ in range(4)]
        for each in readers:
            each.start()
        for each in readers:
            each.join()
    assert found == [extract_file(good)] * 4


def test_a_name_that_is_no_text_is_read(tmp_path):
    path = tmp_path / "a\udcff\n.txt"
    path.write_text(PLAN, "utf-8")
    with Worker() as worker:
        assert worker.read(path).tasks
