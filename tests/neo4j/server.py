"""A Neo4j server without Docker: Maven fetches the jars once, Java runs them on a home of their own."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import neo4j
import pytest
from filelock import FileLock

PASSWORD = "zeren-test-password"
_POM = Path(__file__).with_name("pom.xml")
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "zeren-neo4j"
_STARTS_WITHIN_S = 300
_CONFIG = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.memory.pagecache.size={page_cache}
dbms.usage_report.enabled=false
db.transaction.monitor.check.interval=100ms
db.tx_log.preallocate=false
"""


SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Options of Java for tests, which run few queries often: half the processor time to the first load."""
LONG_LIVED: tuple[str, ...] = ()
"""Java's own, for a server that is measured."""


def missing(what: str) -> None:
    """A part that isn't there fails in CI and skips elsewhere."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def jars() -> Path:
    """The folder with the server's jars, fetched when this pom has not been fetched before."""
    for tool in ("java", "mvn"):
        if shutil.which(tool) is None:
            missing(f"{tool} is missing: apt-get install default-jre-headless maven")
    folder = _CACHE / hashlib.sha256(_POM.read_bytes()).hexdigest()[:12]
    _CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(_CACHE / "lock", timeout=600):
        if not folder.exists():
            _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    temporary = folder.with_suffix(".tmp")
    shutil.rmtree(temporary, ignore_errors=True)
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={temporary}", "-DincludeScope=runtime"]
    done = subprocess.run(
        ["mvn", "-q", "-B", "-f", str(_POM), *goal], capture_output=True, text=True, timeout=600, check=False
    )
    if done.returncode:
        missing(f"Maven could not fetch Neo4j: {done.stdout[-400:]}")
    os.replace(temporary, folder)


class Neo4jServer:
    """One server process; `home` is fresh, or holds a database that was imported before.

    `page_cache`: memory for the store's files, which need little in tests. `java`: options of Java.
    """

    def __init__(self, home: Path, page_cache: str = "128m", java: Sequence[str] = SHORT_LIVED) -> None:
        self.home = home
        self._java = ("java", "-Xmx1g", *java)
        self.port = _free_port()
        self._lib = jars()
        self._process: subprocess.Popen[bytes] | None = None
        self._has_password = False
        conf = home / "conf"
        conf.mkdir(parents=True, exist_ok=True)
        (conf / "neo4j.conf").write_text(_CONFIG.format(port=self.port, page_cache=page_cache), "utf-8")

    @property
    def url(self) -> str:
        """Where Bolt listens."""
        return f"bolt://127.0.0.1:{self.port}"

    def admin(self, *arguments: str) -> str:
        """Run neo4j-admin on this home; its output. The server must be stopped for most commands."""
        command = [*self._java, "-cp", f"{self._lib}/*", "org.neo4j.cli.AdminTool", *arguments]
        done = subprocess.run(command, env=self.environment(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def environment(self) -> dict[str, str]:
        """What neo4j-admin must know of this home."""
        return {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}

    def write_admin(self, path: Path) -> None:
        """A `neo4j-admin` made of the Maven jars, as a program of its own."""
        path.write_text(
            f'#!/bin/sh\nexec {" ".join(self._java)} -cp "{self._lib}/*" org.neo4j.cli.AdminTool "$@"\n',
            "utf-8",
        )
        path.chmod(0o755)

    def start(self) -> None:
        """Start and wait until Bolt answers."""
        if not self._has_password:
            self.admin("dbms", "set-initial-password", PASSWORD)
            self._has_password = True
        entry = "org.neo4j.server.CommunityEntryPoint"
        homes = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with (self.home / "output.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*self._java, "-cp", f"{self._lib}/*", entry, *homes],
                env=self.environment(), stdout=log, stderr=log,
            )  # fmt: skip
        self._wait()

    def _wait(self) -> None:
        assert self._process
        until = time.monotonic() + _STARTS_WITHIN_S
        with neo4j.GraphDatabase.driver(self.url, auth=("neo4j", PASSWORD)) as driver:
            while True:
                try:
                    driver.verify_connectivity()
                    return
                except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
                    late = time.monotonic() > until
                    if late or self._process.poll() is not None:
                        log = (self.home / "output.log").read_text("utf-8", "replace")
                        self.stop()
                        pytest.fail(f"Neo4j did not start: {log[-2000:]}")
                    time.sleep(0.2)

    def stop(self, *, kill: bool = False) -> None:
        """End the process; `kill` gives it no chance to close its files."""
        if self._process is None:
            return
        if kill:
            self._process.kill()
        else:
            self._process.terminate()
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._process = None

    def query(self, cypher: str) -> list[dict[str, object]]:
        """Run a statement of a test's own, past our store."""
        with (
            neo4j.GraphDatabase.driver(self.url, auth=("neo4j", PASSWORD)) as driver,
            driver.session() as session,
        ):
            return [dict(record) for record in session.run(cypher)]

    def clear(self) -> None:
        """An empty database again; constraints and indexes stay."""
        self.query("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
