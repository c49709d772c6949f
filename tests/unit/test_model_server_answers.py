"""Answers of a model server that are none: refused, tried again where that may help."""

import base64
import json
import select
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from model_servers import Reply, answering, send

from app.embedding import wire
from app.embedding.checks import fault_of
from app.embedding.folder import ChannelWeights, ModelFolder
from app.embedding.model import RawEmbeddings
from app.embedding.model_server import ModelServer
from app.embedding.remote import ServedModel
from app.embedding.service import BGEM3Service
from app.errors import ModelError, ModelUnavailable, UsageError
from app.resilience import Limits

FOLDER = ModelFolder(
    path=Path(),
    name="small",
    model_fingerprint="0123456789abcdef",
    fingerprint="fedcba9876543210",
    dim=2,
    multi_dim=2,
    pooling="cls",
    query_prefix="",
    passage_prefix="",
    colbert_dim=-1,
    sparse="learned",
    multi_skip_punctuation=False,
    weights=ChannelWeights(1, 0, 0),
    multi_vector_count=0,
)
SEQUENCES = [[0, 7, 2]]
RAW = RawEmbeddings(
    np.array([0.6, 0.8], np.float32),
    np.array([0, 0.5, 0], np.float32),
    np.array([[1, 0], [0, 1]], np.float32),
)
GOOD: dict[str, Any] = wire.pack_answer(FOLDER.model_fingerprint, [RAW])


def client(url: str, timeout: float = 20.0) -> ModelServer:
    return ModelServer(url, "key", Limits(2, 0.0, 100, 0.0), timeout)


def array(values: list[float], kind: str = "<f4") -> str:
    return base64.b64encode(np.array(values, kind).tobytes()).decode()


def with_array(name: str, text: Any) -> bytes:
    return json.dumps({**GOOD, "embeddings": [{**GOOD["embeddings"][0], name: text}]}).encode()


GARBAGE = {
    "no JSON": b"<html>Welcome to your router</html>",
    "no object": b"[1, 2]",
    "not UTF-8": b'{"a": "\xff"}',
    "nothing": b"",
    "another version": json.dumps({**GOOD, "version": 2}).encode(),
    "another model": json.dumps({**GOOD, "model": "fedcba9876543210"}).encode(),
    "no embeddings": json.dumps({**GOOD, "embeddings": []}).encode(),
    "too many": json.dumps({**GOOD, "embeddings": GOOD["embeddings"] * 2}).encode(),
    "no entries": json.dumps({**GOOD, "embeddings": [3]}).encode(),
    "a number": with_array("dense", 3),
    "no base64": with_array("dense", "§§§"),
    "cut base64": with_array("dense", "AAA"),
    "half a number": with_array("dense", "AAAA"),
    "short": with_array("dense", array([1.0])),
    "long": with_array("dense", array([1.0, 0.0, 0.0])),
    "zero": with_array("dense", array([0.0, 0.0])),
    "no unit": with_array("dense", array([3.0, 4.0])),
    "NaN": with_array("dense", array([float("nan"), 1.0])),
    "infinity": with_array("dense", array([float("inf"), 1.0])),
    "a negative weight": with_array("token_weights", array([0, -1, 0])),
    "a NaN weight": with_array("token_weights", array([0, float("nan"), 0])),
    "a weight missing": with_array("token_weights", array([0, 1])),
    "a zero token vector": with_array("token_vectors", array([1, 0, 0, 0], "<f2")),
    "a token vector missing": with_array("token_vectors", array([1, 0], "<f2")),
}


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_tried_again_and_never_taken(name: str) -> None:
    with answering(lambda handler, _: send(handler, GARBAGE[name])) as url:
        asked = client(url)
        with pytest.raises(ModelUnavailable, match="gave"):
            asked.embed(FOLDER, SEQUENCES)
        assert asked.guard.state().attempts == 3


