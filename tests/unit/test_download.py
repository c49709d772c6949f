"""Downloading a model from a real server that cuts, lies, redirects and stalls."""

import socket
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from local_hub import LocalHub, local_hub
from small_model import make_small_model

from app.embedding import download as download_module
from app.embedding.download import TRIES
from app.embedding.manager import ModelInfo, ModelManager
from app.embedding.progress import ModelProgress, Pace
from app.errors import ModelError, UsageError

WEIGHTS = "model.safetensors"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LocalHub]:
    with local_hub(make_small_model(tmp_path / "served", words=20_000)) as hub:
        yield hub


@pytest.fixture
def manager(tmp_path: Path) -> ModelManager:
    return ModelManager(tmp_path / "models", tmp_path / "no compact model")


class Downloaded:
    """A download run to its end: the steps it told, the pauses it made, what came of it."""

    def __init__(self, manager: ModelManager, hub: LocalHub, timeout: float = 20) -> None:
        self.pauses: list[float] = []
        self.steps: list[ModelProgress] = []
        run = manager.download(hub.address, timeout=timeout, sleep=self.pauses.append)
        self.model: ModelInfo = self._collect(run)

    def _collect(self, run: Generator[ModelProgress, None, ModelInfo]) -> ModelInfo:
        while True:
            try:
                self.steps.append(next(run))
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]


def test_every_file_comes_whole_and_nothing_else(manager: ModelManager, hub: LocalHub) -> None:
    (hub.folder / "modeling.py").write_text("raise SystemExit")
    done = Downloaded(manager, hub)
    folder = Path(done.model.path)
    assert done.model.problem == "" and done.model.unchecked == ()
    names = {file.name for file in hub.folder.iterdir()} - {"modeling.py"}
    assert {file.name for file in folder.iterdir()} == names | {"files.json"}
    for name in names:
        assert (folder / name).read_bytes() == (hub.folder / name).read_bytes()
    last = [step for step in done.steps if step.stage == "downloading"][-1]
    assert last.done == last.total == sum((hub.folder / name).stat().st_size for name in names)
    # The commit that was listed, not whatever the branch holds by now.
    assert all("/resolve/c0ffee" in path for path, _ in hub.requests[1:])


def test_a_cut_line_goes_on_where_it_was(manager: ModelManager, hub: LocalHub) -> None:
    hub.cuts[WEIGHTS] = [300_000, 200_000]
    done = Downloaded(manager, hub)
    assert hub.asked_for(WEIGHTS) == ["", "bytes=300000-", "bytes=500000-"]
    assert done.pauses == []  # each connection brought something: no reason to wait
    assert done.model.problem == ""


def test_a_changed_file_is_not_glued_to_its_old_half(manager: ModelManager, hub: LocalHub) -> None:
    hub.cuts[WEIGHTS] = [300_000]
    run = manager.download(hub.address)
    for step in run:
        if step.file == WEIGHTS and step.done > 100_000:
            break
    run.close()
    hub.version = "2"  # another ETag: the server must send everything again
    Downloaded(manager, hub)
    assert hub.asked_for(WEIGHTS)[-1].startswith("bytes=")


def test_stopped_it_goes_on_later(manager: ModelManager, hub: LocalHub) -> None:
    run = manager.download(hub.address)
    for step in run:
        if step.file == WEIGHTS and step.done > 300_000:
            break
    run.close()
    (unfinished,) = [model for model in manager.models() if model.unfinished]
    assert unfinished.name == "bge-m3" and unfinished.bytes > 300_000
    Downloaded(manager, hub)
    assert int(hub.asked_for(WEIGHTS)[-1].removeprefix("bytes=").removesuffix("-")) > 0
    assert len(hub.asked_for("config.json")) == 1
    assert not [model for model in manager.models() if model.unfinished]


def test_a_server_without_ranges_is_asked_for_all_of_it(
    manager: ModelManager, hub: LocalHub
) -> None:
    hub.has_ranges = False
    hub.cuts[WEIGHTS] = [300_000]
    assert Downloaded(manager, hub).model.problem == ""
    hub.cuts["config.json"] = [3] * 100
    manager.remove("bge-m3")
    with pytest.raises(ModelError, match=r"config\.json had to be started"):
        Downloaded(manager, hub)


