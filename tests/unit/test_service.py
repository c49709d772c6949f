"""The embedding service on the real model: unloading."""

import numpy as np

from app.embedding.folder import ModelFolder
from app.embedding.service import BGEM3Service


def test_an_unloaded_model_comes_back_by_itself(model_folder: ModelFolder) -> None:
    service = BGEM3Service(model_folder)
    before = service.encode_query("How long is the lease?")
    assert service.loaded
    service.unload()
    assert not service.loaded
    after = service.encode_query("How long is the lease?")
    assert np.array_equal(before.dense, after.dense)
    assert np.array_equal(before.multi, after.multi)
