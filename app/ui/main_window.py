"""The window: assembles search field, results and preview, and routes what the engine says."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QMainWindow,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.search.model import Hit, Query
from app.ui.engine_bridge import EngineBridge
from app.ui.local_bridge import LocalBridge
from app.ui.marked_page import mark
from app.ui.preview import Preview
from app.ui.problems_dialog import ProblemsDialog
from app.ui.results_delegate import ResultsDelegate
from app.ui.results_model import ResultsModel
from app.ui.search_field import SearchField
from app.ui.status_area import StatusArea

_PAUSE_MS = 300  # after the last key before a search starts
_HITS = 30
_PAGE_WIDTH = 1200
_THUMBNAIL_WIDTH = 128


class MainWindow(QMainWindow):
    """Answers are matched to questions by number; those nobody waits for any more are dropped."""

    def __init__(self, bridge: EngineBridge | LocalBridge, folders: list[Path]) -> None:
        super().__init__()
        self._bridge = bridge
        self._waiting: dict[int, tuple[str, Any]] = {}
        self._search_number = self._page_number = 0
        self._shown: Query | None = None
        self._build()
        bridge.replied.connect(self._on_reply)
        bridge.failed.connect(self._on_failure)
        bridge.progressed.connect(self._on_progress)
        bridge.stopped.connect(self._on_stopped)
        bridge.restarted.connect(self._on_restart)
        self.status.message.setText(self.tr("Loading the model…"))
        self._folders = folders
        self._ask("status", "start")
        self._ask("warm_up")

    def _build(self) -> None:
        self.setWindowTitle("GenericRAG")
        self.resize(1280, 800)
        self.field = SearchField()
        self.field.setPlaceholderText(self.tr("What are you looking for?"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setClearButtonEnabled(True)
        self.mode = QComboBox()
        self.mode.setAccessibleName(self.tr("How to search"))
        for mode, label in (
            ("smart", self.tr("Smart")),
            ("meaning", self.tr("Meaning")),
            ("words", self.tr("Words")),
            ("precise", self.tr("Precise")),
        ):
            self.mode.addItem(label, mode)
        self.folder_button = QPushButton(self.tr("&Add folder…"))
        self.folder_button.setAccessibleName(self.tr("Add a folder to search in"))
        self.folder_button.setShortcut(QKeySequence.StandardKey.Open)
        self.results = ResultsModel(self)
        self.list = QListView()
        self.list.setModel(self.results)
        self.list.setItemDelegate(ResultsDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.empty = QLabel(self.tr("Add a folder, then type what you are looking for."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.left = QStackedWidget()
        self.left.addWidget(self.empty)
        self.left.addWidget(self.list)
        self.preview = Preview()
        self.status = StatusArea()
        splitter = QSplitter()
        splitter.addWidget(self.left)
        splitter.addWidget(self.preview)
        splitter.setSizes([560, 720])
        bar = QHBoxLayout()
        bar.addWidget(self.field, 1)
        bar.addWidget(self.mode)
        bar.addWidget(self.folder_button)
        layout = QVBoxLayout()
        layout.addLayout(bar)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.status)
        central = QWidget()
        central.setLayout(layout)
        self.setCentralWidget(central)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._connect()

    def _connect(self) -> None:
        self._pause.timeout.connect(self.search)
        self.field.textEdited.connect(self._pause.start)
        self.field.returnPressed.connect(self.search)
        self.mode.currentIndexChanged.connect(self.search)
        self.folder_button.clicked.connect(self.choose_folder)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self.preview.open_document)
        self.status.stop_button.clicked.connect(lambda: self._ask("stop_indexing"))
        self.status.problems_button.clicked.connect(lambda: self._ask("problems"))
        for keys in ("Ctrl+F", "Ctrl+L"):
            QShortcut(QKeySequence(keys), self, self.focus_field)
        self.field.left_downwards.connect(self.list.setFocus)

    def focus_field(self) -> None:
        """Put the cursor into the search field, its text selected."""
        self.field.setFocus()
        self.field.selectAll()

    def choose_folder(self) -> None:
        """Let the user pick a folder and index it."""
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Add a folder")):
            self.add_folders([Path(folder)])

    def add_folders(self, folders: list[Path]) -> None:
        """Index folders; an empty list means all that are known."""
        self._ask("index", roots=folders)

    def search(self) -> None:
        """Search for what stands in the field."""
        self._pause.stop()
        text = self.field.text()
        if text.strip():
            query = Query(text, mode=self.mode.currentData(), limit=_HITS)
            self._search_number = self._ask("search", query=query)
        else:
            self._search_number = 0
            self._show_nothing(self.tr("Type what you are looking for."))

    def is_settled(self) -> bool:
        """Whether the last search, its pictures and its preview have all arrived."""
        return not any(
            method in ("search", "page_image", "page_text") for method, _ in self._waiting.values()
        )

    def _ask(self, method: Any, note: Any = None, **arguments: Any) -> int:
        number = self._bridge.ask(method, **arguments)
        self._waiting[number] = (method, note)
        return number

    @Slot(int, object)
    def _on_reply(self, number: int, value: Any) -> None:
        method, note = self._waiting.pop(number, ("", None))
        if method == "search" and number == self._search_number:
            self._show_result(value)
        elif method == "page_image" and (note or number == self._page_number):
            self._show_picture(value, note)
        elif method == "page_text" and number == self._page_number:
            self.preview.show_text(value)
        elif method == "status":
            self.status.show_problems(value.totals.files_failed)
            if note == "start" and (self._folders or value.folders):
                self.add_folders(
                    list(dict.fromkeys([*self._folders, *(Path(f.path) for f in value.folders)]))
                )
        elif method == "problems":
            ProblemsDialog(value, self).open()
        elif method == "warm_up":
            self.status.show_idle(self.tr("Ready."))
        elif method == "index":
            self.status.show_idle(
                self.tr("%n files were indexed.", "", value.indexed) + f" ({value.seconds:.1f} s)"
            )
            self._ask("status")
            if self.field.text().strip():
                self.search()

    @Slot(int, object)
    def _on_failure(self, number: int, error: UserError) -> None:
        self._waiting.pop(number, None)
        self.status.show_error(error)

    @Slot(int, object)
    def _on_progress(self, _number: int, step: Any) -> None:
        self.status.show_progress(step)

    @Slot(int)
    def _on_stopped(self, number: int) -> None:
        self._waiting.pop(number, None)
        self.status.show_idle(self.tr("Stopped. What was finished is searchable."))

    @Slot(object)
    def _on_restart(self, error: UserError) -> None:
        self.status.show_error(error)
        self._ask("warm_up")
        self._ask("status", "start")

    def _show_result(self, result: Any) -> None:
        current = self.list.currentIndex()
        kept = self.results.hit(current.row()).passage if current.isValid() else ""
        again, self._shown = self._shown == result.query, result.query
        self.results.show(result)
        if not result.hits:
            self._show_nothing(self.tr("Nothing found for “{0}”.").format(result.query.text))
            return
        self.left.setCurrentWidget(self.list)
        for hit in result.hits:
            if hit.page is not None:
                self._ask("page_image", note=hit, hit=hit, width=_THUMBNAIL_WIDTH)
        # The same search again, after indexing, must not move the row the user is on.
        rows = [hit.passage for hit in result.hits]
        row = rows.index(kept) if again and kept in rows else 0
        self.list.setCurrentIndex(self.results.index(row))

    def _show_nothing(self, text: str) -> None:
        self.results.show(None)
        self.empty.setText(text)
        self.left.setCurrentWidget(self.empty)
        self.preview.clear()

    def _show_picture(self, png: bytes, thumbnail_of: Hit | None) -> None:
        picture = QPixmap()
        picture.loadFromData(png)
        if thumbnail_of is None:
            self.preview.show_picture(picture)
        else:
            marked = mark(picture, thumbnail_of.boxes, self.palette())
            self.results.set_thumbnail(thumbnail_of.passage, marked)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        hit = self.results.hit(current.row())
        self.preview.announce(hit)
        if hit.page is None:
            self._page_number = self._ask("page_text", hit=hit)
        else:
            self._page_number = self._ask("page_image", hit=hit, width=_PAGE_WIDTH)

    def closeEvent(self, event: Any) -> None:
        self._bridge.close()
        super().closeEvent(event)
