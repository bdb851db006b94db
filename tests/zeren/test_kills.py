"""kill -9 of loads while `zeren serve` answers over HTTP all along, with the last good generation.

Killed are `zeren load`, at a random moment from the beginning of each phase of its work in turn, and the
process in which the server reads an upload; in the second test the server itself. `make faults` kills a
hundred, the tests a few; ZEREN_FAULT_KILLS sets the number. With -s the moments are printed, and in which
phase each one was.
"""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager, suppress

import httpx
import pytest

from graph.dump import dump
from graph.open import open_store
from tests.support.killing import Watched, readers

KILLS = int(os.environ.get("ZEREN_FAULT_KILLS", "3"))
AIMS = ("writing", "syncing", "taking in", "pointing", "reading", "clearing")
"""In another order than they come, so that a few kills are where it matters most."""
LIST, SEARCH = "/api/tasks", "/api/search"
ASKED = {"q": "投资", "limit": 3}
_PACE_S = 0.1
TOKEN = {"Authorization": "Bearer schreiben"}


def text(number, tasks):
    items = (f"({n})第{n}项。完成投资{n}亿元。(市园林局牵头,市财政局配合)\n" for n in range(1, tasks + 1))
    return f"青岚市园林局文件\n青园发〔2031〕{number}号\n青岚市公园{number}建设工作方案\n一、任务\n{''.join(items)}"


KEPT, LONG = text(1, 200), text(3, 1_000)
STATES = {"first": text(2, 30), "second": text(2, 37)}
KINDS = (("replacing", "first", "second"), ("loading", "without", "first"))


