"""The actions around what is kept of a search and made of its results."""

from app.errors import QT_TRANSLATE_NOOP
from app.ui.actions import ActionSpec

KEEP_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "save_search", QT_TRANSLATE_NOOP("Actions", "&Save this search…"), ("Ctrl+S",), "Search"
    ),
    ActionSpec(
        "saved_searches",
        QT_TRANSLATE_NOOP("Actions", "Go to the sa&ved searches"),
        ("Ctrl+Shift+S",),
        "Search",
    ),
    ActionSpec(
        "saved_rename",
        QT_TRANSLATE_NOOP("Actions", "Rena&me the saved search…"),
        ("Ctrl+Alt+N",),
        "Search",
    ),
    ActionSpec(
        "saved_remove",
        QT_TRANSLATE_NOOP("Actions", "Remove the save&d search"),
        ("Ctrl+Alt+D",),
        "Search",
    ),
    ActionSpec(
        "history",
        QT_TRANSLATE_NOOP("Actions", "&Earlier searches"),
        ("Ctrl+Shift+H",),
        "Search",
    ),
    ActionSpec(
        "clear_history",
        QT_TRANSLATE_NOOP("Actions", "Forge&t earlier searches"),
        ("Ctrl+Alt+H",),
        "Search",
    ),
    ActionSpec(
        "similar_file",
        QT_TRANSLATE_NOOP("Actions", "Find what is li&ke a file…"),
        ("Ctrl+Shift+A",),
        "Search",
    ),
    ActionSpec("evaluation", QT_TRANSLATE_NOOP("Actions", "T&une to me…"), ("Ctrl+G",), "Search"),
    ActionSpec(
        "export_results", QT_TRANSLATE_NOOP("Actions", "&Export results…"), ("Ctrl+E",), "File"
    ),
    ActionSpec(
        "similar_passage",
        QT_TRANSLATE_NOOP("Actions", "Find &similar passages"),
        ("Ctrl+J",),
        "Result",
    ),
    ActionSpec(
        "similar_page",
        QT_TRANSLATE_NOOP("Actions", "Find what is like this pa&ge"),
        ("Ctrl+Alt+J",),
        "Result",
    ),
    ActionSpec(
        "similar_document",
        QT_TRANSLATE_NOOP("Actions", "Find what is like this &document"),
        ("Ctrl+Shift+J",),
        "Result",
    ),
    ActionSpec(
        "similar_text",
        QT_TRANSLATE_NOOP("Actions", "Find what is like the selected te&xt"),
        ("Ctrl+Alt+U",),
        "Result",
    ),
    ActionSpec("more_like", QT_TRANSLATE_NOOP("Actions", "&More like this"), ("Ctrl+U",), "Result"),
    ActionSpec(
        "less_like", QT_TRANSLATE_NOOP("Actions", "&Less like this"), ("Ctrl+Shift+U",), "Result"
    ),
    ActionSpec("mark_right", QT_TRANSLATE_NOOP("Actions", "This is righ&t"), ("Ctrl+R",), "Result"),
    ActionSpec(
        "mark_wrong", QT_TRANSLATE_NOOP("Actions", "This is &wrong"), ("Ctrl+Shift+R",), "Result"
    ),
    ActionSpec(
        "unmark", QT_TRANSLATE_NOOP("Actions", "Ta&ke the mark back"), ("Ctrl+Alt+W",), "Result"
    ),
)
