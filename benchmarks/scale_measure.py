"""What `scale.py` measures, and the exact answers it compares with."""

import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray
from report import percentiles, stopwatch
from scale_library import FILTER, is_in_filter, passage_id
from synthetic import CHUNK, Corpus

from app.embedding.folder import ChannelWeights
from app.embedding.model import Embeddings
from app.index.catalogue import Catalogue
from app.resilience import Limits
from app.search.fusion import fuse
from app.search.hits import HitMaker
from app.search.model import Query, SearchResult
from app.search.phases import Run
from app.search.presets import Preset
from app.search.vector_search import query_vectors
from app.settings import load_settings
from app.store.base import Channel, QueryVector, SparseQuery, Store
from app.store.choice import StoreChoice, open_store, store_folder

WEIGHTS = ChannelWeights(0.4, 0.2, 0.4)
LIMIT = 10
CANDIDATES = load_settings(Path(os.devnull), {})["search.candidates"]
LIMITS = Limits(0, 0.0, 1, 0.0)  # a failure is a failure here
KEPT_QUERIES = 30  # of those asked; each takes a second and a half at 100,000 passages
_PART = 5000  # passages scored at once
Measured = dict[str, Any]
# For each query: the ids of its best passages, of all and of those below FILTER.
Exact = list[tuple[set[str], set[str]]]


def exact_best(corpus: Corpus, catalogue_file: Path, number: int, queries: int) -> Exact:
    """The best passages when the fused score of every single one is computed, in float32."""
    asked = corpus.queries(queries, number)
    catalogue = Catalogue(catalogue_file, LIMITS)
    terms, tokens, starts = _side_by_side([e for _, e in asked], catalogue)
    catalogue.close()
    dense = np.stack([e.dense for _, e in asked])
    lengths = np.diff([*starts, tokens.shape[1]])
    best: list[list[tuple[float, int]]] = [[] for _ in range(2 * queries)]
    for chunk, made in enumerate(corpus.chunks(number)):
        passages = made.embeddings
        first = np.cumsum([0, *(len(p.multi) for p in passages[:-1])])
        vectors = np.concatenate([p.multi for p in passages]).astype(np.float32)
        by_token = np.maximum.reduceat(vectors @ tokens, first, axis=0)
        multi = np.add.reduceat(by_token, starts, axis=1) / lengths
        own = np.cumsum([0, *(len(p.terms) for p in passages[:-1])])
        weights = np.concatenate([p.weights for p in passages])[:, None]
        found = terms[np.concatenate([p.terms for p in passages])] * weights
        scores = (
            WEIGHTS.dense * (np.stack([p.dense for p in passages]) @ dense.T)
            + WEIGHTS.sparse * np.add.reduceat(found, own, axis=0)
            + WEIGHTS.multi * multi
        )
        numbers = chunk * CHUNK + np.arange(len(passages))
        inside = np.array([is_in_filter(int(n)) for n in numbers])
        for query in range(queries):
            _keep(best[2 * query], scores[:, query], numbers)
            _keep(best[2 * query + 1], scores[inside, query], numbers[inside])
    sets = [{passage_id(n) for _, n in entries} for entries in best]
    return list(zip(sets[::2], sets[1::2], strict=True))


def kept_best(
    store: Store, catalogue: Catalogue, asked: list[tuple[str, Embeddings]], number: int
) -> Exact:
    """The best passages when the store itself scores every single one in all channels."""
    ids = [passage_id(n) for n in range(number)]
    filtered = {passage_id(n) for n in range(number) if is_in_filter(n)}
    answers = []
    for _, e in asked:
        idf = np.asarray(catalogue.lookup.idf(e.terms.tolist()), np.float32)
        weights = e.weights * idf
        vectors: dict[Channel, QueryVector] = {
            "dense": e.dense,
            "sparse": SparseQuery(e.terms, weights),
            "multi": e.multi,
        }
        scored = []
        for start in range(0, number, _PART):
            part = ids[start : start + _PART]
            scored += fuse(
                store.score(vectors, part),
                part,
                WEIGHTS,
                sparse_scale=float(weights.sum()),
                query_tokens=len(e.multi),
            )
        scored.sort(key=lambda entry: -entry[1])
        inside = [id_ for id_, _, _ in scored if id_ in filtered]
        answers.append(({id_ for id_, _, _ in scored[:LIMIT]}, set(inside[:LIMIT])))
    return answers


def _side_by_side(
    asked: list[Embeddings], catalogue: Catalogue
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]:
    """Queries as matrices: terms [vocabulary, n], token vectors [multi_dim, tokens], starts [n]."""
    terms = np.zeros((1 + max(int(e.terms.max()) for e in asked) + 40_000, len(asked)), np.float32)
    for column, e in enumerate(asked):
        weights = e.weights * np.asarray(catalogue.lookup.idf(e.terms.tolist()), np.float32)
        terms[e.terms, column] = weights / weights.sum()
    tokens = np.concatenate([e.multi for e in asked]).astype(np.float32).T
    return terms, tokens, np.cumsum([0, *(len(e.multi) for e in asked[:-1])])


