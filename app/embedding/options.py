"""How the model is to be run: what the encoder is told, without importing torch."""

from dataclasses import dataclass
from typing import Literal

DeviceKind = Literal["cpu", "cuda", "mps"]


@dataclass(frozen=True)
class EncoderOptions:
    """Wishes; what came of them is told by Encoder.device.

    device: "auto" takes the first GPU that works. precision: of the weights; "auto" is float16 on
    a GPU, and on the processor bfloat16 where it multiplies that in hardware, else float32.
    batch_tokens: most tokens a batch on the processor, padding included; a GPU's batch follows
    its free memory. batch_size: most texts a batch on any device, 0 for as many as fit.
    """

    device: str = "auto"
    precision: str = "auto"
    batch_tokens: int = 2048
    batch_size: int = 0


DEFAULTS = EncoderOptions()
