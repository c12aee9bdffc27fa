"""Messages in a folder reach one worker each, whole, however many processes send and take them."""

import multiprocessing
from contextlib import closing
from pathlib import Path
from queue import Empty

import pytest
from kombu import Connection, Queue

SENDERS, TAKERS, EACH = 2, 2, 200
QUEUE = Queue("reading", routing_key="reading")


def connection(folder: Path) -> Connection:
    return Connection(transport="secretariat.folder_transport.Transport", transport_options={"folder": folder})


def send(folder: Path, numbers: range) -> None:
    with connection(folder) as sending:
        for number in numbers:
            sending.Producer().publish(number, routing_key=QUEUE.name, declare=[QUEUE])


def take(folder: Path, until_sent, taken) -> None:
    with connection(folder) as taking, closing(taking.SimpleQueue(QUEUE)) as messages:
        found = []
        while True:
            last_look = until_sent.is_set()
            try:
                message = messages.get(block=False)
            except Empty:
                if last_look:
                    break
            else:
                found.append(message.payload)
                message.ack()
        taken.put(found)


def test_none_is_lost_broken_or_taken_twice(tmp_path):
    spawn = multiprocessing.get_context("spawn")
    sent, taken = spawn.Event(), spawn.Queue()
    takers = [spawn.Process(target=take, args=(tmp_path, sent, taken)) for _ in range(TAKERS)]
    senders = [spawn.Process(target=send, args=(tmp_path, range(n * EACH, (n + 1) * EACH))) for n in range(SENDERS)]
    for process in takers + senders:
        process.start()
    for process in senders:
        process.join(60)
    sent.set()
    assert sorted(number for _ in takers for number in taken.get(timeout=60)) == list(range(SENDERS * EACH))
    for process in takers:
        process.join(60)


def test_what_is_not_acknowledged_comes_again_when_the_worker_closes(tmp_path):
    send(tmp_path, range(1))
    with connection(tmp_path) as first:
        assert first.SimpleQueue(QUEUE).get(block=False).payload == 0
    with connection(tmp_path) as second:
        assert second.SimpleQueue(QUEUE).get(block=False).payload == 0


@pytest.mark.parametrize("left", [b"", b'{"body": "', b"\xff\x00"], ids=["nothing", "half of it", "no text"])
def test_a_message_broken_by_a_loss_of_power_stops_no_other(tmp_path, left):
    (tmp_path / f"0-broken.{QUEUE.name}").write_bytes(left)
    send(tmp_path, range(1))
    with connection(tmp_path) as taking:
        messages = taking.SimpleQueue(QUEUE)
        assert messages.qsize() == 2
        assert messages.get(block=False).payload == 0
        with pytest.raises(Empty):
            messages.get(block=False)


def test_nobody_else_on_the_machine_reads_them(tmp_path):
    send(tmp_path / "queue", range(1))
    assert (tmp_path / "queue").stat().st_mode & 0o077 == 0
