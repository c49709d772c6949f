"""The windows beside the main one, each made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from app import __version__
from app.ui.actions import Actions
from app.ui.diagnostics_window import DiagnosticsWindow
from app.ui.key_list import CheatSheet
from app.ui.models_page import ModelsPage
from app.ui.password_dialog import PasswordDialog
from app.ui.problems_dialog import ProblemsDialog
from app.ui.requests import Requests
from app.ui.settings_dialog import SettingsDialog
from app.ui.settings_store import SettingsStore
from app.ui.unlocking import Unlocking

if TYPE_CHECKING:
    from app.index.records import Problem


class Dialogs(QObject):
    """Those that work on something are kept while closed, so that it goes on."""

    retry_wanted = Signal()  # the files with problems are to be read again

    def __init__(
        self,
        store: SettingsStore,
        requests: Requests,
        models: ModelsPage,
        commands: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._store = store
        self._requests = requests
        self._models = models
        self._commands = commands
        self._window = window
        self.unlocking = Unlocking(requests, self)
        self.unlocking.ended.connect(self._after_unlocking)
        self.settings: SettingsDialog | None = None
        self.diagnostics: DiagnosticsWindow | None = None
        self.problems: ProblemsDialog | None = None

    def show_settings(self, page: str = "") -> None:
        """Open the settings, on a page when one is named."""
        if self.settings is None:
            self._models.show()
            self.settings = SettingsDialog(
                self._store, self._requests, self._models, self._commands, self._window
            )
        self.settings.show_page(page)

    def show_diagnostics(self, tab: str = "") -> None:
        """How the program fares; tab: "offline" for the offline check."""
        if self.diagnostics is None:
            self.diagnostics = DiagnosticsWindow(self._requests, self._window)
        self.diagnostics.show_tab(tab)

    def show_problems(self) -> None:
        """List the files that are not searchable."""
        self._requests.ask("problems", self._show_problems)

    def _show_problems(self, problems: "list[Problem]") -> None:
        if self.problems is None:
            self.problems = ProblemsDialog((), self._window, self._store)
            self.problems.asked_again.connect(self.retry_wanted)
            self.problems.password_told.connect(self.unlocking.begin)
            self.unlocking.told.connect(self.problems.say)
        self.problems.show_problems(problems)
        self.problems.set_busy(self.unlocking.is_under_way)
        if not self.problems.isVisible():
            if not self.unlocking.is_under_way:
                self.problems.say("")  # what was said when it was last open
            self.problems.open()

    @Slot(str)
    def ask_for_password(self, path: str) -> None:
        """Ask for the password of one document that is searchable already."""
        if self.unlocking.is_under_way:
            return
        dialog = PasswordDialog(path, 1, self._window)
        dialog.entered.connect(lambda password, _: self.unlocking.begin([path], password))
        dialog.open()

    @Slot()
    def _after_unlocking(self) -> None:
        if self.problems is not None:
            self.problems.set_busy(False)
            if self.problems.isVisible():
                self.show_problems()

    def show_keys(self) -> None:
        """The keys and what they do."""
        self.cheat_sheet = CheatSheet(self._commands, self._window)
        self.cheat_sheet.open()

    def show_about(self) -> None:
        """What this program is."""
        text = self.tr("GenericRAG {0}. Searches your own documents, on this computer alone.")
        self.about = QMessageBox(
            QMessageBox.Icon.Information,
            self.tr("About GenericRAG"),
            text.format(__version__),
            QMessageBox.StandardButton.Close,
            self._window,
        )
        self.about.open()
