"""The byte cache and the codec of embeddings."""

from pathlib import Path

import diskcache
import numpy as np
import pytest

from app.cache import ByteCache
from app.embedding.codec import pack, unpack
from app.embedding.model import Embeddings

EMBEDDINGS = Embeddings(
    np.array([0.6, 0.8], np.float32),
    np.array([5, 250_001], np.uint32),
    np.array([1.5, 0.25], np.float32),
    np.arange(6, dtype=np.float16).reshape(3, 2),
)


def test_embeddings_survive_the_codec() -> None:
    back = unpack(pack(EMBEDDINGS))
    assert back is not None
    for name in ("dense", "terms", "weights", "multi"):
        np.testing.assert_array_equal(getattr(back, name), getattr(EMBEDDINGS, name))


@pytest.mark.parametrize("cut", [0, 3, 19, -1])
def test_cut_or_foreign_bytes_are_not_embeddings(cut: int) -> None:
    assert unpack(pack(EMBEDDINGS)[:cut]) is None
    assert unpack(b"x" * 40) is None


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
    assert cache.bytes_used() < 1.5 * 2**20
    assert cache.get("59") is not None
    cache.close()


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "cache.db").write_bytes(b"this is not a database" * 1000)
    cache = ByteCache(folder, 16)
    cache.put({"a": b"1"})
    assert cache.get("a") == b"1"
    cache.close()


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
