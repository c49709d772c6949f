"""Where the model runs: processor or GPU, in which precision, and why not elsewhere."""

import os
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psutil
import torch

from app.embedding.options import DeviceKind, EncoderOptions

# More tokens than this at once make no GPU faster.
_MOST_TOKENS = 65536
_FEWEST_TOKENS = 512
# Bytes of activations a token holds at once, in multiples of the hidden size: the feed-forward
# part's 4 + 4 and attention's 4 in two bytes, residuals, and three float32 outputs; doubled.
_BYTES_PER_HIDDEN = 96
# oneDNN, behind torch's products on the processor, says no more than "could not create a
# primitive" when it is refused memory for the code or the scratch space of one.
_MEMORY_RAN_OUT = ("memory", "bad alloc", "bad_alloc", "could not create", "could not execute")


@dataclass(frozen=True)
class Device:
    """A place to run the model.

    name: the GPU's name, or "processor". reason: why it is not the device asked for, a clause
    without a full stop; empty when it is. threads: on the processor only, else 0.
    """

    kind: DeviceKind
    name: str
    dtype: torch.dtype
    threads: int = 0
    reason: str = ""

    @property
    def precision(self) -> str:
        """The name of dtype, such as "bfloat16"."""
        return str(self.dtype).removeprefix("torch.")

    def describe(self) -> str:
        """One line for people: what, how, and the reason of a fallback."""
        threads = f", {self.threads} threads" if self.threads else ""
        why = f" ({self.reason})" if self.reason else ""
        return f"{self.name}, {self.precision}{threads}{why}"


def candidates(options: EncoderOptions) -> Iterator[Device]:
    """Devices to try, best first; the processor is always the last.

    A GPU is offered when a small product on it succeeds, which a driver or a card that is too old
    for this torch does not survive. Whoever finds that the model does not fit takes the next one.
    """
    reasons = []
    kinds: tuple[DeviceKind, ...] = ("cuda", "mps")
    for kind in kinds:
        if options.device not in ("auto", kind):
            continue
        reason = _why_not(kind)
        if reason is None:
            yield Device(kind, _gpu_name(kind), _dtype(options.precision, torch.float16))
            reason = "the GPU's memory is too small for this model"
        elif options.device == "auto" and not _expected(kind):
            continue  # a computer without a GPU has nothing to explain
        reasons.append(reason)
    best = torch.bfloat16 if has_fast_bf16() else torch.float32
    dtype = _dtype(options.precision, best)
    if dtype is torch.float16:  # processors only convert it
        dtype = best
        reasons.append("float16 is for GPUs")
    yield Device("cpu", "processor", dtype, thread_count(), "; ".join(reasons))


def batch_tokens(device: Device, options: EncoderOptions, hidden_size: int) -> int:
    """Tokens a batch: the setting on the processor, half of the free memory on a GPU."""
    free = free_bytes(device.kind)
    if free is None:
        return options.batch_tokens
    return max(_FEWEST_TOKENS, min(_MOST_TOKENS, free // 2 // (_BYTES_PER_HIDDEN * hidden_size)))


def free_bytes(kind: DeviceKind) -> int | None:
    """Memory the GPU has left; None for the processor."""
    if kind == "cuda":
        free, _total = torch.cuda.mem_get_info()
        return int(free)
    if kind == "mps":
        return int(torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory())
    return None


def is_out_of_memory(error: BaseException) -> bool:
    """Whether memory ran out; only CUDA has a type for it, the others say so in words."""
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    said = str(error).lower()
    return isinstance(error, RuntimeError) and any(part in said for part in _MEMORY_RAN_OUT)


def forget_unused(kind: DeviceKind) -> None:
    """Give memory that torch keeps for later batches back to the GPU."""
    if kind == "cuda":
        torch.cuda.empty_cache()
    elif kind == "mps":
        torch.mps.empty_cache()


def thread_count() -> int:
    """Threads for the model: one core is left to the window where there are more than two.

    With two, both work: half the speed would be too dear, and the window, which lives in another
    process and mostly waits, gets its share from the system.
    """
    physical = psutil.cpu_count(logical=False) or 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else physical
    cores = min(physical, allowed)
    return cores - 1 if cores > 2 else cores


def has_fast_bf16() -> bool:
    """Whether this processor multiplies bfloat16 in hardware; elsewhere float32 is faster.

    torch's own test for oneDNN also says yes to AVX-512 processors that only emulate it.
    """
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return False
    cpu: Any = torch.cpu
    hardware = cpu._is_avx512_bf16_supported() or cpu._is_amx_tile_supported()
    return bool(hardware and torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _dtype(precision: str, best: torch.dtype) -> torch.dtype:
    dtype: torch.dtype = best if precision == "auto" else getattr(torch, precision)
    return dtype


def _why_not(kind: DeviceKind) -> str | None:
    """Why a kind of GPU cannot be used; None when a product on it succeeds."""
    if kind == "cuda" and not torch.cuda.is_available():
        return "no CUDA GPU was found" if torch.version.cuda else "this torch has no CUDA"
    if kind == "mps" and not torch.backends.mps.is_available():
        return (
            "no Apple GPU was found" if torch.backends.mps.is_built() else "this torch has no MPS"
        )
    try:
        ones = torch.ones(8, 8, dtype=torch.float16, device=kind)
        (ones @ ones).cpu()
    except (RuntimeError, AssertionError) as error:
        return f"the GPU does not answer: {str(error).splitlines()[0]}"
    return None


def _expected(kind: DeviceKind) -> bool:
    """Whether a computer looks as if it had this kind of GPU."""
    if kind == "cuda":
        return torch.cuda.is_available() or shutil.which("nvidia-smi") is not None
    return platform.system() == "Darwin" and platform.machine() == "arm64"


def _gpu_name(kind: DeviceKind) -> str:
    return torch.cuda.get_device_name() if kind == "cuda" else "Apple GPU"
