"""The byte cache and the codec of embeddings."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import diskcache
import numpy as np
import pytest

from app import cache as module
from app.cache import ByteCache, spared
from app.caches import Caches
from app.embedding.codec import pack, unpack
from app.embedding.model import Embeddings
from app.errors import UsageError
from app.resilience import Guard, Limits
from app.settings import load_settings

LIMITS = Limits(retries=0, delay=0.0, threshold=5, cool_down=1000.0)
EMBEDDINGS = Embeddings(
    np.array([0.6, 0.8], np.float32),
    np.array([5, 250_001], np.uint32),
    np.array([1.5, 0.25], np.float32),
    np.array([[0.6, 0.8], [-1.0, 0.0], [0.0, 0.0]], np.float16),
)


def random_embeddings(rows: int, width: int) -> Embeddings:
    """Unit vectors and weights such as a model gives."""
    random = np.random.default_rng(7)
    multi = random.standard_normal((rows, width)).astype(np.float32)
    multi /= np.linalg.norm(multi, axis=1, keepdims=True)
    dense = random.standard_normal(384).astype(np.float32)
    return Embeddings(
        dense / np.linalg.norm(dense),
        np.arange(80, dtype=np.uint32),
        random.uniform(0.01, 2.2, 80).astype(np.float32),
        multi.astype(np.float16),
    )


@pytest.mark.parametrize("width", [64, 160, 1024])
def test_embeddings_survive_the_codec_within_a_thousandth(width: int) -> None:
    kept = random_embeddings(400, width)
    data = pack(kept)
    back = unpack(data)
    assert back is not None
    np.testing.assert_array_equal(back.dense, kept.dense)
    np.testing.assert_array_equal(back.terms, kept.terms)
    np.testing.assert_allclose(back.weights, kept.weights, rtol=1e-3)
    ours, theirs = back.multi.astype(np.float32), kept.multi.astype(np.float32)
    cosines = (ours * theirs).sum(1) / np.linalg.norm(ours, axis=1) / np.linalg.norm(theirs, axis=1)
    assert cosines.min() > 0.9999
    np.testing.assert_allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-3)
    assert len(data) < 0.55 * (kept.multi.nbytes + kept.dense.nbytes + 8 * 80)


def test_odd_embeddings_survive_too() -> None:
    back = unpack(pack(EMBEDDINGS))
    assert back is not None
    np.testing.assert_allclose(back.multi, EMBEDDINGS.multi, atol=4e-3)
    empty = Embeddings(
        EMBEDDINGS.dense, EMBEDDINGS.terms[:0], EMBEDDINGS.weights[:0], EMBEDDINGS.multi[:0]
    )
    back = unpack(pack(empty))
    assert back is not None and back.multi.shape == (0, 2) and len(back.terms) == 0


@pytest.mark.parametrize("cut", [0, 3, 23, -1])
def test_cut_or_foreign_bytes_are_not_embeddings(cut: int) -> None:
    assert unpack(pack(EMBEDDINGS)[:cut]) is None
    assert unpack(b"x" * 40) is None


def test_a_flipped_bit_is_noticed_wherever_it_is() -> None:
    data = pack(EMBEDDINGS)
    for place in range(len(data)):
        broken = bytearray(data)
        broken[place] ^= 1
        assert unpack(bytes(broken)) is None


def test_values_stay_across_openings(tmp_path: Path) -> None:
    cache = ByteCache(tmp_path / "c", 16)
    cache.put({"small": b"1", "large": b"2" * 100_000})
    cache.close()
    cache = ByteCache(tmp_path / "c", 16)
    assert cache.get("small") == b"1" and cache.get("large") == b"2" * 100_000
    assert cache.get("none") is None
    cache.close()


def test_the_size_limit_holds(tmp_path: Path) -> None:
    cache = ByteCache(tmp_path / "c", 1)
    for number in range(60):
        cache.put({str(number): bytes(60_000)})
    assert cache.statistics("kind").bytes < 1.5 * 2**20
    assert cache.get("59") is not None
    cache.close()


def test_queries_are_limited_in_number_and_time(tmp_path: Path) -> None:
    cache = ByteCache(tmp_path / "c", 16, seconds=1000, entries=3)
    for number in range(5):
        cache.put({str(number): b"x"})
    assert [cache.get(str(number)) for number in range(5)] == [None, None, b"x", b"x", b"x"]
    cache.close()
    cache = ByteCache(tmp_path / "d", 16, seconds=1e-9)
    cache.put({"gone": b"x"})
    assert cache.get("gone") is None
    cache.close()


def test_statistics_stay_across_openings_and_are_cleared(tmp_path: Path) -> None:
    for _ in range(2):
        cache = ByteCache(tmp_path / "c", 16)
        cache.put({"a": b"1" * 5000})
        assert cache.get("a") and not cache.get("b") and not cache.get("c")
        cache.close()
    cache = ByteCache(tmp_path / "c", 16)
    found = cache.statistics("kind")
    assert (found.entries, found.hits, found.misses, found.trouble) == (1, 2, 4, "")
    assert found.hit_rate == pytest.approx(1 / 3)
    assert found.bytes > 5000 and found.limit == 16 * 2**20
    assert cache.clear() == 1
    found = cache.statistics("kind")
    assert (found.entries, found.hits, found.misses, found.hit_rate) == (0, 0, 0, 0.0)
    cache.close()


@pytest.mark.parametrize("damage", [b"this is not a database" * 1000, b""])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "cache.db").write_bytes(damage)
    cache = ByteCache(folder, 16)
    cache.put({"a": b"1"})
    assert cache.get("a") == b"1"
    cache.close()


def test_a_cache_damaged_in_the_middle_or_while_open_is_made_anew(tmp_path: Path) -> None:
    cache = ByteCache(tmp_path / "c", 16)
    cache.put({str(number): bytes(3000) for number in range(200)})
    cache.close()
    file = tmp_path / "c" / "cache.db"
    with file.open("r+b") as stream:
        stream.seek(20_000)
        stream.write(b"\xff" * 500_000)
    cache = ByteCache(tmp_path / "c", 16)
    for number in range(200):
        cache.get(str(number))
    cache.put({"a": b"1"})
    assert cache.get("a") == b"1"
    with sqlite3.connect(file) as other:
        other.execute("DROP TABLE Cache")
    other.close()
    assert cache.get("a") is None
    cache.put({"b": b"2"})
    assert cache.get("b") == b"2" and cache.statistics("kind").trouble == ""
    cache.close()


def test_a_cache_in_use_by_another_program_does_not_hang_and_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WAIT_SECONDS", 0.01)
    cache = ByteCache(tmp_path / "c", 16)
    cache.put({"a": b"1"})
    other = sqlite3.connect(tmp_path / "c" / "cache.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cache.put({"b": b"2"})
    assert cache.get("a") == b"1" and cache.get("b") is None
    other.execute("ROLLBACK")
    other.close()
    cache.put({"b": b"2"})
    assert cache.get("b") == b"2" and cache.get("a") == b"1"
    cache.close()


@pytest.fixture
def tiny_disk() -> Iterator[Path]:
    """A file system of one megabyte."""
    folder = Path(tempfile.mkdtemp())
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
        folder.rmdir()


def test_a_full_disk_costs_the_cache_not_the_work(tiny_disk: Path) -> None:
    guard = Guard("caches", LIMITS, spared)
    cache = ByteCache(tiny_disk / "c", 100, guard=guard)
    cache.put({"first": b"1" * 1000})
    for number in range(60):
        cache.put({str(number): bytes(50_000)})
    assert cache.get("first") == b"1" * 1000  # reading still works, and nothing was thrown away
    assert "full" in cache.statistics("kind").trouble
    state = guard.state()
    assert state.state == "open" and state.failures == LIMITS.threshold and state.refused > 10
    late = ByteCache(tiny_disk / "late", 100)
    late.put({"a": b"1"})
    assert late.get("a") is None and "full" in late.statistics("kind").trouble
    assert late.clear() == 0
    late.close()
    assert cache.clear() > 5
    cache.close()


def test_pictures_on_a_full_disk_leave_no_broken_files(tiny_disk: Path) -> None:
    cache = ByteCache(tiny_disk / "c", 100, pictures=True)
    for number in range(30):
        cache.put({str(number): b"\x89PNG" + bytes(100_000)})
    kept = [path for number in range(30) if (path := cache.path(str(number)))]
    assert kept and len(kept) < 30
    files = set((tiny_disk / "c").rglob("*.png"))
    assert files == set(kept)
    assert {file.stat().st_size for file in files} == {100_004}
    cache.close()


def test_a_limit_on_file_sizes_costs_the_cache_not_the_work(tmp_path: Path) -> None:
    """The same without root: the system refuses to let the database grow."""
    program = """
