"""How long a search takes while the engine process is indexing, against when it is idle."""

import random
import tempfile
import time
from pathlib import Path

from report import ROOT, arguments, percentiles, say, show

from app.paths import data_dirs
from app.process.client import EngineClient
from app.process.protocol import Reply
from app.sample import QUERIES
from app.search.model import Query

GRACE_MS = 300  # allowed on top of twice the idle time


def main() -> None:
    """Index made-up files in the engine process and search meanwhile."""
    chosen = arguments(__doc__).parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "files"
        write_files(folder, 40 if chosen.quick else 200)
        client = EngineClient(data_dirs(Path(temporary) / "data"))
        client.start()
        try:
            figures = searching(client, folder)
        finally:
            client.close()
    show(figures, as_json=chosen.json)


def write_files(folder: Path, number: int, sentences: int = 40) -> None:
    """Text files of some passages each, from the shuffled sentences of the sample library."""
    folder.mkdir()
    random_ = random.Random(5)
    texts = [
        file.read_text("utf-8")
        for file in sorted((ROOT / "packaging" / "sample_library" / "texts").iterdir())
    ]
    known = [s for text in texts for s in text.replace("\n", " ").split(". ") if len(s) > 30]
    for file in range(number):
        chosen = random_.sample(known, sentences)
        (folder / f"{file}.txt").write_text(". ".join(chosen) + f". File {file}.", "utf-8")


def searching(client: EngineClient, folder: Path) -> dict[str, object]:
    """Times of searches with the engine at rest, and while it indexes the folder."""
    say("Getting ready ...")
    _answer(client, client.call("index", roots=[ROOT / "resources" / "sample-library"]))
    _answer(client, client.call("warm_up"))
    idle = [_search(client, f"{QUERIES[n % len(QUERIES)]} {n}")[0] for n in range(40)]
    say("Indexing and searching ...")
    job = client.call("index", roots=[folder])
    busy: list[float] = []
    ended = False
    while not ended:
        seconds, ended = _search(client, f"{QUERIES[len(busy) % 3]} again {len(busy)}", job)
        if not ended:
            busy.append(seconds)
            # The engine goes on by a step or more before the next search comes.
            ended = _next_progress(client, job)
    at_rest, meanwhile = percentiles(idle), percentiles(busy)
    allowed = 2 * at_rest["p95_ms"] + GRACE_MS
    return {
        "idle": at_rest,
        "indexing": {**meanwhile, "max_ms": 1000 * max(busy), "searches": len(busy)},
        "allowed_ms": allowed,
        "within": sum(1000 * seconds <= allowed for seconds in busy) / len(busy),
    }


def _receive(client: EngineClient) -> Reply:
    reply = client.receive()
    if reply is None or reply.kind == "error":
        raise SystemExit(f"the engine failed: {reply.value if reply else 'closed'}")
    return reply


def _answer(client: EngineClient, number: int) -> None:
    while (reply := _receive(client)).number != number or reply.kind != "result":
        pass


def _search(client: EngineClient, text: str, job: int = 0) -> tuple[float, bool]:
    """Seconds until the last, best list, and whether the job ended meanwhile."""
    started = time.perf_counter()
    number = client.call("search", query=Query(text))
    ended = False
    while True:
        reply = _receive(client)
        ended |= reply.number == job and reply.kind == "result"
        if reply.number == number and reply.kind == "result":
            return time.perf_counter() - started, ended


def _next_progress(client: EngineClient, job: int) -> bool:
    """Wait for a sign of progress; whether the job has ended."""
    while (reply := _receive(client)).number != job:
        pass
    return reply.kind == "result"


if __name__ == "__main__":
    main()
