"""Importing, checking and removing model folders."""

import io
import json
import shutil
import tarfile
import zipfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
import torch
from small_model import make_small_model

from app.embedding.manager import ModelInfo, ModelManager
from app.embedding.progress import ModelProgress
from app.errors import ModelError, UsageError
from app.paths import compact_model_dir


@pytest.fixture
def manager(tmp_path: Path) -> ModelManager:
    return ModelManager(tmp_path / "models", compact_model_dir())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return make_small_model(tmp_path / "my model")


def outcome(run: Generator[ModelProgress, None, Any]) -> Any:
    while True:
        try:
            next(run)
        except StopIteration as end:
            return end.value


def names(manager: ModelManager) -> list[str]:
    return [model.name for model in manager.models()]


def test_a_folder_is_copied_without_its_code(manager: ModelManager, source: Path) -> None:
    (source / "modeling.py").write_text("raise SystemExit")
    (source / "pytorch_model.bin").write_bytes(b"the safetensors file is taken")
    model: ModelInfo = outcome(manager.import_model(source))
    assert (model.name, model.problem, model.bundled) == ("my-model", "", False)
    copied = {file.name for file in Path(model.path).iterdir()}
    assert copied == {file.name for file in source.iterdir()} - {
        "modeling.py",
        "pytorch_model.bin",
    } | {"files.json"}
    assert names(manager) == ["compact", "my-model"]
    assert manager.resolve("my-model") == Path(model.path)
    assert outcome(manager.verify("my-model")).damaged == {}
    with pytest.raises(UsageError, match="already a model"):
        outcome(manager.import_model(source))


@pytest.mark.parametrize("missing", ["sparse_linear.pt", "colbert_linear.pt", "tokenizer.json"])
def test_a_missing_part_is_named(manager: ModelManager, source: Path, missing: str) -> None:
    (source / missing).unlink()
    with pytest.raises(ModelError, match=f"{missing} missing"):
        outcome(manager.import_model(source))
    assert names(manager) == ["compact"]


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5])


def _other_shape(file: Path) -> None:
    torch.save({"weight": torch.ones(1, 9), "bias": torch.zeros(1)}, file)


class _Bomb:
    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return Path.touch, (Path("exploded"),)  # type: ignore[return-value]


def _bomb(file: Path) -> None:
    torch.save({"weight": _Bomb()}, file)


def _asks_for_code(file: Path) -> None:
    file.write_text(json.dumps({"hidden_size": 8, "auto_map": {"AutoModel": "m.Model"}}))


