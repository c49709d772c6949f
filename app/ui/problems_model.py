"""The rows of the list of problems; only those that are seen are ever put into words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.errors import HINTS, NAMES, QT_TRANSLATE_NOOP, Reason

if TYPE_CHECKING:
    from app.index.records import Problem

# Where the window can do what the hint names a command for.
_ADVICE = {
    Reason.PASSWORD: QT_TRANSLATE_NOOP(
        "ProblemsDialog", "Enter the password, or index a copy without one."
    ),
}
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ProblemsModel(QAbstractTableModel):
    """File, reason and advice; what exactly was found stands in the reason's tooltip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems: Sequence[Problem] = ()

    def show(self, problems: "Sequence[Problem]") -> None:
        """List these instead."""
        self.beginResetModel()
        self.problems = problems
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        problem = self.problems[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1:
            return problem.detail
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts_of(problem)[index.column()]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                translate = QCoreApplication.translate
                return (
                    translate("ProblemsDialog", "File"),
                    translate("ProblemsDialog", "Reason"),
                    translate("ProblemsDialog", "Advice"),
                )[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)


def texts_of(problem: "Problem") -> tuple[str, str, str]:
    """File, reason and advice in the user's language; as recorded where the reason is not ours."""
    if problem.reason not in set(Reason):
        return problem.path, problem.detail, problem.hint
    reason = Reason(problem.reason)
    translate = QCoreApplication.translate
    if reason in _ADVICE:
        advice = translate("ProblemsDialog", _ADVICE[reason])
    else:
        advice = translate("Reason", HINTS[reason])
    return problem.path, translate("Reason", NAMES[reason]), advice
