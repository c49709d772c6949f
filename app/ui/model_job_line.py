"""What a download, import or check of a model is doing, and how to stop it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.embedding.progress import ModelProgress
from app.index.progress import Progress
from app.ui.durations import in_words


class ModelJobLine(QWidget):
    """One line: a message, a bar, a button to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setAccessibleName(self.tr("Messages"))
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(160)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop_button = QPushButton(self.tr("&Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop"))
        self.stop_button.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.stop_button)
        self.say("")

    def say(self, text: str) -> None:
        """A message while nothing is going on."""
        self.message.setText(text)
        self.bar.hide()
        self.stop_button.hide()

    def begin(self) -> None:
        """A job was started and has not told anything yet."""
        self.message.setText("")
        self.bar.setRange(0, 0)
        self.bar.show()
        self.stop_button.setEnabled(True)
        self.stop_button.show()

    def wait_for_end(self) -> None:
        """The job was asked to stop."""
        self.message.setText(self.tr("Stopping…"))
        self.stop_button.setEnabled(False)

    def show_step(self, step: ModelProgress | Progress) -> None:
        """How far the job is."""
        if isinstance(step, Progress):
            self._show_bar(step.passages, step.passages_total)
            self.message.setText(self.tr("Measuring how long the change takes…"))
            return
        if step.stage == "waiting":
            text = self.tr("The connection was lost ({0}); trying again in {1}.")
            self.message.setText(text.format(step.detail, in_words(step.seconds_left or 0)))
            return
        # 1000 steps: a bar counts in 32 bits, and models have more bytes than that.
        self._show_bar(round(1000 * step.done / step.total) if step.total else 0, 1000)
        size = self.tr("{0} of {1} MB").format(step.done // 2**20, step.total // 2**20)
        parts = [self._action(step), size if step.total else ""]
        if step.seconds_left is not None:
            parts.append(self.tr("about {0} left").format(in_words(step.seconds_left)))
        self.message.setText(" · ".join(filter(None, parts)))

    def _show_bar(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _action(self, step: ModelProgress) -> str:
        match step.stage:
            case "asking":
                return self.tr("Asking what there is")
            case "downloading":
                return self.tr("Downloading {0}").format(step.file)
            case "copying":
                return self.tr("Copying {0}").format(step.file)
            case _:
                return self.tr("Checking {0}").format(step.file)
