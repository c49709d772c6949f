"""The settings about files, their reading and the window; part of the table."""

from app.errors import QT_TRANSLATE_NOOP
from app.setting import Setting

FILES: tuple[Setting, ...] = (
    Setting(
        "reading.max_file_mb",
        500,
        QT_TRANSLATE_NOOP("Setting", "Largest file"),
        QT_TRANSLATE_NOOP(
            "Setting", "Larger files are listed as too large instead of being read, in megabytes."
        ),
        low=1,
        high=100_000,
    ),
    Setting(
        "reading.max_text_mb",
        20,
        QT_TRANSLATE_NOOP("Setting", "Most text"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Files with more text are listed instead of being indexed, in millions of characters.",
        ),
        low=1,
        high=2_000,
    ),
    Setting(
        "reading.seconds_per_file",
        60.0,
        QT_TRANSLATE_NOOP("Setting", "Patience with a file"),
        QT_TRANSLATE_NOOP(
            "Setting", "Seconds after which reading a file that shows no sign of life is given up."
        ),
        low=1,
        high=3600,
    ),
    Setting(
        "reading.memory_mb",
        1500,
        QT_TRANSLATE_NOOP("Setting", "Memory for a file"),
        QT_TRANSLATE_NOOP(
            "Setting", "A file whose reading takes more memory is given up, in megabytes."
        ),
        low=200,
        high=100_000,
    ),
    Setting(
        "reading.processes",
        0,
        QT_TRANSLATE_NOOP("Setting", "Readers at once"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "How many files are read at the same time; 0 lets the number of processors decide.",
        ),
        low=0,
        high=16,
    ),
    Setting(
        "ocr.enabled",
        True,
        QT_TRANSLATE_NOOP("Setting", "Recognise text"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Read scans and photos by text recognition, once everything else is searchable.",
        ),
    ),
    Setting(
        "ocr.engine",
        "rapidocr",
        QT_TRANSLATE_NOOP("Setting", "Recognise with"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "rapidocr comes with the program: Latin script, Chinese and Japanese. tesseract has to"
            " be installed, with tesserocr; it knows other scripts, too.",
        ),
        choices=("rapidocr", "tesseract"),
    ),
    Setting(
        "ocr.languages",
        "deu+eng+fra",
        QT_TRANSLATE_NOOP("Setting", "Languages of tesseract"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Its codes of the languages to recognise, with + between; rapidocr needs none.",
        ),
    ),
    Setting(
        "ocr.most_pages",
        300,
        QT_TRANSLATE_NOOP("Setting", "Pages to recognise"),
        QT_TRANSLATE_NOOP(
            "Setting", "Scans with more pages are listed instead: a page takes some five seconds."
        ),
        low=1,
        high=10_000,
    ),
    Setting(
        "ocr.seconds_per_page",
        180.0,
        QT_TRANSLATE_NOOP("Setting", "Patience with a page"),
        QT_TRANSLATE_NOOP("Setting", "Seconds after which recognising a page is given up."),
        low=5,
        high=3600,
    ),
    Setting(
        "ocr.memory_mb",
        4000,
        QT_TRANSLATE_NOOP("Setting", "Memory for recognition"),
        QT_TRANSLATE_NOOP(
            "Setting", "Text recognition that takes more memory is given up, in megabytes."
        ),
        low=1000,
        high=100_000,
    ),
    Setting(
        "folders.exclude",
        "",
        QT_TRANSLATE_NOOP("Setting", "Never index"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Patterns of files and folders to leave out, as in .gitignore, separated by"
            " semicolons.",
        ),
    ),
    Setting(
        "folders.watch",
        True,
        QT_TRANSLATE_NOOP("Setting", "Follow changes"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Folders are watched while the window is open, and what changed is indexed by itself.",
        ),
    ),
    Setting(
        "folders.rescan_minutes",
        15.0,
        QT_TRANSLATE_NOOP("Setting", "Look through all folders every"),
        QT_TRANSLATE_NOOP(
            "Setting", "Minutes between two looks, for drives that do not report changes; 0: never."
        ),
        low=0,
        high=10_000,
    ),
    Setting(
        "indexing.battery_percent",
        30,
        QT_TRANSLATE_NOOP("Setting", "Pause on battery below"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "The window stops indexing when not plugged in and with less charge, in percent; 0:"
            " never.",
        ),
        low=0,
        high=100,
    ),
    Setting(
        "indexing.busy_percent",
        0,
        QT_TRANSLATE_NOOP("Setting", "Pause when others need"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "The window stops indexing while other programs use more of the machine; 0: never.",
        ),
        low=0,
        high=100,
    ),
    Setting(
        "pages.seconds_per_page",
        20.0,
        QT_TRANSLATE_NOOP("Setting", "Patience with a page"),
        QT_TRANSLATE_NOOP(
            "Setting", "Seconds after which drawing the picture of a page is given up."
        ),
        low=1,
        high=600,
    ),
    Setting(
        "pages.pdftoppm_folder",
        "",
        QT_TRANSLATE_NOOP("Setting", "Folder of pdftoppm"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Where poppler's pdftoppm lies if it is not on the search path; not required.",
        ),
    ),
    Setting(
        "pages.libreoffice",
        "",
        QT_TRANSLATE_NOOP("Setting", "LibreOffice"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Its program or folder if it is not found by itself; it draws the pages of Office"
            " files. Not required.",
        ),
    ),
    Setting(
        "appearance.theme",
        "system",
        QT_TRANSLATE_NOOP("Setting", "Theme"),
        QT_TRANSLATE_NOOP("Setting", "Light or dark, or as the system has it."),
        choices=("system", "light", "dark"),
    ),
    Setting(
        "appearance.language",
        "system",
        QT_TRANSLATE_NOOP("Setting", "Language"),
        QT_TRANSLATE_NOOP("Setting", "Of menus and messages; documents are found in any language."),
        env="GENERICRAG_LANGUAGE",
        choices=("system", "en", "de"),
    ),
    Setting(
        "appearance.text_percent",
        100,
        QT_TRANSLATE_NOOP("Setting", "Text size"),
        QT_TRANSLATE_NOOP("Setting", "In percent of the system's own size."),
        low=75,
        high=200,
    ),
    Setting(
        "appearance.tray",
        False,
        QT_TRANSLATE_NOOP("Setting", "Icon in the notification area"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Closing the window leaves the program there, and it goes on indexing; Quit ends it.",
        ),
    ),
)
