"""What travels between the window's process and the engine process."""

from dataclasses import dataclass
from typing import Any, Literal

from app.errors import UserError

# The calls the engine process answers:
#   index(roots: list[Path], retry=…)  progress now and then, then an IndexReport; no roots: all
#   unlock(document: Path, password)   progress, then an IndexReport, or None when nothing was read;
#                                      the password stays in the memory of the engine process;
#                                      StillLocked when it does not open the document
#   search(query: Query)               "partial" SearchResults, each better, then the last one
#   explain(result, hit)               Explanation
#   neighbours(hit: Hit)               the texts before and after, tuple[str, str]
#   vocabulary()                       Vocabulary, for completing queries
#   mark(query: str, hit: Hit, is_right: bool | None)
#                                      None; whether the hit answers the query, None: unmarked
#   marks()                            list[Mark]
#   evaluate()                         progress, then an Evaluation by what is marked; UsageError
#                                      when nothing is marked as right
#   page_image(hit: Hit, width: int)   bytes of a PNG picture
#   page_picture(hit: Hit, width: int) Picture: the same with the boxes of the passage on it
#   page_text(hit: Hit)                str
#   document_view(hit, passages)       DocumentView: pages, and where the passages stand
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
#   drop(number: int)                  None; the search or picture of that number, unless it is
#                                      done, ends as soon as it can and answers "stopped"
#   pause_indexing()                   None; work under way waits where it is
#   resume_indexing()                  None; also against a battery that runs low
#   remove_folder(path: Path)          int: how many of its files were in the library
#   pause_folder(path: Path, paused)   None; work under way goes on without it
#   set_patterns(path, include, exclude)  None; as in .gitignore, applied by the next index
#   cache_figures()                    tuple[CacheStatistics, ...]
#   clear_cache(kind: str)             dict[str, int]: entries forgotten by kind; "" for all kinds
#   diagnostics()                      Diagnostics
#   check_offline()                    progress (OfflineStep), then an OfflineReport
#   reload_settings()                  None; for settings that hold from the next call on
#   quit()                             no answer: the engine ends; EngineClient.restart sends it
#   read_example(path: Path, page=…)   Example of a file, for the `like` of a Query; not indexed
#   saved_searches()                   list[SavedSearch], at once; `new` is None where it has to be
#                                      counted, which count_new does
#   count_new(name: str)               int: how many documents are new in a saved search
#   save_search(name: str, query)      None; UsageError when the name is taken
#   rename_saved(name: str, new: str)  None
#   remove_saved(name: str)            None
#   look_at_saved(name: str)           None; what is in it counts as seen from now on
#   remember_search(query: Query)      None; puts it into the history: for a search whose results
#                                      somebody uses, not for each key
#   search_history()                   list[PastSearch], the latest first
#   clear_history()                    None
#   export(result, file: Path, …)      int: hits written; overwrite=True replaces a file
Method = Literal[
    "index",
    "unlock",
    "search",
    "explain",
    "neighbours",
    "vocabulary",
    "mark",
    "marks",
    "evaluate",
    "page_image",
    "page_picture",
    "page_text",
    "document_view",
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
    "drop",
    "pause_indexing",
    "resume_indexing",
    "remove_folder",
    "pause_folder",
    "set_patterns",
    "cache_figures",
    "clear_cache",
    "diagnostics",
    "check_offline",
    "reload_settings",
    "quit",
    "read_example",
    "saved_searches",
    "count_new",
    "save_search",
    "rename_saved",
    "remove_saved",
    "look_at_saved",
    "remember_search",
    "search_history",
    "clear_history",
    "export",
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
    for what was stopped or dropped; "restart", with number 0, comes from the client. Replies to
    UNASKED are about work that began by itself; its errors are of kind "notice".
    """

    number: int
    kind: Literal["progress", "partial", "result", "error", "stopped", "notice", "restart"]
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
