"""What nobody waits for any more is not begun."""

from multiprocessing import Pipe
from queue import SimpleQueue

import pytest

from app.process.inbox import Inbox
from app.process.protocol import Call


def test_a_dropped_call_is_answered_without_being_begun() -> None:
    ours, theirs = Pipe()
    replies: list[tuple[int, str]] = []
    elsewhere: list[int] = []

    def reply(call: Call, kind: str, _value: object) -> None:
        replies.append((call.number, kind))

    noticed: SimpleQueue[Call | None] = SimpleQueue()
    inbox = Inbox(theirs, reply, elsewhere.append, noticed.put)
    ours.send(Call(1, "search", {}))
    ours.send(Call(2, "search", {}))
    ours.send(Call(3, "drop", {"number": 1}))
    assert [noticed.get(timeout=5) for _ in range(3)][2].method == "drop"  # type: ignore[union-attr]
    inbox.take()
    assert replies == [(1, "stopped"), (3, "result")]
    running = inbox.next()
    assert running.number == 2 and not inbox
    assert not inbox.is_dropped(running)
    ours.send(Call(4, "drop", {"number": 2}))
    noticed.get(timeout=5)
    assert inbox.is_dropped(running) and elsewhere == [2]


def test_what_was_asked_before_the_end_is_not_lost() -> None:
    ours, theirs = Pipe()
    noticed: SimpleQueue[Call | None] = SimpleQueue()
    inbox = Inbox(theirs, lambda *_: None, lambda _: None, noticed.put)
    ours.send(Call(1, "remove_folder", {}))
    ours.close()
    while noticed.get(timeout=5) is not None:
        pass
    with pytest.raises(EOFError):
        inbox.take()
    assert [call.number for call in inbox.left()] == [1]
