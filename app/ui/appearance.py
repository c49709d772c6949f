"""Language, colours and text size of the whole application."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.paths import resources_dir
from app.settings import Settings

_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}
# Where the desktop does not follow.
_COLORS = {
    "light": {
        "Window": "#f5f5f6",
        "WindowText": "#1c1d1f",
        "Base": "#ffffff",
        "AlternateBase": "#f1f1f3",
        "Text": "#1c1d1f",
        "PlaceholderText": "#6b6f76",
        "Button": "#fbfbfc",
        "ButtonText": "#1c1d1f",
        "BrightText": "#ffffff",
        "ToolTipBase": "#2b2d30",
        "ToolTipText": "#f2f3f5",
        "Highlight": "#1f66d1",
        "HighlightedText": "#ffffff",
        "Link": "#1a5bbf",
        "LinkVisited": "#6b46b3",
        "Light": "#ffffff",
        "Midlight": "#ececef",
        "Mid": "#b9bbc0",
        "Dark": "#9b9da3",
        "Shadow": "#6e7076",
        "Accent": "#1f66d1",
    },
    "dark": {
        "Window": "#1f2023",
        "WindowText": "#e6e7ea",
        "Base": "#292b2f",
        "AlternateBase": "#2e3035",
        "Text": "#e6e7ea",
        "PlaceholderText": "#9a9da4",
        "Button": "#3a3d43",
        "ButtonText": "#e6e7ea",
        "BrightText": "#ffffff",
        "ToolTipBase": "#3a3c41",
        "ToolTipText": "#f2f3f5",
        "Highlight": "#3b7de0",
        "HighlightedText": "#ffffff",
        "Link": "#7fb0ff",
        "LinkVisited": "#c0a5f5",
        "Light": "#54575e",
        "Midlight": "#45484e",
        "Mid": "#34373c",
        "Dark": "#17181a",
        "Shadow": "#0c0c0d",
        "Accent": "#3b7de0",
    },
}
_HALF = 128  # of lightness
_DISABLED = {"light": "#9a9da4", "dark": "#6f7278"}


class Appearance:
    """Applies what the settings say, again whenever they change."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._palette = QPalette(application.palette())
        self._font = QFont(application.font())
        self._translators: list[QTranslator] = []
        self._theme = "system"
        self.language = ""

    def apply(self, settings: Settings) -> bool:
        """Take the settings; returns whether windows have to be made anew."""
        resized = self._apply_text_size(settings["appearance.text_percent"])
        self._apply_theme(settings["appearance.theme"])
        return self._apply_language(settings["appearance.language"]) or resized

    def _apply_text_size(self, percent: int) -> bool:
        font = QFont(self._font)
        if font.pointSizeF() > 0:
            font.setPointSizeF(self._font.pointSizeF() * percent / 100)
        else:
            font.setPixelSize(round(self._font.pixelSize() * percent / 100))
        if font == self._application.font():
            return False
        self._application.setFont(font)
        return True

    def _apply_theme(self, theme: str) -> None:
        if theme == self._theme:
            return
        self._theme = theme
        hints = self._application.styleHints()
        hints.setColorScheme(_SCHEMES[theme])
        if theme == "system":
            self._application.setPalette(self._palette)
            return
        self._application.setPalette(QPalette())
        color = self._application.palette().color(QPalette.ColorRole.Window)
        is_dark = color.lightness() < _HALF
        if hints.colorScheme() != _SCHEMES[theme] or is_dark != (theme == "dark"):
            # The desktop has no colour schemes that a program could ask for.
            self._application.setPalette(_palette(theme))

    def _apply_language(self, language: str) -> bool:
        if language == "system":
            language = QLocale.system().name()[:2]
        folder = resources_dir() / "translations"
        if not (folder / f"genericrag_{language}.qm").is_file():
            language = "en"  # the texts in the code have no singular
        if language == self.language:
            return False
        self.language = language
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators.clear()
        # Numbers and dates as the language has them, unless the system has its own way of it.
        system = QLocale.system()
        QLocale.setDefault(system if system.name()[:2] == language else QLocale(language))
        own = folder / f"genericrag_{language}.qm"
        # Qt's own texts, such as those of standard buttons.
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for file in (qt / f"qtbase_{language}.qm", own):
            translator = QTranslator(self._application)
            if file.is_file() and translator.load(str(file)):
                self._application.installTranslator(translator)
                self._translators.append(translator)
        return True


def _palette(theme: str) -> QPalette:
    palette = QPalette()
    for role, color in _COLORS[theme].items():
        palette.setColor(getattr(QPalette.ColorRole, role), QColor(color))
    for role in ("WindowText", "Text", "ButtonText", "PlaceholderText"):
        palette.setColor(
            QPalette.ColorGroup.Disabled,
            getattr(QPalette.ColorRole, role),
            QColor(_DISABLED[theme]),
        )
    return palette
