"""`genericrag model …`: list, use, import, download, remove, verify."""

import argparse
import json
import sys
from collections.abc import Generator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from app.cli.commands import Commands
from app.cli.output import ProgressLine, duration
from app.embedding.manager import BGE_M3_REPOSITORY, ModelInfo, VerifyReport
from app.embedding.progress import ModelProgress
from app.engine import Engine
from app.index.change_plan import ChangePlan
from app.index.progress import Progress
from app.models import VARIABLE, check_room, choose_model, find_model, list_models, remove_model

_T = TypeVar("_T")


def add_commands(commands: Commands) -> None:
    """Add `model` and what stands below it."""
    group = commands.group("model", "The models on this machine.")
    group.add("list", "Which models there are.", _list)
    use = group.add("use", "Change the library to another model.", _use)
    use.add_argument("name", metavar="NAME", help="of `model list`, or a folder")
    use.add_argument("--yes", action="store_true", help="do not ask before it starts")
    bring = group.add("import", "Copy a model from a folder or a zip or tar archive.", _import)
    bring.add_argument("path", type=Path, metavar="PATH")
    bring.add_argument("--name", default="", help="how to call it here")
    group.add("download", f"Download {BGE_M3_REPOSITORY} (about 2.3 GB).", _download)
    remove = group.add("remove", "Delete a model or an unfinished download.", _remove)
    remove.add_argument("name", metavar="NAME")
    verify = group.add("verify", "Check that a model's files are whole.", _verify)
    verify.add_argument("name", metavar="NAME")


def _list(engine: Engine, options: argparse.Namespace) -> int:
    models = list_models(engine)
    if options.json:
        _print_json([_as_json(model) for model in models])
        return 0
    for model in models:
        title = "" if model.title == model.name else f"  {model.title}"
        print(f"{model.name:20} {model.bytes / 2**20:8.0f} MB  {_state(model)}{title}")
        if model.problem:
            print(f"    {model.problem}")
    return 0


def _state(model: ModelInfo) -> str:
    if model.unfinished:
        return "unfinished; `genericrag model download` goes on, `model remove` deletes it"
    states = {"chosen": model.chosen, "the library's": model.indexed, "broken": model.problem}
    return ", ".join(state for state, holds in states.items() if holds) or "ready"


def _use(engine: Engine, options: argparse.Namespace) -> int:
    find_model(engine, options.name)
    with ProgressLine() as line:
        plan = _finish(engine.plan_change(options.name), line)
    if not options.json:
        _print_plan(plan)
    check_room(plan)
    start = options.yes or not plan.outstanding.passages or _confirmed(options)
    overridden = choose_model(engine, options.name) if start else ""
    changed = bool(start and not overridden)
    if changed:
        with closing(engine.change_model()) as steps, ProgressLine() as line:  # type: ignore[type-var]
            for step in steps:
                line.show(step)
    if options.json:
        _print_json(
            {
                **asdict(plan),
                "fits": plan.fits,
                "changed": changed,
                "overridden_by": VARIABLE if overridden else None,
            }
        )
    elif overridden:
        print(
            f"{options.name} is in the settings now, but the environment variable {VARIABLE}"
            f" ({overridden}) wins as long as it is set."
        )
    elif changed:
        print(f"The library is of the model {plan.model.name} now.")
    else:
        print(f"Nothing was changed. `genericrag model use {options.name} --yes` starts it.")
    return 0


def _print_plan(plan: ChangePlan) -> None:
    left = plan.outstanding
    if not left.passages:
        return
    done = f" ({plan.finished} more are done already)" if plan.finished else ""
    print(
        f"From {plan.old_model} to {plan.model.name}: {left.passages} passages of {left.files}"
        f" files are embedded anew{done}. No file is read again."
    )
    print(
        f"That takes about {duration(plan.seconds)} ({plan.passages_per_second:.1f} passages a"
        f" second, measured just now) and {plan.disk_bytes / 2**20:.0f} MB of disk; the old"
        f" index ({plan.old_bytes / 2**20:.0f} MB) answers until the end and is then removed."
    )
    print("It can be stopped (Ctrl-C) at any time and goes on when started again.")


def _confirmed(options: argparse.Namespace) -> bool:
    if options.json or not sys.stdin.isatty():
        return False
    return input("Start? [y/N] ").strip().lower() in ("y", "yes")


def _import(engine: Engine, options: argparse.Namespace) -> int:
    with ProgressLine() as line:
        model = _finish(engine.models.import_model(options.path.expanduser(), options.name), line)
    return _print_arrived(model, options)


def _download(engine: Engine, options: argparse.Namespace) -> int:
    with ProgressLine() as line:
        model = _finish(engine.models.download(engine.settings["model.endpoint"]), line)
    return _print_arrived(model, options)


def _print_arrived(model: ModelInfo, options: argparse.Namespace) -> int:
    if options.json:
        _print_json(_as_json(model))
        return 0
    print(f"The model {model.name} is there. `genericrag model use {model.name}` changes to it.")
    if model.unchecked:
        print(f"Only the size could be checked, not the content: {', '.join(model.unchecked)}.")
    return 0


def _remove(engine: Engine, options: argparse.Namespace) -> int:
    remove_model(engine, options.name)
    if options.json:
        _print_json({"removed": options.name})
    else:
        print(f"{options.name} is removed.")
    return 0


def _verify(engine: Engine, options: argparse.Namespace) -> int:
    with ProgressLine() as line:
        report: VerifyReport = _finish(engine.models.verify(options.name), line)
    if options.json:
        _print_json(asdict(report))
    elif report.damaged:
        for file, wrong in report.damaged.items():
            print(f"{file}: {wrong}" if file else wrong)
        print("Remove the model and import or download it again.")
    elif report.hashed:
        print(f"The model is whole: {report.hashed} files are what they were when they came.")
    else:
        print("The model's files fit together. No hashes of them were recorded.")
    return 1 if report.damaged else 0


def _finish(run: Generator[Progress | ModelProgress, None, _T], line: ProgressLine) -> _T:
    """Run to the end with a progress line; stopped by Ctrl-C, what is done is kept."""
    with closing(run):
        while True:
            try:
                step = next(run)
            except StopIteration as end:
                outcome: _T = end.value
                return outcome
            line.tell(_in_words(step))


def _in_words(step: Progress | ModelProgress) -> str:
    if isinstance(step, Progress):
        return f"Measuring: {step.passages} of {step.passages_total} passages"
    if step.stage == "waiting":
        return f"Connection lost ({step.detail}); trying again in {step.seconds_left:.0f} s"
    left = f", {duration(step.seconds_left)} left" if step.seconds_left is not None else ""
    size = f"{step.done / 2**20:.0f} of {step.total / 2**20:.0f} MB" if step.total else ""
    return f"{step.stage.capitalize()} {step.file}  {size}{left}"


def _as_json(model: ModelInfo) -> dict[str, Any]:
    return asdict(model)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False))