@contextmanager
def serving(folder):
    """`zeren serve` on a store in `folder`: the process and a client that may write."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ZEREN_")}
    command = [sys.executable, "-m", "zeren", "serve", "--store", "ladybug://store", "--port", str(port)]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(
            command, cwd=folder, env={**environment, "ZEREN_TOKEN": "schreiben"}, stderr=log
        ) as process,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=TOKEN, timeout=120) as client,
    ):
        try:
            _wait_for(process, client)
            yield process, client
        finally:
            process.send_signal(signal.SIGINT)


def _wait_for(process, client):
    while True:
        try:
            assert client.get("/readyz").status_code == 200
            return
        except httpx.ConnectError:
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(0.05)


class Asking(threading.Thread):
    """Asks the server over and over, by list and by search; keeps what must not be.

    `allowed` are the totals of the whole graphs that there may be, by path.
    """

    def __init__(self, address, allowed):
        super().__init__()
        self.client = httpx.Client(base_url=address, timeout=120)
        self.allowed, self.over = allowed, threading.Event()
        self.answers, self.wrong = 0, []

    def run(self):
        with self.client:
            while not self.over.wait(_PACE_S):
                # an offset of its own, so that no kept answer is given
                for path in (LIST, SEARCH):
                    self.ask(path, {**ASKED, "offset": self.answers})

    def ask(self, path, parameters):
        self.answers += 1
        try:
            reply = self.client.get(path, params=parameters)
            if reply.status_code != 200 or reply.json()["total"] not in self.allowed[path]:
                self.wrong.append((path, parameters, reply.status_code, reply.text))
        except Exception as error:  # whatever it is, the test shows it
            self.wrong.append((path, parameters, error))


class Trial:
    """A server on a store, a plan that comes, changes and goes in it, and the graph of each state."""

    def __init__(self, folder, process, client):
        self.folder, self.process, self.client = folder, process, client
        self.rng, self.moments, self.attempts, self.loads = random.Random(11), [], 0, 0
        self.graphs, self.totals, self.state = {}, {}, "without"
        self.put(KEPT)
        self.store = open_store(f"ladybug://{folder}/store", read_only=True)
        self.learn()
        self.lasting = self.undisturbed()
        self.learn()
        self.become("second")
        self.learn()
        self.reading = self.timed_preview()

    def learn(self):
        """Take what is there for the state's graph."""
        self.graphs[self.state], self.totals[self.state] = list(dump(self.store)), self.shown()

    def shown(self):
        """The totals that the server shows, by path."""
        return {path: self.client.get(path, params=ASKED).json()["total"] for path in (LIST, SEARCH)}

    def put(self, given, **query):
        name = f"{given[given.index('〕') + 1]}.txt"
        return self.client.post("/api/documents", params={"name": name, **query}, content=given.encode())

    def become(self, state):
        """Bring the server to a state over HTTP."""
        if state in STATES:
            reply = self.put(STATES[state])
            assert reply.status_code in (200, 201), reply.text
        elif self.state != state:
            found = self.client.get("/api/catalog").json()["results"]
            (document,) = [each["id"] for each in found if each["file_name"] == "2.txt"]
            assert self.client.delete(f"/api/documents/{document}").status_code == 200
        self.state = state

    def settle(self):
        """Which state the store is in, by its whole graph; the server shows the same one."""
        found = list(dump(self.store))
        states = [state for state, graph in self.graphs.items() if graph == found]
        assert len(states) == 1, f"neither the old graph nor the new one after {self.moments[-1:]}"
        assert self.shown() == self.totals[states[0]]
        return states[0]

    def undisturbed(self):
        """How many seconds each phase of a load lasts."""
        load = self.watched("first")
        load.run()
        assert load.killed_at is None
        self.state = "first"
        return load.lasted()

    def watched(self, state):
        document = self.folder / "2.txt"
        document.write_text(STATES[state], "utf-8")
        return Watched(self.folder / "store", document)

    def timed_preview(self):
        began = time.perf_counter()
        assert self.put(LONG, mode="preview").status_code == 200
        return time.perf_counter() - began

    def kill_load(self):
        """Kill a `zeren load`, of a plan that is new and of one that replaces itself in turn."""
        kind, old, new = KINDS[(self.loads + self.loads // len(AIMS)) % 2]
        if self.state != old:
            self.become(old)
        aim = AIMS[self.loads % len(AIMS)]
        self.loads += 1
        load = self.watched(new)
        phase = load.run(aim, self.rng.uniform(0, self.lasting.get(aim, 0)))
        self.state = self.settle()
        if load.killed_at is None:
            assert self.state == new
        else:
            assert self.state == (new if phase == "clearing" else old)
            self.moments.append((kind, phase, load.killed_at))

    def kill_reader(self):
        """Kill the process in which the server reads an upload."""
        after = self.rng.uniform(0, self.reading)
        killing = threading.Timer(after, lambda: [each.kill() for each in readers(self.process.pid)])
        killing.start()
        reply = self.put(LONG, mode="preview")
        killing.join()
        assert self.settle() == self.state
        if reply.status_code != 200:
            # in its work, or while it starts
            told = any(words in reply.json()["detail"] for words in ("意外退出", "启动不了"))
            assert (reply.status_code, told) == (422, True), reply.text
            self.moments.append(("upload", "reading", after))

    def kill(self):
        """One attempt: one in six an upload, the others loads."""
        self.attempts += 1
        self.kill_reader() if self.attempts % 6 == 2 else self.kill_load()


@pytest.mark.slow
def test_kills_of_loads_leave_the_old_graph_or_the_new_one_and_serving_goes_on(tmp_path):
    with serving(tmp_path) as (process, client):
        trial = Trial(tmp_path, process, client)
        allowed = {path: {totals[path] for totals in trial.totals.values()} for path in (LIST, SEARCH)}
        asking = Asking(str(client.base_url), allowed)
        asking.start()
        try:
            while len(trial.moments) < KILLS:
                trial.kill()
        finally:
            asking.over.set()
            asking.join()
            tell(trial, asking)
        assert asking.wrong == []
        trial.become("without")
        trial.become("second")
        assert trial.settle() == "second"
        assert [path for path in (tmp_path / "store").iterdir() if path.name.endswith(".tmp")] == []
        trial.store.close()
    assert "ERROR" not in (tmp_path / "log").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.skipif(KILLS < 10, reason="a start of the server for each kill: make faults")
def test_a_server_killed_while_it_loads_starts_again_with_the_old_graph_or_the_new_one(tmp_path):
    rng, moments = random.Random(12), []
    with serving(tmp_path) as (_, client):
        store = open_store(f"ladybug://{tmp_path}/store", read_only=True)
        began, graphs = time.perf_counter(), [list(dump(store))]
        plan = upload(client).json()["plan"]
        whole = time.perf_counter() - began
        graphs.append(list(dump(store)))
    for _ in range(KILLS // 10):
        with serving(tmp_path) as (process, client):
            client.delete(f"/api/documents/{plan}")
            moments.append(rng.uniform(0, whole))
            killing = threading.Timer(moments[-1], process.kill)
            killing.start()
            with suppress(httpx.TransportError):  # the connection ends with the server
                upload(client)
            killing.join()
        assert list(dump(store)) in graphs
    with serving(tmp_path) as (_, client):
        assert upload(client).status_code in (200, 201)
        assert list(dump(store)) == graphs[1]
    store.close()
    print(
        f"\n{len(moments)} servers killed, seconds after an upload of {whole:.2f} began:",
        *(f"{m:.2f}" for m in moments),
    )


def upload(client):
    return client.post("/api/documents?name=2.txt", content=STATES["first"].encode())


def tell(trial, asking):
    kinds = Counter(f"{kind}, {phase}" for kind, phase, _ in trial.moments)
    print(
        f"\n{len(trial.moments)} kills in {trial.attempts} loads; {asking.answers} questions over HTTP meanwhile, {len(asking.wrong)} answered wrong"
    )
    print("seconds of a load's phases:", {phase: round(s, 3) for phase, s in trial.lasting.items()})
    for kind, count in sorted(kinds.items()):
        print(f"{count:4} {kind}")
    moments = (f"{kind[0]}{at:.2f}" for kind, _, at in trial.moments)
    print("moments, seconds after reading began (l loading, r replacing, u upload):", *moments)
