"""The errors a user may see: one sentence of what happened, one of what to do."""

from enum import StrEnum


class UserError(Exception):
    """What went wrong and what the user can do; shown as it is, never as a traceback.

    message: one sentence, names the file or setting concerned.
    hint: what the user can do about it; may be empty.
    """

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(UserError):
    """The request itself cannot be understood: a wrong path, date or setting."""

    exit_code = 2


class StillLocked(UsageError):
    """A password that does not open a file.

    is_wrong: another one would; else no password opens it here.
    """

    def __init__(self, message: str, hint: str = "", *, is_wrong: bool = True) -> None:
        super().__init__(message, hint)
        self.is_wrong = is_wrong


class ModelError(UserError):
    """The model folder is missing, incomplete or cannot be loaded."""


class ModelUnavailable(ModelError):
    """The model cannot be had for now, but may come back by itself: its server is down.

    retry_in: seconds after which it is worth another try.
    """

    def __init__(self, message: str, hint: str = "", retry_in: float = 5.0) -> None:
        super().__init__(message, hint)
        self.retry_in = retry_in


class StoreError(UserError):
    """The vector store cannot be opened or written."""


class Reason(StrEnum):
    """Why a file is not searchable; kept in the catalogue, stable across versions."""

    CORRUPT = "corrupt"
    EMPTY = "empty"
    PASSWORD = "password"
    NO_PAGES = "no_pages"
    NO_TEXT = "no_text"
    OCR_OFF = "ocr_off"
    OCR_WAITING = "ocr_waiting"
    OCR_LIMIT = "ocr_limit"
    NO_PERMISSION = "no_permission"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    BROKEN_LINK = "broken_link"
    SPECIAL_FILE = "special_file"
    GONE = "gone"
    BAD_NAME = "bad_name"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    MEMORY = "memory"
    TOO_MUCH_TEXT = "too_much_text"
    TOO_DEEP = "too_deep"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text itself: pyside6-lupdate collects texts for translation by this function's name."""
    return text


NAMES = {
    Reason.CORRUPT: QT_TRANSLATE_NOOP("Reason", "Damaged"),
    Reason.EMPTY: QT_TRANSLATE_NOOP("Reason", "Empty"),
    Reason.PASSWORD: QT_TRANSLATE_NOOP("Reason", "Locked with a password"),
    Reason.NO_PAGES: QT_TRANSLATE_NOOP("Reason", "No pages"),
    Reason.NO_TEXT: QT_TRANSLATE_NOOP("Reason", "No text"),
    Reason.OCR_OFF: QT_TRANSLATE_NOOP("Reason", "Text recognition is off"),
    Reason.OCR_WAITING: QT_TRANSLATE_NOOP("Reason", "Waits for text recognition"),
    Reason.OCR_LIMIT: QT_TRANSLATE_NOOP("Reason", "Too many pages to recognise"),
    Reason.NO_PERMISSION: QT_TRANSLATE_NOOP("Reason", "May not be read"),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP("Reason", "Too large"),
    Reason.UNSUPPORTED: QT_TRANSLATE_NOOP("Reason", "Type not supported"),
    Reason.BROKEN_LINK: QT_TRANSLATE_NOOP("Reason", "Broken link"),
    Reason.SPECIAL_FILE: QT_TRANSLATE_NOOP("Reason", "Not an ordinary file"),
    Reason.GONE: QT_TRANSLATE_NOOP("Reason", "Gone"),
    Reason.BAD_NAME: QT_TRANSLATE_NOOP("Reason", "Name cannot be used"),
    Reason.TIMED_OUT: QT_TRANSLATE_NOOP("Reason", "Took too long"),
    Reason.CRASHED: QT_TRANSLATE_NOOP("Reason", "Made its reader crash"),
    Reason.MEMORY: QT_TRANSLATE_NOOP("Reason", "Needs too much memory"),
    Reason.TOO_MUCH_TEXT: QT_TRANSLATE_NOOP("Reason", "Too much text"),
    Reason.TOO_DEEP: QT_TRANSLATE_NOOP("Reason", "Nested too deeply"),
}

HINTS = {
    Reason.CORRUPT: QT_TRANSLATE_NOOP(
        "Reason", "Open it in its own program and save it again, or restore it from a backup."
    ),
    Reason.EMPTY: QT_TRANSLATE_NOOP("Reason", "Nothing to search; delete the file or fill it."),
    Reason.PASSWORD: QT_TRANSLATE_NOOP(
        "Reason",
        "Enter the password with `genericrag unlock FILE`, or index a copy without a password.",
    ),
    Reason.NO_PAGES: QT_TRANSLATE_NOOP(
        "Reason", "The document has no page; export it again from its source."
    ),
    Reason.NO_TEXT: QT_TRANSLATE_NOOP(
        "Reason", "There are no words to find in it, nor in the picture of it."
    ),
    Reason.OCR_OFF: QT_TRANSLATE_NOOP(
        "Reason", "Switch on ocr.enabled in the settings and index again."
    ),
    Reason.OCR_WAITING: QT_TRANSLATE_NOOP(
        "Reason", "Its text is recognised as soon as everything else is searchable."
    ),
    Reason.OCR_LIMIT: QT_TRANSLATE_NOOP(
        "Reason", "Raise ocr.most_pages in the settings and index again."
    ),
    Reason.NO_PERMISSION: QT_TRANSLATE_NOOP(
        "Reason", "Give your user account the right to read it, then index again."
    ),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Reason", "Split the file, or raise the limit reading.max_file_mb in the settings."
    ),
    Reason.UNSUPPORTED: QT_TRANSLATE_NOOP(
        "Reason", "Not supported; save it as PDF, an Office format, HTML or text."
    ),
    Reason.BROKEN_LINK: QT_TRANSLATE_NOOP(
        "Reason", "The link points to nothing; delete it or restore its target."
    ),
    Reason.SPECIAL_FILE: QT_TRANSLATE_NOOP("Reason", "Not an ordinary file; nothing to do."),
    Reason.BAD_NAME: QT_TRANSLATE_NOOP("Reason", "Rename the file."),
    Reason.TOO_DEEP: QT_TRANSLATE_NOOP(
        "Reason", "Unpack the archives around it and index the folder."
    ),
    Reason.GONE: QT_TRANSLATE_NOOP(
        "Reason", "The file went away while it was being read; index again."
    ),
    Reason.TIMED_OUT: QT_TRANSLATE_NOOP(
        "Reason",
        "It is left alone until it changes; try it again with `genericrag index --retry`, or raise"
        " reading.seconds_per_file in the settings first.",
    ),
    Reason.CRASHED: QT_TRANSLATE_NOOP(
        "Reason",
        "It is left alone until it changes; save it anew in its own program, or try it again with"
        " `genericrag index --retry`.",
    ),
    Reason.MEMORY: QT_TRANSLATE_NOOP(
        "Reason",
        "It is left alone until it changes; raise reading.memory_mb in the settings, then try it"
        " again with `genericrag index --retry`.",
    ),
    Reason.TOO_MUCH_TEXT: QT_TRANSLATE_NOOP(
        "Reason",
        "Split the file, or raise reading.max_text_mb in the settings and try it again with"
        " `genericrag index --retry`.",
    ),
}


class UnreadableFile(UserError):
    """A file that cannot be made searchable.

    reason: the stable code; detail: what was found in this very file, one clause without a
    full stop, such as "the file ends in the middle of page 3".
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail, HINTS[reason])
        self.reason = reason

    def __reduce__(self) -> tuple[type["UnreadableFile"], tuple[Reason, str]]:
        return UnreadableFile, (self.reason, self.message)
