"""Names of languages, in English and in German."""

from app.errors import QT_TRANSLATE_NOOP
from app.index.words import folded

# code -> English name, German name. The English one is translated where it is shown.
_NAMES = {
    "ar": (QT_TRANSLATE_NOOP("Language", "Arabic"), "Arabisch"),
    "bg": (QT_TRANSLATE_NOOP("Language", "Bulgarian"), "Bulgarisch"),
    "bn": (QT_TRANSLATE_NOOP("Language", "Bengali"), "Bengalisch"),
    "ca": (QT_TRANSLATE_NOOP("Language", "Catalan"), "Katalanisch"),
    "cs": (QT_TRANSLATE_NOOP("Language", "Czech"), "Tschechisch"),
    "da": (QT_TRANSLATE_NOOP("Language", "Danish"), "Dänisch"),
    "de": (QT_TRANSLATE_NOOP("Language", "German"), "Deutsch"),
    "el": (QT_TRANSLATE_NOOP("Language", "Greek"), "Griechisch"),
    "en": (QT_TRANSLATE_NOOP("Language", "English"), "Englisch"),
    "es": (QT_TRANSLATE_NOOP("Language", "Spanish"), "Spanisch"),
    "et": (QT_TRANSLATE_NOOP("Language", "Estonian"), "Estnisch"),
    "fa": (QT_TRANSLATE_NOOP("Language", "Persian"), "Persisch"),
    "fi": (QT_TRANSLATE_NOOP("Language", "Finnish"), "Finnisch"),
    "fr": (QT_TRANSLATE_NOOP("Language", "French"), "Französisch"),
    "he": (QT_TRANSLATE_NOOP("Language", "Hebrew"), "Hebräisch"),
    "hi": (QT_TRANSLATE_NOOP("Language", "Hindi"), "Hindi"),
    "hr": (QT_TRANSLATE_NOOP("Language", "Croatian"), "Kroatisch"),
    "hu": (QT_TRANSLATE_NOOP("Language", "Hungarian"), "Ungarisch"),
    "id": (QT_TRANSLATE_NOOP("Language", "Indonesian"), "Indonesisch"),
    "is": (QT_TRANSLATE_NOOP("Language", "Icelandic"), "Isländisch"),
    "it": (QT_TRANSLATE_NOOP("Language", "Italian"), "Italienisch"),
    "ja": (QT_TRANSLATE_NOOP("Language", "Japanese"), "Japanisch"),
    "ko": (QT_TRANSLATE_NOOP("Language", "Korean"), "Koreanisch"),
    "lt": (QT_TRANSLATE_NOOP("Language", "Lithuanian"), "Litauisch"),
    "lv": (QT_TRANSLATE_NOOP("Language", "Latvian"), "Lettisch"),
    "mk": (QT_TRANSLATE_NOOP("Language", "Macedonian"), "Mazedonisch"),
    "ms": (QT_TRANSLATE_NOOP("Language", "Malay"), "Malaiisch"),
    "nl": (QT_TRANSLATE_NOOP("Language", "Dutch"), "Niederländisch"),
    "no": (QT_TRANSLATE_NOOP("Language", "Norwegian"), "Norwegisch"),
    "pl": (QT_TRANSLATE_NOOP("Language", "Polish"), "Polnisch"),
    "pt": (QT_TRANSLATE_NOOP("Language", "Portuguese"), "Portugiesisch"),
    "ro": (QT_TRANSLATE_NOOP("Language", "Romanian"), "Rumänisch"),
    "ru": (QT_TRANSLATE_NOOP("Language", "Russian"), "Russisch"),
    "sk": (QT_TRANSLATE_NOOP("Language", "Slovak"), "Slowakisch"),
    "sl": (QT_TRANSLATE_NOOP("Language", "Slovenian"), "Slowenisch"),
    "sr": (QT_TRANSLATE_NOOP("Language", "Serbian"), "Serbisch"),
    "sv": (QT_TRANSLATE_NOOP("Language", "Swedish"), "Schwedisch"),
    "ta": (QT_TRANSLATE_NOOP("Language", "Tamil"), "Tamil"),
    "th": (QT_TRANSLATE_NOOP("Language", "Thai"), "Thailändisch"),
    "tr": (QT_TRANSLATE_NOOP("Language", "Turkish"), "Türkisch"),
    "uk": (QT_TRANSLATE_NOOP("Language", "Ukrainian"), "Ukrainisch"),
    "ur": (QT_TRANSLATE_NOOP("Language", "Urdu"), "Urdu"),
    "vi": (QT_TRANSLATE_NOOP("Language", "Vietnamese"), "Vietnamesisch"),
    "zh": (QT_TRANSLATE_NOOP("Language", "Chinese"), "Chinesisch"),
}
_CODES = {folded(name): code for code, names in _NAMES.items() for name in names}


def language_name(code: str) -> str:
    """The English name of a language; the code itself when it is none of ours."""
    return _NAMES[code][0] if code in _NAMES else code


def german_name(code: str) -> str:
    """The German name of a language; the code itself when it is none of ours."""
    return _NAMES[code][1] if code in _NAMES else code


def language_code(text: str) -> str:
    """The code that a code or a name stands for; the folded text itself when none does."""
    plain = folded(text)
    return _CODES.get(plain, plain)