def test_a_wrong_hash_is_an_error_that_names_the_file(manager: ModelManager, hub: LocalHub) -> None:
    for name in ("config.json", "colbert_linear.pt"):  # by git's SHA-1, and by SHA-256
        hub.spoiled = {name}
        with pytest.raises(ModelError, match=f"{name} arrived damaged twice"):
            Downloaded(manager, hub)
        assert len(hub.asked_for(name)) >= 2
    assert manager.models()[1:] and all(model.unfinished for model in manager.models()[1:])
    hub.spoiled = set()
    assert Downloaded(manager, hub).model.problem == ""


def test_what_may_pass_is_tried_again_and_what_will_not_is_told_at_once(
    manager: ModelManager, hub: LocalHub
) -> None:
    hub.statuses = [503, 429]
    done = Downloaded(manager, hub)
    assert len(done.pauses) == 2 and 0 < done.pauses[0] < done.pauses[1] + 1
    waiting = [step for step in done.steps if step.stage == "waiting"]
    assert [step.detail[:22] for step in waiting] == [
        "the server answers 503",
        "the server answers 429",
    ]
    manager.remove("bge-m3")
    hub.statuses = [403]
    with pytest.raises(ModelError, match="403"):
        Downloaded(manager, hub)
    hub.statuses = [500] * TRIES
    with pytest.raises(ModelError, match=f"failed {TRIES} times: the server answers 500"):
        Downloaded(manager, hub)


def test_redirects_are_followed_with_their_ranges(
    manager: ModelManager, hub: LocalHub, tmp_path: Path
) -> None:
    with local_hub(hub.folder) as content_network:
        hub.redirect_to = content_network.address
        content_network.cuts[WEIGHTS] = [300_000]
        assert Downloaded(manager, hub).model.problem == ""
        assert content_network.asked_for(WEIGHTS) == ["", "bytes=300000-"]


def test_a_redirect_to_a_file_of_this_machine_is_refused(
    manager: ModelManager, hub: LocalHub
) -> None:
    hub.redirect_to = "file:///etc"
    with pytest.raises(ModelError, match="not allowed"):
        Downloaded(manager, hub)


def test_a_missing_head_is_named(manager: ModelManager, hub: LocalHub) -> None:
    hub.missing = {"sparse_linear.pt"}
    with pytest.raises(ModelError, match=r"sparse_linear\.pt missing"):
        Downloaded(manager, hub)


def test_a_mirror_without_the_list_of_files(manager: ModelManager, hub: LocalHub) -> None:
    hub.has_list = False
    done = Downloaded(manager, hub)
    assert done.model.problem == ""
    assert WEIGHTS in done.model.unchecked  # nobody told a hash: that is said, not invented


def test_a_file_gone_since_the_list(manager: ModelManager, hub: LocalHub) -> None:
    hub.statuses = [200, 404]
    with pytest.raises(ModelError, match="404"):
        Downloaded(manager, hub)


def test_a_server_that_falls_silent(manager: ModelManager, hub: LocalHub) -> None:
    hub.stalls = True
    with pytest.raises(ModelError, match=r"never came through|no answer in time"):
        hub.has_ranges = False
        Downloaded(manager, hub, timeout=0.05)


def test_nobody_answers(manager: ModelManager, hub: LocalHub) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        hub.address = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(ModelError, match="Check the connection"):
            Downloaded(manager, hub)


def test_the_proxy_of_the_environment_is_used(
    manager: ModelManager, hub: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", hub.address)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    hub.address = "http://hub.invalid"  # only the proxy can reach it
    assert Downloaded(manager, hub).model.problem == ""


def test_a_full_disk_is_told_before_the_first_byte(
    manager: ModelManager, hub: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = download_module.shutil.disk_usage
    monkeypatch.setattr(
        download_module.shutil, "disk_usage", lambda path: usage(path)._replace(free=10 * 2**20)
    )
    with pytest.raises(ModelError, match="10 MB free"):
        Downloaded(manager, hub)
    assert len(hub.requests) == 1


@pytest.mark.parametrize("endpoint", ["", "ftp://a", "file:///etc", "huggingface.co"])
def test_an_endpoint_that_is_none(manager: ModelManager, endpoint: str) -> None:
    with pytest.raises(UsageError, match=r"model\.endpoint"):
        list(manager.download(endpoint))


def test_the_time_left_follows_the_present_rate() -> None:
    now = 0.0
    pace = Pace(1000, lambda: now)
    assert pace.at(0) is None
    now = 2.0
    assert pace.at(200) == pytest.approx(8.0)
    for second in range(3, 20):  # it has become ten times slower
        now = float(second)
        left = pace.at(200 + 10 * (second - 2))
    assert left == pytest.approx((1000 - 370) / 10, rel=0.01)
    now = 21.0
    assert pace.at(0) is None  # started over
