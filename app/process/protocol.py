"""What travels between the window's process and the engine process."""

from dataclasses import dataclass
from typing import Any, Literal

from app.errors import UserError

# The calls the engine process answers:
#   index(roots: list[Path], retry=…)  progress now and then, then an IndexReport; no roots: all
#   search(query: Query)               "partial" SearchResults, each better, then the last one
#   explain(result, hit)               Explanation
#   neighbours(hit: Hit)               the texts before and after, tuple[str, str]
#   vocabulary()                       Vocabulary, for completing queries
#   mark(query: str, hit: Hit, is_right: bool | None)
#                                      None; whether the hit answers the query, None: unmarked
#   page_image(hit: Hit, width: int)   bytes of a PNG picture
#   page_text(hit: Hit)                str
#   status()                           Status
#   problems()                         list[Problem]
#   warm_up()                          None, once the model is in memory
#   stop_indexing()                    None; what is finished is kept
#   models()                           list[ModelInfo]
#   plan_model(name: str)              progress (Progress), then a ChangePlan; changes nothing
#   use_model(name: str)               str: the environment variable's value that wins, or "";
#                                      stops indexing, and the next index changes the model
#   remove_model(name: str)            None
#   import_model(source: Path)         progress (ModelProgress), then a ModelInfo
#   download_model()                   progress (ModelProgress), then a ModelInfo
#   verify_model(name: str)            progress (ModelProgress), then a VerifyReport
#   stop_job(number: int)              None; the job of that number answers "stopped"
#   pause_indexing()                   None; work under way waits where it is
#   resume_indexing()                  None; also against a battery that runs low
Method = Literal[
    "index",
    "search",
    "explain",
    "neighbours",
    "vocabulary",
    "mark",
    "page_image",
    "page_text",
    "status",
    "problems",
    "warm_up",
    "stop_indexing",
    "models",
    "plan_model",
    "use_model",
    "remove_model",
    "import_model",
    "download_model",
    "verify_model",
    "stop_job",
    "pause_indexing",
    "resume_indexing",
]


UNASKED = 0  # the number of work that the engine began by itself


@dataclass(frozen=True)
class Call:
    """A request; number: unique for the life of the window."""

    number: int
    method: Method
    arguments: dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """An answer to the call of the same number.

    kind: "progress" (value: see above) and "partial" (value: what is known so far) may come many
    times; "result" once (value: see above), or "error" once (value: UserError), or "stopped" once
    for a job that was stopped. Replies to UNASKED are about work that began by itself; its errors
    are of kind "notice".
    """

    number: int
    kind: Literal["progress", "partial", "result", "error", "stopped", "notice"]
    value: Any


class EngineFault(UserError):
    """Something unexpected happened in the engine; a bug, with a report to copy.

    report: the traceback, for the log and the "copy report" button.
    """

    def __init__(self, message: str, hint: str = "", report: str = "") -> None:
        super().__init__(message, hint)
        self.report = report

    def __reduce__(self) -> tuple[type["EngineFault"], tuple[str, str, str]]:
        return EngineFault, (self.message, self.hint, self.report)
