"""The lower edge of the window: progress, problems and messages."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.errors import UserError
from app.index.progress import Pause, Progress
from app.process.protocol import EngineFault
from app.ui.durations import in_words


class StatusArea(QWidget):
    """One line: what is going on, how far it is, how to stop it, what went wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setAccessibleName(self.tr("Messages"))
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(160)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of indexing"))
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop indexing"))
        self.server = QLabel()
        self.server.setAccessibleName(self.tr("Model server"))
        self.is_paused = False
        self.pause_button = QPushButton()
        self.pause_button.setAccessibleName(self.tr("Pause or resume indexing"))
        self.offline = QLabel()
        self.offline.setAccessibleName(self.tr("Folders that cannot be reached"))
        self.problems_button = QPushButton()
        self.problems_button.setFlat(True)
        self.problems_button.setAccessibleName(self.tr("Files that are not searchable"))
        self.copy_button = QPushButton(self.tr("Copy report"))
        self.copy_button.setAccessibleName(self.tr("Copy the report of this error"))
        self.copy_button.clicked.connect(self.copy_report)
        self._report = ""
        self.action_button = QPushButton()
        self.action_button.setAccessibleName(self.tr("What helps against this error"))
        self.action_button.clicked.connect(self._act)
        self._action: QAction | None = None
        self.job_button = QPushButton()
        self.job_button.setFlat(True)
        self.job_button.setAccessibleName(self.tr("What is being done to a model"))
        self.job_button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.action_button)
        layout.addWidget(self.job_button)
        layout.addWidget(self.server)
        layout.addWidget(self.offline)
        for widget in (
            self.copy_button,
            self.bar,
            self.pause_button,
            self.stop_button,
            self.problems_button,
        ):
            layout.addWidget(widget)
        self.show_idle("")
        self.show_problems(0)
        self.show_offline([])
        self.show_server("")

    def show_idle(self, text: str) -> None:
        """Nothing is being indexed."""
        self.message.setText(text)
        self.bar.hide()
        self.pause_button.hide()
        self.stop_button.hide()
        self.copy_button.hide()
        self.action_button.hide()

    def show_progress(self, step: Progress) -> None:
        """Indexing goes on."""
        self.bar.setVisible(not step.note)
        self.stop_button.show()
        self.copy_button.hide()
        self.action_button.hide()
        if step.note:
            text = self.tr("Indexing pauses and goes on by itself. {0}").format(step.note)
        elif step.stage == "scanning":
            self.bar.setRange(0, 0)
            text = self.tr("Looking for files: %n", "", step.files_total)
        elif step.stage == "changing":
            self.bar.setRange(0, max(1, step.passages_total))
            self.bar.setValue(step.passages)
            text = self.tr("New model: {0} of {1} passages").format(
                step.passages, step.passages_total
            )
            if step.seconds_left is not None:
                text += " · " + self.tr("about {0} left").format(in_words(step.seconds_left))
        else:
            self.bar.setRange(0, max(1, step.files_total))
            self.bar.setValue(step.files_done)
            text = self.tr("{0} of {1} files, {2} passages").format(
                step.files_done, step.files_total, step.passages
            )
            if step.stage == "recognising":
                text += " · " + self.tr("recognising the text of page {0} of {1}").format(
                    min(step.recognised + 1, step.to_recognise), step.to_recognise
                )
        self.message.setText(" · ".join(filter(None, (text, self._time_left(step)))))
        self._show_pause(step.pause)

    def _time_left(self, step: Progress) -> str:
        if step.pause:
            return {
                "asked": self.tr("paused"),
                "battery": self.tr("paused to save the battery"),
                "busy": self.tr("paused while other programs need the computer"),
            }.get(step.pause, "")
        if step.seconds_left is None:
            return ""
        if step.seconds_left < 90:
            return self.tr("less than two minutes left")
        return self.tr("about %n minutes left", "", round(step.seconds_left / 60))

    def _show_pause(self, pause: Pause) -> None:
        self.is_paused = bool(pause)
        self.pause_button.show()
        self.pause_button.setText(self.tr("Resume") if pause else self.tr("Pause"))

    def show_error(self, error: UserError) -> None:
        """What went wrong and what to do; a bug comes with a report to copy."""
        self.show_idle(str(error))
        self._report = error.report if isinstance(error, EngineFault) else ""
        self.copy_button.setVisible(bool(self._report))

    def offer(self, action: QAction) -> None:
        """A button for what helps against the error that is shown."""
        self._action = action
        text = action.text().replace("&", "")
        self.action_button.setText(text)
        self.action_button.show()

    def _act(self) -> None:
        if self._action:
            self._action.trigger()

    def show_job(self, text: str) -> None:
        """How far the download, import or check of a model is, or how it ended; "" for none."""
        self.job_button.setText(text)
        self.job_button.setVisible(bool(text))

    def copy_report(self) -> None:
        """Put the report of the last error on the clipboard."""
        QGuiApplication.clipboard().setText(f"{self.message.text()}\n{self._report}")

    def show_problems(self, count: int) -> None:
        """How many files are not searchable; nothing when all are."""
        self.problems_button.setVisible(count > 0)
        self.problems_button.setText(self.tr("%n problems", "", count))

    def show_server(self, url: str) -> None:
        """Say so when texts leave this machine: the model server they are sent to, or ""."""
        self.server.setVisible(bool(url))
        self.server.setText(self.tr("Model server in use"))
        self.server.setToolTip(
            self.tr("The texts of your documents and searches are sent to {0}.").format(url)
        )

    def show_offline(self, folders: Sequence[str]) -> None:
        """Folders that cannot be reached now; what is known of them stays searchable."""
        self.offline.setVisible(bool(folders))
        self.offline.setText(self.tr("%n folders offline", "", len(folders)))
        self.offline.setToolTip("\n".join(folders))
