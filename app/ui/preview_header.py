"""What stands above the page: the document's name, what can be done, the page's controls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.elided_label import ElidedLabel


class PreviewHeader(QWidget):
    """Name and place, buttons, and below them the controls of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel()
        font = QFont(self.name.font())
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setWeight(QFont.Weight.DemiBold)
        self.name.setFont(font)
        self.place = ElidedLabel(quiet=True)
        for label, said in ((self.name, self.tr("Name")), (self.place, self.tr("Place"))):
            label.setAccessibleName(said)
        self.open_button = QPushButton(self.tr("&Open"))
        self.open_button.setAccessibleName(self.tr("Open the document"))
        self.folder_button = QPushButton(self.tr("Show in &folder"))
        self.folder_button.setAccessibleName(self.tr("Show the document in its folder"))
        self.more_button = QToolButton()
        self.more_button.setText("⋯")
        self.more_button.setAccessibleName(self.tr("More to do with this hit"))
        self.more_button.setToolTip(self.tr("More to do with this hit"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more_menu = QMenu(self)
        self.more_button.setMenu(self.more_menu)
        self.more_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.back = self._button("‹", self.tr("Previous page"))
        self.forward = self._button("›", self.tr("Next page"))
        self.page = QLabel()
        self.page.setAccessibleName(self.tr("Which page is shown"))
        self.match_back = self._button("↑", self.tr("Previous match"))
        self.match_forward = self._button("↓", self.tr("Next match"))
        self.match = QLabel()
        self.match.setAccessibleName(self.tr("Which match is shown"))
        self.smaller = self._button("−", self.tr("Smaller"))
        self.larger = self._button("+", self.tr("Larger"))
        self.fit = self._button("↔", self.tr("Fit the width"))
        self.as_text = self._button(self.tr("Text"), self.tr("Show the page as text"))
        self.as_text.setCheckable(True)
        self.why = self._button(self.tr("Why?"), self.tr("Show why this hit was found"))
        self.why.setCheckable(True)
        self._arrange()

    def _button(self, text: str, said: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumSize(28, 28)
        return button

    def _arrange(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.place)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addLayout(names, 1)
        above.addWidget(self.open_button)
        above.addWidget(self.folder_button)
        above.addWidget(self.more_button)
        self.controls = QWidget()
        below = QHBoxLayout(self.controls)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        for widget in (self.back, self.page, self.forward):
            below.addWidget(widget)
        below.addSpacing(16)
        for widget in (self.match_back, self.match, self.match_forward):
            below.addWidget(widget)
        below.addStretch(1)
        for widget in (self.smaller, self.larger, self.fit):
            below.addWidget(widget)
        below.addSpacing(12)
        below.addWidget(self.as_text)
        below.addWidget(self.why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addWidget(self.controls)

    def show_page(self, number: int, count: int) -> None:
        """Which page of how many; (0, 0) for a document of one."""
        for widget in (self.back, self.page, self.forward):
            widget.setVisible(count > 1)
        self.page.setText(self.tr("Page {0} of {1}").format(number, count))
        self.back.setEnabled(number > 1)
        self.forward.setEnabled(number < count)

    def show_match(self, number: int, count: int) -> None:
        """Which of the passages found in the document; nothing for one only."""
        for widget in (self.match_back, self.match, self.match_forward):
            widget.setVisible(count > 1)
        self.match.setText(self.tr("Match {0} of {1}").format(number, count))

    def show_zoom(self, *, picture: bool) -> None:
        """Offer to zoom, and to see a page as text, where there is a picture."""
        for widget in (self.smaller, self.larger, self.fit):
            widget.setEnabled(picture)
