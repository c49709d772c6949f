"""Which settings stand on which page, under which heading."""

from dataclasses import dataclass

from app.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Section:
    """Settings below one heading; title: marked for translation in the context "Settings"."""

    title: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A page of the settings; name: stable, for links to it."""

    name: str
    title: str
    sections: tuple[Section, ...] = ()


PAGES: tuple[Page, ...] = (
    Page(
        "appearance",
        QT_TRANSLATE_NOOP("Settings", "Appearance"),
        (
            Section(
                "",
                (
                    "appearance.theme",
                    "appearance.language",
                    "appearance.text_percent",
                    "appearance.tray",
                ),
            ),
        ),
    ),
    Page(
        "model",
        QT_TRANSLATE_NOOP("Settings", "Model"),
        (
            Section(
                QT_TRANSLATE_NOOP("Settings", "Running the model"),
                ("model.device", "model.precision", "model.idle_minutes"),
            ),
        ),
    ),
    Page(
        "folders",
        QT_TRANSLATE_NOOP("Settings", "Folders and files"),
        (
            Section(
                QT_TRANSLATE_NOOP("Settings", "Folders"),
                ("folders.exclude", "folders.watch", "folders.rescan_minutes"),
            ),
            Section(
                QT_TRANSLATE_NOOP("Settings", "Indexing in the background"),
                ("indexing.battery_percent", "indexing.busy_percent"),
            ),
            Section(
                QT_TRANSLATE_NOOP("Settings", "Reading files"),
                (
                    "reading.max_file_mb",
                    "reading.max_text_mb",
                    "reading.seconds_per_file",
                    "reading.memory_mb",
                    "reading.processes",
                ),
            ),
        ),
    ),
    Page(
        "recognition",
        QT_TRANSLATE_NOOP("Settings", "Languages and text recognition"),
        (
            Section(
                QT_TRANSLATE_NOOP("Settings", "Text recognition"),
                (
                    "ocr.enabled",
                    "ocr.engine",
                    "ocr.languages",
                    "ocr.most_pages",
                    "ocr.seconds_per_page",
                    "ocr.memory_mb",
                ),
            ),
        ),
    ),
    Page(
        "search",
        QT_TRANSLATE_NOOP("Settings", "Search"),
        (
            Section(
                QT_TRANSLATE_NOOP("Settings", "Weights in Smart"),
                ("search.alpha", "search.beta", "search.gamma"),
            ),
            Section(QT_TRANSLATE_NOOP("Settings", "Thoroughness"), ("search.candidates",)),
            Section(QT_TRANSLATE_NOOP("Settings", "Earlier searches"), ("search.history",)),
        ),
    ),
    Page(
        "storage",
        QT_TRANSLATE_NOOP("Settings", "Cache and disk"),
        (
            Section(
                QT_TRANSLATE_NOOP("Settings", "Limits"),
                (
                    "cache.enabled",
                    "cache.embeddings_mb",
                    "cache.page_images_mb",
                    "cache.queries",
                    "cache.query_seconds",
                ),
            ),
        ),
    ),
    Page("keys", QT_TRANSLATE_NOOP("Settings", "Keyboard")),
    Page("privacy", QT_TRANSLATE_NOOP("Settings", "Privacy")),
    Page(
        "advanced",
        QT_TRANSLATE_NOOP("Settings", "Advanced"),
        (
            Section(
                QT_TRANSLATE_NOOP("Settings", "Model"),
                (
                    "model.folder",
                    "model.endpoint",
                    "model.batch_tokens",
                    "model.batch_size",
                    "model.dense_dimension",
                    "model.multi_vector_count",
                ),
            ),
            Section(
                QT_TRANSLATE_NOOP("Settings", "Model server"),
                ("model.server_url", "model.server_key", "model.server_timeout"),
            ),
            Section(
                QT_TRANSLATE_NOOP("Settings", "Vector store"),
                (
                    "store.engine",
                    "store.url",
                    "store.api_key",
                    "store.collection",
                    "store.timeout_seconds",
                ),
            ),
            Section(
                QT_TRANSLATE_NOOP("Settings", "When something fails"),
                (
                    "resilience.max_retries",
                    "resilience.retry_delay",
                    "resilience.breaker_threshold",
                    "resilience.breaker_cool_down",
                ),
            ),
            Section(
                QT_TRANSLATE_NOOP("Settings", "Page images"),
                ("pages.seconds_per_page", "pages.pdftoppm_folder", "pages.libreoffice"),
            ),
        ),
    ),
)
