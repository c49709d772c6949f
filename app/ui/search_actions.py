"""The actions of searching: what the menus, the keyboard and the cheat sheet offer of it."""

from app.errors import QT_TRANSLATE_NOOP
from app.ui.actions import ActionSpec

SEARCH_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "focus_search",
        QT_TRANSLATE_NOOP("Actions", "&Go to the search field"),
        ("Ctrl+F", "Ctrl+L"),
        "Search",
    ),
    ActionSpec(
        "complete", QT_TRANSLATE_NOOP("Actions", "&Offer completions"), ("Ctrl+Space",), "Search"
    ),
    ActionSpec(
        "filter_folder",
        QT_TRANSLATE_NOOP("Actions", "Filter by &folder…"),
        ("Ctrl+Shift+F",),
        "Search",
    ),
    ActionSpec(
        "filter_type",
        QT_TRANSLATE_NOOP("Actions", "Filter by &type…"),
        ("Ctrl+Shift+T",),
        "Search",
    ),
    ActionSpec(
        "filter_date",
        QT_TRANSLATE_NOOP("Actions", "Filter by &date…"),
        ("Ctrl+Shift+Y",),
        "Search",
    ),
    ActionSpec(
        "filter_language",
        QT_TRANSLATE_NOOP("Actions", "Filter by &language…"),
        ("Ctrl+Shift+G",),
        "Search",
    ),
    ActionSpec(
        "clear_filters",
        QT_TRANSLATE_NOOP("Actions", "&Remove all filters"),
        ("Ctrl+Shift+Backspace",),
        "Search",
    ),
    ActionSpec(
        "choose_mode", QT_TRANSLATE_NOOP("Actions", "&How to search…"), ("Ctrl+Shift+M",), "Search"
    ),
    ActionSpec(
        "choose_preset",
        QT_TRANSLATE_NOOP("Actions", "&What counts…"),
        ("Ctrl+Shift+W",),
        "Search",
    ),
    ActionSpec(
        "next_result", QT_TRANSLATE_NOOP("Actions", "&Next result"), ("Alt+Down",), "Result"
    ),
    ActionSpec(
        "previous_result", QT_TRANSLATE_NOOP("Actions", "&Previous result"), ("Alt+Up",), "Result"
    ),
    ActionSpec("open", QT_TRANSLATE_NOOP("Actions", "&Open"), ("Ctrl+Return",), "Result"),
    ActionSpec(
        "open_at_page",
        QT_TRANSLATE_NOOP("Actions", "Open at this p&age"),
        ("Ctrl+Shift+O",),
        "Result",
    ),
    ActionSpec(
        "show_in_folder",
        QT_TRANSLATE_NOOP("Actions", "Show in &folder"),
        ("Ctrl+Shift+Return",),
        "Result",
    ),
    ActionSpec(
        "copy_passage",
        QT_TRANSLATE_NOOP("Actions", "&Copy the passage"),
        ("Ctrl+Shift+C",),
        "Result",
    ),
    ActionSpec(
        "copy_citation", QT_TRANSLATE_NOOP("Actions", "Copy the c&itation"), ("Ctrl+K",), "Result"
    ),
    ActionSpec("next_match", QT_TRANSLATE_NOOP("Actions", "&Next match"), ("F3",), "Page"),
    ActionSpec(
        "previous_match", QT_TRANSLATE_NOOP("Actions", "&Previous match"), ("Shift+F3",), "Page"
    ),
    ActionSpec("next_page", QT_TRANSLATE_NOOP("Actions", "Next p&age"), ("Ctrl+PgDown",), "Page"),
    ActionSpec(
        "previous_page", QT_TRANSLATE_NOOP("Actions", "Previo&us page"), ("Ctrl+PgUp",), "Page"
    ),
    ActionSpec("zoom_in", QT_TRANSLATE_NOOP("Actions", "&Larger"), ("Ctrl++", "Ctrl+="), "Page"),
    ActionSpec("zoom_out", QT_TRANSLATE_NOOP("Actions", "&Smaller"), ("Ctrl+-",), "Page"),
    ActionSpec("zoom_fit", QT_TRANSLATE_NOOP("Actions", "&Fit the width"), ("Ctrl+0",), "Page"),
    ActionSpec(
        "page_text",
        QT_TRANSLATE_NOOP("Actions", "Show the page as &text"),
        ("Ctrl+T",),
        "Page",
        checkable=True,
    ),
    ActionSpec(
        "view_passages",
        QT_TRANSLATE_NOOP("Actions", "&Passages"),
        ("Ctrl+1",),
        "View",
        checkable=True,
    ),
    ActionSpec(
        "view_documents",
        QT_TRANSLATE_NOOP("Actions", "&Documents"),
        ("Ctrl+2",),
        "View",
        checkable=True,
    ),
    ActionSpec(
        "view_pages", QT_TRANSLATE_NOOP("Actions", "Pa&ges"), ("Ctrl+3",), "View", checkable=True
    ),
    ActionSpec(
        "why",
        QT_TRANSLATE_NOOP("Actions", "&Why this hit"),
        ("Ctrl+I",),
        "View",
        checkable=True,
    ),
    ActionSpec(
        "heat", QT_TRANSLATE_NOOP("Actions", "&Heat map"), ("Ctrl+H",), "View", checkable=True
    ),
)
