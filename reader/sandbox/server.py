"""`python -m reader.sandbox.server`: imports the reader once, then forks a child for each file it is handed through its standard input.

Its standard input is one end of a socket pair. A message is JSON (`what` to answer and the `limits`) with two file descriptors: the file
and the pipe for the answer. Back comes one line of JSON when the child has ended: its exit `status` and the `peak` of its memory in bytes.
When the other end is closed, the server ends, and with it the child that is reading.
"""

import json
import os
import select
import signal
import socket

from reader.sandbox.child import write_answer
from reader.sandbox.limits import Limits

MESSAGE = 4096


def serve(channel: socket.socket) -> None:
    while True:
        message, handed, _flags, _address = socket.recv_fds(channel, MESSAGE, 2)
        if not message:
            return
        asked = json.loads(message)
        pid = os.fork()
        if pid == 0:
            channel.close()
            Limits(**asked["limits"]).apply()
            write_answer(asked["what"], *handed)
        for descriptor in handed:
            os.close(descriptor)
        if not _ends_while_asked(pid, channel):
            os.kill(pid, signal.SIGKILL)
            return
        _pid, status, usage = os.wait4(pid, 0)
        ended = {"status": os.waitstatus_to_exitcode(status), "peak": usage.ru_maxrss * 1024}
        channel.sendall(json.dumps(ended).encode() + b"\n")


def _ends_while_asked(pid: int, channel: socket.socket) -> bool:
    """Waits for the child. False when the other end is closed before that: it asks for nothing else meanwhile, so only its end can come."""
    child = os.pidfd_open(pid)
    try:
        ready, _, _ = select.select([child, channel.fileno()], [], [])
        return child in ready
    finally:
        os.close(child)


if __name__ == "__main__":
    from reader.proposals.weights import shipped
    from reader.reading import pdf, plain, word  # noqa: F401  (loaded here once and not in each child)

    shipped()

    with socket.socket(fileno=0) as standard_input:
        serve(standard_input)
