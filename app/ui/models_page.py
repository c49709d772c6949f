"""The models on this machine: choose, bring, check, remove."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.process.protocol import Method
from app.ui.durations import in_words
from app.ui.model_job_line import ModelJobLine
from app.ui.models_table import ModelsTable
from app.ui.requests import Requests, Watcher

if TYPE_CHECKING:
    from app.embedding.manager import ModelInfo, VerifyReport
    from app.index.change_plan import ChangePlan


@dataclass(frozen=True)
class ModelJob:
    """Something that is being done to a model; use_it: a download is taken into use at its end."""

    method: Method
    name: str = ""
    use_it: bool = False
    number: int = 0


class ModelsPage(QWidget):
    """Everything goes through the engine; one job at a time, with progress and a way to stop.

    A job goes on when the page is closed.
    """

    changing = Signal()  # another model was chosen: the library has to be indexed
    told = Signal(str)  # what a job is doing or how it ended, for those who do not see the page

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self.job: ModelJob | None = None
        self.question: QMessageBox | None = None
        self.table = ModelsTable()
        self.line = ModelJobLine()
        self.use_button = self._button(self.tr("&Use…"), self.use)
        self.verify_button = self._button(self.tr("&Check"), self.verify)
        self.remove_button = self._button(self.tr("&Remove…"), self.ask_to_remove)
        self.folder_button = self._button(self.tr("Import &folder…"), self.choose_folder)
        self.archive_button = self._button(self.tr("Import &archive…"), self.choose_archive)
        self.download_button = self._button(self.tr("&Download BGE-M3…"), self.ask_to_download)
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.activated.connect(self.use)
        self.line.stop_button.clicked.connect(self.stop)
        self._enable()

    def show_models(self) -> None:
        """Show what is there now."""
        if self.job is None:
            self.line.say("")
        self.refresh()

    def _button(self, text: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text.replace("&", "").rstrip("…"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: action())
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        for buttons in (
            (self.use_button, self.verify_button, self.remove_button),
            (self.download_button, self.folder_button, self.archive_button),
        ):
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addWidget(self.line)
        self.table.setMinimumHeight(130)

    # What is there

    def refresh(self) -> None:
        """Ask for the list again."""
        self._requests.ask("models", self._show)

    def _show(self, models: "list[ModelInfo]") -> None:
        self.table.show_models(models)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        model = self.table.chosen()
        idle = self.job is None
        in_use = model is not None and (model.chosen or model.indexed)
        whole = model is not None and not model.problem and not model.unfinished
        self.use_button.setEnabled(idle and whole and not (model and model.chosen))
        self.verify_button.setEnabled(idle and model is not None and not model.unfinished)
        removable = model is not None and not model.bundled and not in_use
        self.remove_button.setEnabled(idle and removable)
        for button in (self.folder_button, self.archive_button, self.download_button):
            button.setEnabled(idle)

    # Jobs

    def _start(self, job: ModelJob, **arguments: Any) -> None:
        number = self._requests.watch(job.method, self._watcher(job), **arguments)
        self.job = replace(job, number=number)
        self.line.begin()
        self._enable()

    def take_over(self, job: ModelJob) -> None:
        """Look after a job that another page began."""
        self._requests.take_over(job.number, job.method, self._watcher(job))
        self.job = job
        self.line.begin()
        self._enable()

    def _watcher(self, job: ModelJob) -> Watcher:
        return Watcher(
            progressed=self._show_step,
            done=lambda value: self._end(lambda: self._on_done(job, value)),
            failed=lambda error: self._end(lambda: self._say(str(error))),
            stopped=lambda: self._end(lambda: self._say(self.tr("Stopped."))),
        )

    def _show_step(self, step: Any) -> None:
        self.line.show_step(step)
        if self.job and self.job.method != "plan_model":
            self.told.emit(self.line.message.text())

    def _on_done(self, job: ModelJob, value: Any) -> None:
        match job.method:
            case "verify_model":
                self._on_verified(value)
            case "plan_model":
                self._on_plan(job.name, value)
            case "use_model":
                self._on_used(value)
            case "import_model" | "download_model":
                self._on_arrived(value)
                if job.use_it:
                    self._start(ModelJob("plan_model", value.name), name=value.name)

    def _say(self, text: str) -> None:
        self.line.say(text)
        self.told.emit(text)

    def _end(self, then: Callable[[], None]) -> None:
        self.job = None
        self._say("")
        then()
        self._enable()
        self.refresh()

    def stop(self) -> None:
        """Stop the job under way; it says so when it has ended."""
        if self.job is not None:
            self._requests.ask("stop_job", number=self.job.number)
            self.line.wait_for_end()

    def verify(self) -> None:
        """Check the files of the chosen model."""
        if model := self.table.chosen():
            self._start(ModelJob("verify_model"), name=model.name)

    def _on_verified(self, report: "VerifyReport") -> None:
        if report.damaged:
            found = "; ".join(": ".join(filter(None, item)) for item in report.damaged.items())
            self._say(self.tr("The model is damaged: {0}").format(found))
        else:
            self._say(self.tr("The model is whole."))

    def choose_folder(self, *, use_it: bool = False) -> None:
        """Let the user pick a model's folder and import it; use_it: and change to it."""
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Import a model's folder")):
            self.import_from(Path(folder), use_it=use_it)

    def choose_archive(self) -> None:
        """Let the user pick an archive of a model and import it."""
        title = self.tr("Import an archive of a model")
        kinds = self.tr("Archives ({0})").format("*.zip *.tar *.tar.gz *.tgz *.tar.xz")
        file, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if file:
            self.import_from(Path(file))

    def import_from(self, source: Path, *, use_it: bool = False) -> None:
        """Copy a model from a folder or archive; use_it: and change to it."""
        if self.job is None:
            self._start(ModelJob("import_model", use_it=use_it), source=source)

    def ask_to_download(self, *, use_it: bool = False) -> None:
        """Download BGE-M3, once the user has agreed to the traffic; use_it: and change to it."""
        text = self.tr(
            "BGE-M3 is downloaded from the internet: about 2.3 GB. Nothing about you or your"
            " documents is sent. It can be stopped and goes on later."
        )
        self._ask(text, lambda: self._start(ModelJob("download_model", use_it=use_it)))

    def _on_arrived(self, model: "ModelInfo") -> None:
        text = self.tr("The model {0} is there. Choose it and press Use.").format(model.name)
        if model.unchecked:
            names = ", ".join(model.unchecked)
            text += " " + self.tr("Only the size could be checked of: {0}").format(names)
        self._say(text)

    def ask_to_remove(self) -> None:
        """Delete the chosen model, once the user has agreed."""
        if model := self.table.chosen():
            name = model.name
            text = self.tr("The model {0} is deleted from this computer.").format(name)
            self._ask(text, lambda: self._start(ModelJob("remove_model"), name=name))

    # Changing

    def use(self) -> None:
        """Measure what changing to the chosen model takes, and ask."""
        if (model := self.table.chosen()) and self.use_button.isEnabled():
            name = model.name
            self._start(ModelJob("plan_model", name), name=name)

    def _on_plan(self, name: str, plan: "ChangePlan") -> None:
        if not plan.outstanding.passages:
            self._use(name)
        elif not plan.fits:
            self._say(
                self.tr("The new index needs {0} MB, and the disk has {1} MB free.").format(
                    plan.disk_bytes // 2**20, plan.free_bytes // 2**20
                )
            )
        else:
            self._ask(self._plan_in_words(plan), lambda: self._use(name))

    def _plan_in_words(self, plan: "ChangePlan") -> str:
        passages = self.tr("%n passages are embedded anew", "", plan.outstanding.passages)
        return self.tr(
            "{0}. That takes about {1} ({2} passages a second, measured just now) and {3} MB of"
            " disk. The present model answers until it is done."
        ).format(
            passages,
            in_words(plan.seconds),
            f"{plan.passages_per_second:.1f}",
            plan.disk_bytes // 2**20 + 1,
        )

    def _use(self, name: str) -> None:
        self._start(ModelJob("use_model"), name=name)

    def _on_used(self, overridden: str) -> None:
        if overridden:
            self._say(
                self.tr("The environment variable BGE_M3_MODEL_NAME ({0}) wins over it.").format(
                    overridden
                )
            )
        else:
            self.changing.emit()  # the status line shows how far the change is

    def _ask(self, text: str, agreed: Callable[[], None]) -> None:
        self.question = QMessageBox(
            QMessageBox.Icon.Question, self.tr("Models"), text, parent=self.window()
        )
        yes = self.question.addButton(self.tr("&Start"), QMessageBox.ButtonRole.AcceptRole)
        yes.setAccessibleName(self.tr("Start"))
        self.question.addButton(QMessageBox.StandardButton.Cancel)
        self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes.clicked.connect(lambda: agreed())
        self.question.open()
