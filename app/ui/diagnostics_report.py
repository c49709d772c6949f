"""The report to copy: figures for whoever looks into a problem, in English, without names."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.diagnostics import Diagnostics


def report(found: "Diagnostics", log: str, *, with_names: bool) -> str:
    """A text; with_names: also folders, paths, last errors and the log, which may name files."""
    status = found.status
    totals = status.totals
    lines = ["GenericRAG diagnostics", ""]
    lines += [f"{name}: {version}" for name, version in found.versions]
    lines += [
        "",
        f"files: {totals.files_indexed} searchable, {totals.files_waiting} waiting,"
        f" {totals.files_failed} with problems, {totals.entries_excluded} left out",
        f"documents: {totals.documents}, pages: {totals.pages}, passages: {totals.passages}",
        f"folders: {len(status.folders)},"
        f" {sum(not folder.online for folder in status.folders)} offline,"
        f" {sum(folder.paused for folder in status.folders)} paused",
        f"vector store: {status.store}, {status.vectors_bytes} bytes;"
        f" catalogue {status.catalogue_bytes} bytes; caches {status.cache_bytes} bytes;"
        f" models {found.models_bytes} bytes; free {found.free_bytes} bytes",
        f"engine memory: {found.memory_bytes} bytes",
        f"model loaded: {status.model_loaded}; device: {status.device or '-'};"
        f" model server: {'yes' if status.model_server else 'no'}",
        "",
    ]
    for guard in status.guards:
        error = f", last error: {guard.last_error}" if with_names and guard.last_error else ""
        lines.append(
            f"guard {guard.name}: {guard.state}, {guard.attempts} attempts, {guard.retries}"
            f" retries, {guard.failures} failures, {guard.refused} refused{error}"
        )
    for cache in found.caches:
        lines.append(
            f"cache {cache.kind}: {cache.entries} entries, {cache.bytes} of {cache.limit} bytes,"
            f" hit rate {cache.hit_rate:.2f}"
        )
    lines.append("")
    for timing in found.timings:
        phases = ", ".join(
            f"{name} {1000 * seconds:.0f} ms ({candidates})"
            for name, seconds, candidates in timing.phases
        )
        lines.append(
            f"search {timing.mode}: {1000 * timing.total:.0f} ms, encoding"
            f" {1000 * timing.encode:.0f} ms; {phases}; {timing.hits} hits"
        )
    if with_names:
        lines += ["", f"model: {status.model}", f"data: {status.data_dir}"]
        lines += [f"folder: {folder.path}" for folder in status.folders]
        lines += ["", log]
    return "\n".join(lines) + "\n"
