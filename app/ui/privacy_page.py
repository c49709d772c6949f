"""What is stored where, and that nothing leaves this computer unasked."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.paths import DataDirs
from app.ui.dimmed import make_heading
from app.ui.settings_store import SettingsStore


class PrivacyPage(QWidget):
    """Places to look at, and the two settings that would send something."""

    def __init__(self, dirs: DataDirs, store: SettingsStore) -> None:
        super().__init__()
        self._dirs = dirs
        self._store = store
        self.promise = QLabel()
        self.promise.setWordWrap(True)
        self.promise.setAccessibleName(self.tr("What leaves this computer"))
        stored = QLabel(self.tr("What is stored where"))
        make_heading(stored, 1.1)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        for row, (what, place) in enumerate(
            (
                (self.tr("Texts, file names, page positions"), dirs.catalogue),
                (self.tr("Vectors of your passages"), dirs.store),
                (self.tr("Models"), dirs.models),
                (self.tr("Settings"), dirs.settings),
                (self.tr("Log, without texts or searches"), dirs.log),
                (self.tr("Caches"), dirs.cache),
            )
        ):
            path = QLabel(str(place))
            path.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            path.setWordWrap(True)
            path.setAccessibleName(what)
            grid.addWidget(QLabel(what), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(path, row, 1)
        self.open_button = QPushButton(self.tr("&Open the data folder"))
        self.open_button.setAccessibleName(self.tr("Open the data folder"))
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(self._open)
        note = QLabel(
            self.tr(
                "Your documents are only read, never changed or moved. There is no telemetry, no"
                " account and no update check. Diagnostics → Offline check proves that no"
                " connection is opened."
            )
        )
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.promise)
        layout.addWidget(note)
        layout.addSpacing(8)
        layout.addWidget(stored)
        layout.addLayout(grid)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        store.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        sent = []
        if url := self._store["model.server_url"]:
            sent.append(
                self.tr("The texts of your documents and searches are sent to {0}.").format(url)
            )
        if url := self._store["store.url"]:
            sent.append(self.tr("The vectors of your passages are sent to {0}.").format(url))
        if sent:
            sent.append(self.tr("You asked for that on the page Advanced."))
        else:
            sent.append(
                self.tr(
                    "Nothing leaves this computer. The only connection the program can open by"
                    " itself is the download of a model, and only after you pressed its button."
                )
            )
        self.promise.setText(" ".join(sent))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._dirs.data)))
