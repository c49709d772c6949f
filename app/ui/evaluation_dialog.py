"""How well searches find what the user marked as right, and weights that find it better."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.index.progress import Progress
from app.ui.dimmed import make_dimmed
from app.ui.requests import Requests, Watcher
from app.ui.search_controls import ModeChoice
from app.ui.settings_store import SettingsStore

if TYPE_CHECKING:
    from app.search.evaluation import Evaluation, Figure, Suggestion

_FEWEST = 20  # questions; search.evaluation.FEWEST, whose module takes long to import
_SETTINGS = {"search.alpha": "dense", "search.beta": "sparse", "search.gamma": "multi"}
_MEASURES = ("ndcg10", "recall10", "mrr10")


class EvaluationDialog(QDialog):
    """Measures in the engine while the window goes on."""

    def __init__(self, requests: Requests, store: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._requests = requests
        self._store = store
        self._job: int | None = None
        self._suggestion: Suggestion | None = None
        self.setWindowTitle(self.tr("Tune to me"))
        what = QLabel(
            self.tr(
                "Mark results as right or wrong. Every search with a result that is right is asked"
                " again in each way, and it is measured how far above the right ones stand, from 0"
                " to 1. From {0} such searches on, weights that do better are looked for; they are"
                " offered only if that is no luck."
            ).format(_FEWEST)
        )
        what.setWordWrap(True)
        make_dimmed(what)
        self.count = QLabel()
        self.count.setAccessibleName(self.tr("What is marked"))
        self.start_button = self._button(self.tr("&Measure"), self.start)
        self.stop_button = self._button(self.tr("S&top"), self.stop)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.table = self._make_table()
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.verdict.setAccessibleName(self.tr("Outcome"))
        self.apply_button = self._button(self.tr("&Use these weights"), self.apply)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.start_button)
        row.addWidget(self.stop_button)
        row.addWidget(self.bar, 1)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        layout.addWidget(what)
        layout.addWidget(self.count)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.verdict)
        layout.addWidget(self.apply_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(buttons)
        self.resize(640, 440)
        self._show_running(False)
        self.apply_button.hide()

    def _button(self, text: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text.replace("&", ""))
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setAccessibleName(self.tr("How well each way of searching does"))
        table.setHorizontalHeaderLabels(
            [self.tr("Way to search"), "nDCG@10", self.tr("Recall@10"), "MRR@10"]
        )
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def show_count(self, marks: int, answered: int) -> None:
        """How many hits are marked, and how many searches have one that is right."""
        marked = self.tr("%n results are marked", "", marks)
        searches = self.tr("%n searches with a right one", "", answered)
        self.count.setText(f"{marked} · {searches}")

    def start(self) -> None:
        """Measure."""
        self.verdict.setText(self.tr("Every marked search is asked again…"))
        self.apply_button.hide()
        self.bar.setRange(0, 0)
        watcher = Watcher(self._show_step, self._show_evaluation, self._fail, self._on_stopped)
        self._job = self._requests.watch("evaluate", watcher)
        self._show_running(True)

    def stop(self) -> None:
        """End it before it is done."""
        if self._job is not None:
            self._requests.ask("stop_job", number=self._job)

    def apply(self) -> None:
        """Use the weights that did better, from the next search on."""
        if self._suggestion is None:
            return
        for name, channel in _SETTINGS.items():
            if not self._store.set(name, float(getattr(self._suggestion.weights, channel))):
                return  # the window says why
        self.apply_button.hide()
        self.verdict.setText(self.tr("These weights are in use now; the settings have them."))

    def _show_running(self, running: bool) -> None:
        self.start_button.setEnabled(not running)
        self.stop_button.setVisible(running)
        self.bar.setVisible(running)

    def _show_step(self, step: Progress) -> None:
        if step.stage == "paused":
            self.verdict.setText(self.tr("It waits as long as indexing is paused."))
            return
        self.bar.setRange(0, max(1, step.to_ask))
        self.bar.setValue(step.asked)
        self.verdict.setText(self.tr("Search {0} of {1}").format(step.asked, step.to_ask))

    def _show_evaluation(self, found: "Evaluation") -> None:
        self._end()
        names = ModeChoice()
        rows = [
            (
                names.itemText(names.findData(mode)),
                *(_shown(figures[measure]) for measure in _MEASURES),
            )
            for mode, figures in found.modes.items()
        ]
        self._suggestion = found.suggestion
        if found.suggestion is not None:
            smart, gain = found.modes["smart"]["ndcg10"], found.suggestion.gain
            name = self.tr("Smart with meaning {0}, words {1}, precise {2}").format(
                *(f"{getattr(found.suggestion.weights, name):g}" for name in _SETTINGS.values())
            )
            rows.append((name, f"{smart.mean + gain.mean:.3f}", "", ""))
            self.verdict.setText(
                self.tr("These weights do better by {0} ({1} to {2}).").format(
                    f"{gain.mean:.3f}", f"{gain.low:.3f}", f"{gain.high:.3f}"
                )
            )
        elif found.queries < _FEWEST:
            missing = _FEWEST - found.queries
            told = self.tr("Weights can be looked for after %n more searches.", "", missing)
            self.verdict.setText(told)
        else:
            self.verdict.setText(self.tr("No other weights are surely better than those in use."))
        self.apply_button.setVisible(found.suggestion is not None)
        self.table.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self.table.setItem(number, column, QTableWidgetItem(text))

    def _fail(self, error: UserError) -> None:
        self._end()
        self.verdict.setText(str(error))

    def _on_stopped(self) -> None:
        self._end()
        self.verdict.setText(self.tr("Stopped."))

    def _end(self) -> None:
        self._job = None
        self._show_running(False)


def _shown(figure: "Figure") -> str:
    """A mean with its 95 % interval."""
    return f"{figure.mean:.3f} ({figure.low:.3f}–{figure.high:.3f})"