import resource, sys
from pathlib import Path
from app.cache import ByteCache
cache = ByteCache(Path(sys.argv[1]), 100)
cache.put({"first": b"1" * 1000})
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
for number in range(20):
    cache.put({str(number): bytes(50_000)})
assert cache.get("first") == b"1" * 1000
assert cache.get("19") is None
assert cache.statistics("kind").trouble
cache.close()
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "c")], timeout=180)
    assert done.returncode == 0


def test_caches_by_kind_are_told_and_cleared(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "none.toml", {"BGE_M3_CACHE_MAX_SIZE": "2"})
    caches = Caches(tmp_path, settings)
    assert caches.statistics() == ()
    assert caches.embeddings and caches.queries
    caches.embeddings.put({"a": b"1"})
    caches.queries.put({"a": b"1"})
    caches.queries.put({"b": b"1"})
    caches.queries.put({"c": b"1"})
    caches.pages.put({"p": b"\x89PNG"})
    assert {found.kind: found.entries for found in caches.statistics()} == {
        "embeddings": 1,
        "queries": 2,
        "pages": 1,
    }
    with pytest.raises(UsageError, match="embeddings, queries, pages"):
        caches.clear("answers")
    assert caches.clear("queries") == {"queries": 2}
    assert caches.embeddings.get("a") == b"1"
    assert caches.clear() == {"embeddings": 1, "queries": 0, "pages": 1}
    caches.close()
    off = load_settings(tmp_path / "none.toml", {"BGE_M3_CACHE_ENABLED": "no"})
    caches = Caches(tmp_path, off)
    assert caches.embeddings is None and caches.queries is None
    caches.close()


def test_a_foreign_pickle_is_never_loaded(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return (Path(str(tmp_path / "ran")).mkdir, ())  # type: ignore[return-value]

    with diskcache.Cache(str(tmp_path / "c")) as foreign:
        foreign.set("a", Trap())
    cache = ByteCache(tmp_path / "c", 16)
    assert cache.get("a") is None
    assert not (tmp_path / "ran").exists()
    cache.close()


def test_pictures_lie_in_files_of_their_own(tmp_path: Path) -> None:
    cache = ByteCache(tmp_path / "c", 16, pictures=True)
    cache.put({"page": b"\x89PNG tiny"})
    path = cache.path("page")
    assert path is not None and path.suffix == ".png" and path.read_bytes() == b"\x89PNG tiny"
    assert cache.path("other") is None
    cache.close()
