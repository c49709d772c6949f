"""From a folder to hits: reading and embedding, doing it again, and searching in each mode.

Baselines: FlagEmbedding's own `encode` for embedding, the first run for indexing again, and the
mode "meaning" (dense vectors alone) for searching.
"""

import shutil
import tempfile
from pathlib import Path

from report import ROOT, arguments, percentiles, say, show, stopwatch

from app.documents.formats import READERS, type_of
from app.documents.read import read
from app.embedding.folder import open_model_folder
from app.embedding.service import BGEM3Service
from app.engine import Engine
from app.errors import UnreadableFile
from app.index.passages import cut
from app.index.progress import IndexReport
from app.paths import compact_model_dir, data_dirs
from app.sample import QUERIES
from app.search.model import MODES, Query


def main() -> None:
    """Run everything and print it."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=ROOT / "resources" / "sample-library")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        figures = {
            "embedding": embedding(chosen.folder, 16 if chosen.quick else 64),
            **indexing_and_searching(chosen.folder, Path(temporary), 10 if chosen.quick else 50),
        }
    show(figures, as_json=chosen.json)


def passages_of(folder: Path, service: BGEM3Service, number: int) -> list[str]:
    """The first passages of the readable files of a folder."""
    texts: list[str] = []
    for file in sorted(folder.rglob("*")):
        if file.is_file() and type_of(file.name) in READERS and len(texts) < number:
            try:
                document = read(file)
            except UnreadableFile:
                continue
            texts += [passage.embedded for passage in cut(document, file.name, service.tokens)]
    return texts[:number]


def embedding(folder: Path, number: int) -> dict[str, float]:
    """Our loop against the library's, on the same passages and the same weights."""
    model = open_model_folder(compact_model_dir())
    service = BGEM3Service(model)
    texts = passages_of(folder, service, number)
    say(f"Embedding {len(texts)} passages twice ...")
    service.load()
    list(service.encode_passages(texts[:4]))
    with stopwatch() as ours:
        list(service.encode_passages(texts))
    from FlagEmbedding import BGEM3FlagModel

    library = BGEM3FlagModel(
        str(model.path),
        use_fp16=False,
        devices="cpu",
        pooling_method=model.pooling,
        colbert_dim=model.colbert_dim,
    )
    prefixed = [model.passage_prefix + text for text in texts]
    options = {"return_sparse": True, "return_colbert_vecs": True, "max_length": 512}
    library.encode(prefixed[:4], **options)
    with stopwatch() as theirs:
        library.encode(prefixed, **options)
    return {
        "passages": len(texts),
        "passages_per_second": len(texts) / ours(),
        "flagembedding_encode_passages_per_second": len(texts) / theirs(),
        "ratio_to_flagembedding_encode": theirs() / ours(),
    }


def index(engine: Engine, folder: Path) -> IndexReport:
    """Index a folder to its end."""
    report = None
    for step in engine.index([folder]):
        report = step.report or report
    assert report is not None
    return report


def indexing_and_searching(folder: Path, data: Path, rounds: int) -> dict[str, object]:
    """The same folder three times, then every sample query in every mode."""
    engine = Engine(data_dirs(data))
    engine.warm_up()
    say("Indexing ...")
    first = index(engine, folder)
    again = index(engine, folder)
    engine.close()
    # Everything but the embedding cache is lost, as after an update of a reader.
    for part in (data_dirs(data).catalogue, data_dirs(data).store):
        shutil.rmtree(part) if part.is_dir() else part.unlink()
    engine = Engine(data_dirs(data))
    cached = index(engine, folder)
    engine.warm_up()
    seconds: dict[str, list[float]] = {mode: [] for mode in MODES}
    say("Searching ...")
    for number in range(rounds):
        for mode in MODES:
            for text in QUERIES:
                # A query of its own each time, so that no embedding comes from the cache.
                with stopwatch() as taken:
                    engine.find(Query(f"{text} {number}", mode=mode))
                seconds[mode].append(taken())
    engine.close()
    modes = {mode: percentiles(taken) for mode, taken in seconds.items()}
    base = modes["meaning"]["p50_ms"]
    return {
        "indexing": {
            "files": first.indexed,
            "passages": first.passages,
            "seconds": first.seconds,
            "passages_per_second": first.passages / first.seconds,
            "again_ratio": again.seconds / first.seconds,
            "again_embedded": again.embedded,
            "from_cache_ratio": cached.seconds / first.seconds,
            "from_cache_embedded": cached.embedded,
        },
        "search": {
            mode: {**taken, "ratio_to_meaning": taken["p50_ms"] / base}
            for mode, taken in modes.items()
        },
    }


if __name__ == "__main__":
    main()
