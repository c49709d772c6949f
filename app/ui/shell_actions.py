"""The actions around the search: what the window's menus offer besides it."""

from app.errors import QT_TRANSLATE_NOOP
from app.ui.actions import ActionSpec

SHELL_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("add_folder", QT_TRANSLATE_NOOP("Actions", "&Add folder…"), ("Ctrl+O",), "File"),
    ActionSpec("settings", QT_TRANSLATE_NOOP("Actions", "&Settings…"), ("Ctrl+,",), "File"),
    ActionSpec("close", QT_TRANSLATE_NOOP("Actions", "&Close window"), ("Ctrl+W",), "File"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), "File"),
    ActionSpec(
        "library_panel",
        QT_TRANSLATE_NOOP("Actions", "&Library panel"),
        ("Ctrl+B",),
        "View",
        checkable=True,
    ),
    ActionSpec(
        "full_screen",
        QT_TRANSLATE_NOOP("Actions", "&Full screen"),
        ("F11",),
        "View",
        checkable=True,
    ),
    ActionSpec(
        "go_to_library",
        QT_TRANSLATE_NOOP("Actions", "&Go to the folders"),
        ("Ctrl+Shift+L",),
        "Library",
    ),
    ActionSpec("rescan", QT_TRANSLATE_NOOP("Actions", "&Look for changes"), ("F5",), "Library"),
    ActionSpec(
        "pause_indexing",
        QT_TRANSLATE_NOOP("Actions", "&Pause or resume indexing"),
        ("Ctrl+Shift+P",),
        "Library",
    ),
    ActionSpec(
        "stop_indexing", QT_TRANSLATE_NOOP("Actions", "&Stop indexing"), ("Ctrl+.",), "Library"
    ),
    ActionSpec(
        "problems",
        QT_TRANSLATE_NOOP("Actions", "Files with pro&blems…"),
        ("Ctrl+Shift+E",),
        "Library",
    ),
    ActionSpec(
        "folder_pause",
        QT_TRANSLATE_NOOP("Actions", "Pa&use this folder"),
        ("Ctrl+Alt+P",),
        "Library",
    ),
    ActionSpec(
        "folder_rescan",
        QT_TRANSLATE_NOOP("Actions", "Look for &changes in this folder"),
        ("Ctrl+Alt+R",),
        "Library",
    ),
    ActionSpec(
        "folder_patterns",
        QT_TRANSLATE_NOOP("Actions", "Pa&tterns of this folder…"),
        ("Ctrl+Alt+F",),
        "Library",
    ),
    ActionSpec(
        "folder_open",
        QT_TRANSLATE_NOOP("Actions", "&Open this folder in the file manager"),
        ("Ctrl+Alt+O",),
        "Library",
    ),
    ActionSpec(
        "folder_remove",
        QT_TRANSLATE_NOOP("Actions", "&Remove this folder from the library"),
        ("Ctrl+Alt+X",),
        "Library",
    ),
    ActionSpec(
        "undo_remove",
        QT_TRANSLATE_NOOP("Actions", "Undo the remo&val of a folder"),
        ("Ctrl+Z",),
        "Library",
    ),
    ActionSpec("models", QT_TRANSLATE_NOOP("Actions", "&Models…"), ("Ctrl+M",), "Library"),
    ActionSpec(
        "keys", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), ("F1", "Shift+?"), "Help"
    ),
    ActionSpec(
        "diagnostics", QT_TRANSLATE_NOOP("Actions", "&Diagnostics…"), ("Ctrl+Shift+D",), "Help"
    ),
    ActionSpec(
        "offline_check", QT_TRANSLATE_NOOP("Actions", "&Offline check…"), ("Ctrl+Shift+K",), "Help"
    ),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "&About GenericRAG"), ("Shift+F1",), "Help"),
)