def _keep(
    best: list[tuple[float, int]], scores: NDArray[np.float32], numbers: NDArray[np.int64]
) -> None:
    top = np.argsort(-scores)[:LIMIT]
    best += [(float(scores[i]), int(numbers[i])) for i in top]
    best.sort(reverse=True)
    del best[LIMIT:]


def measure(
    choice: StoreChoice, fingerprint: str, catalogue_file: Path, number: int, exact: Exact
) -> Measured:
    """Open a library and search it: seconds, milliseconds, megabytes and recall.

    The store's files are dropped from the file cache first. Searches are warm: every query was
    asked once before, with and without filter. Query encoding is not part of it.
    """
    corpus = Corpus()
    asked = corpus.queries(len(exact), number)
    folder = store_folder(choice, fingerprint)
    _forget_files(folder)
    memory = psutil.Process().memory_info().rss
    started = time.perf_counter()
    store = open_store(choice, fingerprint, corpus.dim, corpus.multi_dim)
    catalogue = Catalogue(catalogue_file, LIMITS)
    opened = time.perf_counter() - started

    def run(query: Query) -> Run:
        return Run(catalogue.lookup, query, CANDIDATES, HitMaker(catalogue.lookup))

    def search(text: str, embeddings: Embeddings, folder: str = "") -> SearchResult:
        vectors = query_vectors(embeddings, catalogue.lookup, idf=True)
        found = run(Query(text, limit=LIMIT, folder=folder)).by_vectors(
            store, vectors, Preset("", WEIGHTS), only_last=True
        )
        *_, last = found
        return last

    with stopwatch() as first:
        search(*asked[0])
    for folder_name in (FILTER, ""):
        for text, embeddings in asked:
            search(text, embeddings, folder_name)
    processor = time.process_time()
    plain = [search(text, embeddings) for text, embeddings in asked]
    processor = (time.process_time() - processor) / len(asked)
    filtered = [search(text, embeddings, FILTER) for text, embeddings in asked]
    words = []
    for text, _ in asked:
        with stopwatch() as taken:
            run(Query(text)).by_words()
        words.append(taken())
    grown = psutil.Process().memory_info().rss - memory
    found: Measured = {
        "open_s": opened,
        "first_search_ms": 1000 * first(),
        "rss_mb": grown / 2**20,
        "three_phase_ms": _milliseconds([r.seconds.total for r in plain]),
        "filtered_ms": _milliseconds([r.seconds.total for r in filtered]),
        # Of all threads together; what other programs do at the same time does not count.
        "three_phase_mean_processor_ms": 1000 * processor,
        "phases_ms": _phases(plain),
        "filtered_phases_ms": _phases(filtered),
        "words_ms": _milliseconds(words),
        "written_recall10": _recall(plain, [everywhere for everywhere, _ in exact]),
        "written_filtered_recall10": _recall(filtered, [inside for _, inside in exact]),
        "candidates": float(np.mean([result.candidates for result in plain])),
    }
    kept = kept_best(store, catalogue, asked[:KEPT_QUERIES], number)
    found["recall10"] = _recall(plain[:KEPT_QUERIES], [everywhere for everywhere, _ in kept])
    found["filtered_recall10"] = _recall(filtered[:KEPT_QUERIES], [inside for _, inside in kept])
    store.close()
    catalogue.close()
    if choice.engine != "server":
        found["disk_bytes_per_passage"] = _bytes_on_disk(folder) / number
    return found


def _phases(results: list[SearchResult]) -> dict[str, dict[str, float]]:
    return {
        name: _milliseconds([getattr(result.seconds, name) for result in results])
        for name in ("dense", "sparse", "multi")
    }


def _milliseconds(seconds: list[float]) -> dict[str, float]:
    found = percentiles(seconds)
    return {"p50": found["p50_ms"], "p95": found["p95_ms"]}


def _recall(results: list[SearchResult], expected: list[set[str]]) -> float:
    """Mean share of the best passages by exact scoring that the search shows."""
    shares = [
        len({hit.passage for hit in result.hits} & best) / len(best)
        for result, best in zip(results, expected, strict=True)
        if best
    ]
    return float(np.mean(shares))


def _forget_files(folder: Path) -> None:
    """Ask the system to drop these files from its cache, where it can be asked."""
    if hasattr(os, "posix_fadvise"):
        for file in folder.rglob("*"):
            if file.is_file():
                handle = os.open(file, os.O_RDONLY)
                os.fsync(handle)
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(handle)


def _bytes_on_disk(folder: Path) -> int:
    """Blocks in use: the store's files are sparse."""
    return sum(
        getattr(file.stat(), "st_blocks", file.stat().st_size / 512) * 512
        for file in folder.rglob("*")
    )
