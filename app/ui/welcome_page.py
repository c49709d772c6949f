"""The first thing a newcomer sees: three ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.dimmed import make_dimmed, make_heading

_WIDTH = 680


class WelcomePage(QWidget):
    """Nothing has to be decided here that cannot be changed later."""

    folder_wanted = Signal()
    sample_wanted = Signal()
    download_wanted = Signal()
    model_folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Search your own documents"))
        make_heading(title, 2.0)
        what = QLabel(
            self.tr(
                "By meaning and by word, in any language. Everything stays on this computer, and"
                " your files are only read."
            )
        )
        what.setWordWrap(True)
        self.folder_button = self._button(self.tr("&Add a folder…"), self.folder_wanted)
        self.folder_button.setDefault(True)
        self.sample_button = self._button(self.tr("&Try sample documents"), self.sample_wanted)
        self.download_button = self._button(self.tr("&Download BGE-M3…"), self.download_wanted)
        self.model_button = self._button(self.tr("&Choose a model…"), self.model_folder_wanted)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setAccessibleName(self.tr("Messages"))
        self.message.hide()
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(what)
        column.addSpacing(8)
        column.addWidget(
            self._card(
                self.tr("Start now"),
                self.tr(
                    "With the compact model that comes with the program. Add a folder, or drop"
                    " folders anywhere on this window; the first files are searchable within"
                    " seconds."
                ),
                (self.folder_button, self.sample_button),
            )
        )
        column.addWidget(
            self._card(
                self.tr("Download BGE-M3"),
                self.tr(
                    "The full model: finds more and takes more time to index. 2.3 GB, some"
                    " 6 minutes at 50 Mbit/s. You can begin with the compact model meanwhile."
                ),
                (self.download_button,),
            )
        )
        column.addWidget(
            self._card(
                self.tr("Use a model folder"),
                self.tr("A folder in BGE-M3's format that is on this computer or a USB drive."),
                (self.model_button,),
            )
        )
        column.addWidget(self.message)
        column.addStretch(3)
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        inner.setLayout(column)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(inner, 100)
        layout.addStretch(1)

    def say(self, text: str) -> None:
        """How far the download or copy of a model is."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _button(self, text: str, signal: object) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text.replace("&", "").rstrip("…"))
        button.clicked.connect(signal)
        return button

    def _card(self, title: str, text: str, buttons: tuple[QPushButton, ...]) -> QFrame:
        card = QFrame()
        card.setFrameShape(QFrame.Shape.StyledPanel)
        card.setBackgroundRole(QPalette.ColorRole.Base)
        card.setAutoFillBackground(True)
        heading, told = QLabel(title), QLabel(text)
        make_heading(heading, 1.15)
        told.setWordWrap(True)
        make_dimmed(told)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(heading)
        texts.addWidget(told)
        column = QVBoxLayout()
        column.addStretch(1)
        for button in buttons:
            button.setMinimumWidth(190)
            column.addWidget(button)
        column.addStretch(1)
        layout = QHBoxLayout(card)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(20)
        layout.addLayout(texts, 1)
        layout.addLayout(column)
        layout.setAlignment(texts, Qt.AlignmentFlag.AlignVCenter)
        return card
