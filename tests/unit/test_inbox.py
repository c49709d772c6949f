"""What nobody waits for any more is not begun."""

from multiprocessing import Pipe

from app.process.inbox import Inbox
from app.process.protocol import Call


def test_a_dropped_call_is_answered_without_being_begun() -> None:
    ours, theirs = Pipe()
    replies: list[tuple[int, str]] = []
    elsewhere: list[int] = []

    def reply(call: Call, kind: str, _value: object) -> None:
        replies.append((call.number, kind))

    inbox = Inbox(theirs, reply, elsewhere.append)
    ours.send(Call(1, "search", {}))
    ours.send(Call(2, "search", {}))
    ours.send(Call(3, "drop", {"number": 1}))
    inbox.take()
    assert replies == [(1, "stopped"), (3, "result")]
    running = inbox.next()
    assert running.number == 2 and not inbox
    assert not inbox.is_dropped(running)
    ours.send(Call(4, "drop", {"number": 2}))
    assert inbox.is_dropped(running) and elsewhere == [2]