@pytest.mark.parametrize(
    ("name", "damage", "told"),
    [
        ("model.safetensors", _cut, "bytes instead of"),
        ("sparse_linear.pt", _cut, r"sparse_linear\.pt is damaged"),
        ("sparse_linear.pt", _other_shape, r"has the shape \(1, 9\)"),
        ("colbert_linear.pt", _other_shape, r"colbert_linear\.pt is damaged"),
        ("colbert_linear.pt", _bomb, r"colbert_linear\.pt is damaged"),
        ("tokenizer.json", _cut, "tokenizer"),
        ("config.json", _asks_for_code, "never run"),
    ],
)
def test_a_damaged_part_is_named_and_nothing_is_run_or_left(
    manager: ModelManager,
    source: Path,
    name: str,
    damage: Any,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    damage(source / name)
    with pytest.raises(ModelError, match=told):
        outcome(manager.import_model(source))
    assert names(manager) == ["compact"]
    assert not (tmp_path / "exploded").exists()
    assert list((tmp_path / "models").iterdir()) == []


def _zip(source: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w") as out:
        for file in source.iterdir():
            out.write(file, f"outer/bge/{file.name}")
            out.writestr(f"outer/bge/onnx/{file.name}", b"another copy, further down")
    return archive


def _tar(source: Path, archive: Path) -> Path:
    with tarfile.open(archive, "w:gz") as out:
        out.add(source, "bge")
    return archive


@pytest.mark.parametrize("pack", [_zip, _tar])
def test_an_archive(manager: ModelManager, source: Path, tmp_path: Path, pack: Any) -> None:
    archive = pack(source, tmp_path / f"bge.{'zip' if pack is _zip else 'tar.gz'}")
    model = outcome(manager.import_model(archive))
    assert model.name == "bge"
    for file in source.iterdir():
        assert (Path(model.path) / file.name).read_bytes() == file.read_bytes()


@pytest.mark.parametrize("member", ["../evil.bin", "/etc/evil", "C:\\evil", "a\\..\\..\\evil"])
def test_an_archive_that_reaches_out_is_refused(
    manager: ModelManager, source: Path, tmp_path: Path, member: str
) -> None:
    archive = _zip(source, tmp_path / "evil.zip")
    with zipfile.ZipFile(archive, "a") as out:
        out.writestr(member, b"x")
    with pytest.raises(ModelError, match="points out of the archive"):
        outcome(manager.import_model(archive))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_an_archive_with_links_is_refused(
    manager: ModelManager, source: Path, tmp_path: Path, kind: bytes
) -> None:
    archive = tmp_path / "links.tar"
    with tarfile.open(archive, "w") as out:
        out.add(source, "bge")
        link = tarfile.TarInfo("bge/pytorch_model.bin")
        link.type, link.linkname = kind, "/etc/passwd"
        out.addfile(link)
    with pytest.raises(ModelError, match="link or device"):
        outcome(manager.import_model(archive))


def test_a_zip_with_a_link_is_refused(manager: ModelManager, source: Path, tmp_path: Path) -> None:
    archive = _zip(source, tmp_path / "links.zip")
    link = zipfile.ZipInfo("outer/bge/pytorch_model.bin")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(archive, "a") as out:
        out.writestr(link, b"/etc/passwd")
    with pytest.raises(ModelError, match="link or device"):
        outcome(manager.import_model(archive))


def test_damaged_archives_and_other_files(
    manager: ModelManager, source: Path, tmp_path: Path
) -> None:
    whole = _tar(source, tmp_path / "bge.tar.gz").read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match="damaged"):
        outcome(manager.import_model(tmp_path / "cut.tar.gz"))
    spoiled = io.BytesIO(_zip(source, tmp_path / "bge.zip").read_bytes())
    with zipfile.ZipFile(spoiled) as there:
        place = there.getinfo("outer/bge/config.json").header_offset + 60
    spoiled.getbuffer()[place] ^= 1
    (tmp_path / "spoiled.zip").write_bytes(spoiled.getvalue())
    with pytest.raises(ModelError, match=r"imported|read"):
        outcome(manager.import_model(tmp_path / "spoiled.zip"))
    (tmp_path / "no.txt").write_text("no archive")
    with pytest.raises(UsageError, match="neither a folder nor"):
        outcome(manager.import_model(tmp_path / "no.txt"))
    with pytest.raises(UsageError, match="does not exist"):
        outcome(manager.import_model(tmp_path / "nothing"))


def test_a_file_that_would_fill_the_memory_is_refused(
    manager: ModelManager, source: Path, tmp_path: Path
) -> None:
    with (source / "tokenizer.json").open("r+b") as stream:
        stream.truncate(300 * 2**20)  # of nothing: an archive of it is small
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for file in source.iterdir():
            out.write(file, file.name)
    with pytest.raises(ModelError, match=r"tokenizer\.json has 300 MB"):
        outcome(manager.import_model(tmp_path / "bomb.zip"))
    assert names(manager) == ["compact"]


def test_stopped_it_leaves_nothing(manager: ModelManager, source: Path, tmp_path: Path) -> None:
    run = manager.import_model(source)
    assert next(run).stage == "copying"
    run.close()
    assert list((tmp_path / "models").iterdir()) == []


def test_verify_names_what_changed(manager: ModelManager, source: Path) -> None:
    folder = Path(outcome(manager.import_model(source, "mine")).path)
    weights = folder / "model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    _cut(folder / "tokenizer.json")
    (folder / "sparse_linear.pt").unlink()
    report = outcome(manager.verify("mine"))
    assert report.damaged["model.safetensors"] == "its content has changed"
    assert "bytes instead of" in report.damaged["tokenizer.json"]
    assert report.damaged["sparse_linear.pt"] == "it is missing"
    assert "sparse_linear.pt missing" in manager.models()[1].problem


def test_the_bundled_model_is_whole_and_stays(manager: ModelManager) -> None:
    assert outcome(manager.verify("compact")).damaged == {}
    with pytest.raises(UsageError, match="cannot be removed"):
        manager.remove("compact")
    with pytest.raises(UsageError, match="There is no model"):
        manager.remove("../x")


def test_removing(manager: ModelManager, source: Path, tmp_path: Path) -> None:
    outcome(manager.import_model(source, "mine"))
    manager.remove("mine")
    assert names(manager) == ["compact"]
    assert list((tmp_path / "models").iterdir()) == []


def test_what_a_setting_means(manager: ModelManager, tmp_path: Path, source: Path) -> None:
    assert manager.resolve("") == manager.resolve("compact") == compact_model_dir()
    assert manager.resolve("BAAI/bge-m3") == tmp_path / "models" / "bge-m3"
    assert manager.resolve(str(source)) == source


def test_the_hubs_own_cache_is_imported_under_its_name(
    manager: ModelManager, source: Path, tmp_path: Path
) -> None:
    snapshot = tmp_path / "models--BAAI--bge-m3" / "snapshots" / ("ab" * 20)
    blobs = tmp_path / "models--BAAI--bge-m3" / "blobs"
    shutil.copytree(source, blobs)
    snapshot.mkdir(parents=True)
    for file in blobs.iterdir():
        (snapshot / file.name).symlink_to(file)
    model = outcome(manager.import_model(snapshot))
    assert model.name == "bge-m3"
    assert not any(file.is_symlink() for file in Path(model.path).iterdir())
