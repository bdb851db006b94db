"""A server that speaks the beginning of Bolt as releases of Neo4j that we don't support speak it."""

from __future__ import annotations

import socketserver
import threading
from contextlib import contextmanager

MAGIC = bytes.fromhex("6060b017")

ANSWERS = {
    "3.4": [b"\x00\x00\x00\x00"],
    "4.4.43": [
        b"\x00\x00\x04\x04",
        b"\x00C\xb1p\xa4\x86server\x8cNeo4j/4.4.43\x8dconnection_id\x86bolt-8\x85hints\xa0"
        b"\x8apatch_bolt\x91\x83utc\x00\x00",
    ],
    "5.22.0": [
        b"\x00\x00\x04\x05",
        b"\x00U\xb1p\xa3\x86server\x8cNeo4j/5.22.0\x8dconnection_id\x86bolt-5\x85hints\xa1"
        b"\xd0\x1fconnection.recv_timeout_secondsx\x00\x00" + b"\x00\x03\xb1p\xa0\x00\x00",
    ],
}
"""Release → what it sends: to the handshake, then to HELLO with the LOGON that comes along.

Recorded between the driver and real servers of 4.4.43 and 5.22.0. Releases up to 3.4 know Bolt 1 and 2 alone,
which the driver doesn't offer; four zeros say so, as 4.4.43 does when it is offered only what it doesn't know.
"""


class _Answering(socketserver.BaseRequestHandler):
    answers: list[bytes]

    def handle(self):
        for answer in self.answers:
            if not (asked := self.request.recv(4096)):
                return
            assert answer is not self.answers[0] or asked.startswith(MAGIC)
            self.request.sendall(answer)
        if any(self.answers[0]):
            self.request.recv(4096)  # until the driver leaves


@contextmanager
def old_server(release):
    """A port of this machine where a server of that release seems to be."""
    handler = type("Answering", (_Answering,), {"answers": ANSWERS[release]})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()