def _cut(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"version": 1, ')


def _no_http(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")


def _hang_up(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.connection.close()


def _flood(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _number in range(64):
        handler.wfile.write(b"[" * 2**20)


FAULTS: dict[str, tuple[Reply, str]] = {
    "cut": (_cut, "no JSON"),
    "no HTTP": (_no_http, "cannot be reached"),
    "hangs up": (_hang_up, "cannot be reached"),
    "floods": (_flood, "far more than was asked for"),
    "fails": (lambda h, _: send(h, b'{"error": "The model failed."}', 500), "The model failed"),
    "overloaded": (lambda h, _: send(h, b"", 503), "status 503"),
    "rate limit": (lambda h, _: send(h, b"", 429), "status 429"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_on_the_way_are_tried_again(name: str) -> None:
    reply, told = FAULTS[name]
    with answering(reply) as url:
        asked = client(url)
        with pytest.raises(ModelUnavailable, match=told):
            asked.embed(FOLDER, SEQUENCES)
        assert asked.guard.state().attempts == 3


@pytest.mark.parametrize(
    ("status", "told"),
    [(302, "no model server"), (404, "no model server"), (400, "refuses"), (413, "refuses")],
)
def test_a_no_is_not_asked_again(status: int, told: str) -> None:
    with answering(lambda handler, _: send(handler, b"{}", status)) as url:
        asked = client(url)
        with pytest.raises(ModelError, match=told) as error:
            asked.embed(FOLDER, SEQUENCES)
        assert not isinstance(error.value, ModelUnavailable)
        state = asked.guard.state()
        assert (state.attempts, state.failures) == (1, 0)


def test_an_answer_that_trickles_is_given_up_in_time() -> None:
    pieces: list[bytes] = []

    def trickle(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not select.select([handler.connection], [], [], 0.02)[0]:  # until it hangs up
            handler.wfile.write(b" ")
            pieces.append(b" ")

    with answering(trickle) as url:
        asked = ModelServer(url, "", Limits(0, 0.0, 9, 0.0), 0.3)
        with pytest.raises(ModelUnavailable, match=r"did not answer within 0\.3 s"):
            asked.embed(FOLDER, SEQUENCES)
    assert len(pieces) > 1  # the time limit is for the whole answer, not from piece to piece


def test_it_comes_back_within_the_retries() -> None:
    answers = iter([b"garbage", b"", json.dumps(GOOD).encode()])
    with answering(lambda handler, _: send(handler, next(answers))) as url:
        asked = client(url)
        (raw,) = asked.embed(FOLDER, SEQUENCES)
        np.testing.assert_array_equal(raw.dense, RAW.dense)
        np.testing.assert_array_equal(raw.token_vectors, RAW.token_vectors)
        state = asked.guard.state()
        assert (state.retries, state.failures, state.state) == (2, 2, "closed")


def _without(name: str) -> dict[str, Any]:
    facts = wire.describe(FOLDER, "00")
    del facts[name]
    return facts


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {**wire.describe(FOLDER, "00"), "version": 9},
        {**wire.describe(FOLDER, "00"), "model_fingerprint": "../../elsewhere"},
        {**wire.describe(FOLDER, "00"), "dim": -1},
        {**wire.describe(FOLDER, "00"), "dim": "many"},
        {**wire.describe(FOLDER, "00"), "sparse": "bm25"},
        {**wire.describe(FOLDER, "00"), "weights": 3},
        _without("model_fingerprint"),
        _without("weights"),
    ],
)
def test_a_description_that_makes_no_sense_is_a_sentence(
    tmp_path: Path, facts: dict[str, Any]
) -> None:
    data = json.dumps(facts).encode()
    with (
        answering(lambda handler, _: send(handler, data)) as url,
        pytest.raises(ModelError, match=url),
    ):
        ServedModel(client(url), tmp_path).folder()
    assert not list(tmp_path.rglob("*.json"))


def test_a_damaged_tokenizer_is_not_kept(tmp_path: Path) -> None:
    facts = json.dumps(wire.describe(FOLDER, "0" * 64)).encode()
    with (
        answering(lambda handler, _: send(handler, facts)) as url,
        pytest.raises(ModelError, match="damaged tokenizer"),
    ):
        ServedModel(client(url), tmp_path).folder()
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize(
    "url",
    [
        "model-server:8639",
        "ftp://host/",
        "http://",
        "http://host:port",
        "http://host:99999",
        "http://me:secret@host",
        "http://host/?q=1",
        "http://ho st",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_is_none_is_a_sentence_without_secrets(url: str) -> None:
    with pytest.raises(UsageError) as error:
        client(url)
    assert "secret" not in str(error.value) and "http://" in str(error.value)


def test_a_key_with_a_line_break_is_refused() -> None:
    with pytest.raises(UsageError) as error:
        ModelServer("http://host", "key\r\nX: y", Limits(0, 0.0, 1, 0.0), 1.0)
    assert "X: y" not in str(error.value)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("dense", lambda a: a * 0),
        ("dense", lambda a: a * np.nan),
        ("token_vectors", lambda a: a * 2),
        ("token_weights", lambda a: a - 2),
    ],
)
def test_no_vector_that_is_none_gets_past_the_service(
    model_folder: ModelFolder, field: str, change: Callable[[Any], Any]
) -> None:
    """Whatever encoder stands behind it."""

    class Encoder:
        def encode(self, sequences: Any) -> Any:
            for position, sequence in enumerate(sequences):
                vectors = np.zeros((len(sequence) - 1, model_folder.multi_dim), np.float32)
                vectors[:, 0] = 1
                good = {
                    "dense": np.eye(1, model_folder.dim, dtype=np.float32)[0],
                    "token_weights": np.ones(len(sequence), np.float32),
                    "token_vectors": vectors,
                }
                assert fault_of(RawEmbeddings(**good), len(sequence), model_folder) == ""
                yield [position], [RawEmbeddings(**{**good, field: change(good[field])})]

        def close(self) -> None:
            pass

    service = BGEM3Service(model_folder, connect=Encoder)
    with pytest.raises(ModelError, match="nothing was stored"):
        list(service.encode_passages(["some text"]))
    assert service.embedded == 0
