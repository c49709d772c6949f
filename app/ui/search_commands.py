"""What the actions of searching do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ui.actions import Actions, add_context_menu

if TYPE_CHECKING:
    from app.ui.search_view import SearchView

_OF_RESULT = (
    "open",
    "open_at_page",
    "show_in_folder",
    "copy_passage",
    "copy_citation",
    "similar_passage",
    "similar_page",
    "similar_document",
    "more_like",
    "less_like",
    "mark_right",
    "mark_wrong",
    "unmark",
)


def handlers_of(view: "SearchView") -> dict[str, Callable[[], object]]:
    """What each of SEARCH_ACTIONS does."""
    preview, header, page = view.preview, view.preview.header, view.preview.page
    return {
        "focus_search": view.focus_field,
        "complete": view.field.offer,
        "filter_folder": lambda: view.filters.open("folder"),
        "filter_type": lambda: view.filters.open("type"),
        "filter_date": lambda: view.filters.open("date"),
        "filter_language": lambda: view.filters.open("language"),
        "clear_filters": view.filters.clear_filters,
        "choose_mode": view.mode.showPopup,
        "choose_preset": view.preset.showPopup,
        "next_result": lambda: view.go_to_result(1),
        "previous_result": lambda: view.go_to_result(-1),
        "open": preview.open_document,
        "open_at_page": preview.open_page,
        "show_in_folder": preview.show_folder,
        "copy_passage": preview.copy_passage,
        "copy_citation": preview.copy_citation,
        "next_match": lambda: view.leafing.go_to_match(1),
        "previous_match": lambda: view.leafing.go_to_match(-1),
        "next_page": lambda: preview.turn(1),
        "previous_page": lambda: preview.turn(-1),
        "zoom_in": lambda: page.zoom_by(1),
        "zoom_out": lambda: page.zoom_by(-1),
        "zoom_fit": page.fit,
        "page_text": header.as_text.toggle,
        "view_passages": lambda: view.switch.choose("passages"),
        "view_documents": lambda: view.switch.choose("documents"),
        "view_pages": lambda: view.switch.choose("pages"),
        "why": header.why.toggle,
        "heat": preview.toggle_heat,
    }


def offer_actions(view: "SearchView", actions: Actions) -> None:
    """Offer the actions on right clicks and in the preview; their ticks follow the buttons."""
    of_result = [actions[name] for name in _OF_RESULT]
    for widget in (view.list, view.views.grid, view.preview.page):
        add_context_menu(widget, of_result)
    view.preview.header.more_menu.addActions(of_result)
    buttons = {f"view_{name}": button for name, button in view.switch.buttons.items()}
    buttons["page_text"] = view.preview.header.as_text
    buttons["why"] = view.preview.header.why
    for name, button in {**buttons, "heat": view.preview.why.heat}.items():
        actions[name].setChecked(button.isChecked())
        button.toggled.connect(actions[name].setChecked)
