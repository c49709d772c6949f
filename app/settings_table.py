"""Every setting there is: the settings file, the environment and the dialogs come from here."""

from app.errors import QT_TRANSLATE_NOOP
from app.setting import AUTO, Setting
from app.settings_table_files import FILES

TABLE: tuple[Setting, ...] = (
    Setting(
        "model.folder",
        "",
        QT_TRANSLATE_NOOP("Setting", "Model folder"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "The name of a model that was imported or downloaded, or the path of a folder in"
            " BGE-M3's"
            " format; empty for the compact model that comes with the program.",
        ),
        env="BGE_M3_MODEL_NAME",
    ),
    Setting(
        "model.endpoint",
        "https://huggingface.co",
        QT_TRANSLATE_NOOP("Setting", "Model hub"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Where BGE-M3 is downloaded from when you ask for it; a mirror's address works too.",
        ),
        env="HF_ENDPOINT",
    ),
    Setting(
        "model.device",
        "auto",
        QT_TRANSLATE_NOOP("Setting", "Run the model on"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Automatic: the graphics card if it can be used, else the processor.",
        ),
        choices=("auto", "cpu", "cuda", "mps"),
    ),
    Setting(
        "model.precision",
        "auto",
        QT_TRANSLATE_NOOP("Setting", "Precision"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Automatic: the fastest that this machine has; float32 gives FlagEmbedding's very"
            " numbers.",
        ),
        choices=("auto", "float32", "bfloat16", "float16"),
    ),
    Setting(
        "model.batch_tokens",
        2048,
        QT_TRANSLATE_NOOP("Setting", "Tokens a batch"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "How much text goes through the model at once on the processor; "
            "a graphics card's batch follows its free memory.",
        ),
        low=64,
        high=65536,
    ),
    Setting(
        "model.batch_size",
        0,
        QT_TRANSLATE_NOOP("Setting", "Texts a batch"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Most texts that go through the model at once, on top of the limit in tokens; "
            "0: as many as that limit allows.",
        ),
        env="BGE_M3_BATCH_SIZE",
        low=0,
        high=4096,
    ),
    Setting(
        "model.dense_dimension",
        0,
        QT_TRANSLATE_NOOP("Setting", "Length of the dense vector"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "What the model must have, 1024 for BGE-M3; another model is refused. 0: any.",
        ),
        env="BGE_M3_DENSE_DIMENSION",
        low=0,
        high=65536,
    ),
    Setting(
        "model.idle_minutes",
        30.0,
        QT_TRANSLATE_NOOP("Setting", "Unload the model after"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Minutes without a search after which the window gives the model's memory back; 0:"
            " never.",
        ),
        low=0,
        high=10_000,
    ),
    Setting(
        "model.server_url",
        "",
        QT_TRANSLATE_NOOP("Setting", "Model server"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Address of a model server (genericrag serve-model) that embeds instead of this"
            " machine."
            " Texts of your documents and queries are sent there.",
        ),
        env="BGE_M3_MODEL_URL",
    ),
    Setting(
        "model.server_key",
        "",
        QT_TRANSLATE_NOOP("Setting", "Key of the model server"),
        QT_TRANSLATE_NOOP("Setting", "The API key that the model server asks for."),
        env="BGE_M3_API_KEY",
        secret=True,
    ),
    Setting(
        "model.server_timeout",
        60.0,
        QT_TRANSLATE_NOOP("Setting", "Patience with the model server"),
        QT_TRANSLATE_NOOP(
            "Setting", "Seconds in which the model server must have answered a request."
        ),
        low=1,
        high=3600,
    ),
    Setting(
        "resilience.max_retries",
        3,
        QT_TRANSLATE_NOOP("Setting", "Retries"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "How often something that can pass (a server away, a busy disk) is tried again.",
        ),
        env="BGE_M3_MAX_RETRIES",
        low=0,
        high=20,
    ),
    Setting(
        "resilience.retry_delay",
        1.0,
        QT_TRANSLATE_NOOP("Setting", "First delay"),
        QT_TRANSLATE_NOOP(
            "Setting", "Seconds before the first retry; doubled from one to the next."
        ),
        env="BGE_M3_RETRY_DELAY",
        low=0,
        high=60,
    ),
    Setting(
        "resilience.breaker_threshold",
        5,
        QT_TRANSLATE_NOOP("Setting", "Failures that open the breaker"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "After so many failures in a row the model, server or disk is left alone for a while.",
        ),
        env="BGE_M3_CIRCUIT_BREAKER_THRESHOLD",
        low=1,
        high=1000,
    ),
    Setting(
        "resilience.breaker_cool_down",
        30.0,
        QT_TRANSLATE_NOOP("Setting", "Cool-down"),
        QT_TRANSLATE_NOOP(
            "Setting", "Seconds for which it is left alone before one attempt may decide."
        ),
        env="BGE_M3_CIRCUIT_BREAKER_COOL_DOWN",
        low=0,
        high=3600,
    ),
    Setting(
        "model.multi_vector_count",
        0,
        QT_TRANSLATE_NOOP("Setting", "Token vectors a passage"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "The most token vectors that are kept of a passage; those alike become their mean."
            " Fewer"
            " take less disk and find a little less. 0: half as many as the passage has tokens.",
        ),
        env="BGE_M3_MULTI_VECTOR_COUNT",
        low=0,
        high=8192,
    ),
    Setting(
        "search.candidates",
        200,  # of 100,000 passages 100 miss 3 % of the true top 10, 200 none (benchmarks/scale.py)
        QT_TRANSLATE_NOOP("Setting", "Candidates a phase"),
        QT_TRANSLATE_NOOP(
            "Setting", "How many passages each of the first phases hands on to exact scoring."
        ),
        low=10,
        high=1000,
    ),
    Setting(
        "search.history",
        200,
        QT_TRANSLATE_NOOP("Setting", "Searches to remember"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "How many of your last searches are kept, on this computer only; 0: none, and those"
            " that were kept are not shown.",
        ),
        low=0,
        high=10_000,
    ),
    Setting(
        "store.engine",
        "",
        QT_TRANSLATE_NOOP("Setting", "Vector store"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "edge, local or server; empty for a server when its address is set, else edge.",
        ),
    ),
    Setting(
        "store.url",
        "",
        QT_TRANSLATE_NOOP("Setting", "Vector server"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Address of a Qdrant server; vectors of your passages go there. Empty: this computer.",
        ),
        env="QDRANT_URL",
    ),
    Setting(
        "store.api_key",
        "",
        QT_TRANSLATE_NOOP("Setting", "Key of the vector server"),
        QT_TRANSLATE_NOOP("Setting", "API key of the Qdrant server, if it asks for one."),
        env="QDRANT_API_KEY",
    ),
    Setting(
        "store.collection",
        "genericrag",
        QT_TRANSLATE_NOOP("Setting", "Collection"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "What the names of this library's collections on the Qdrant server begin with; the"
            " model's"
            " fingerprint follows.",
        ),
        env="QDRANT_COLLECTION_NAME",
    ),
    Setting(
        "store.timeout_seconds",
        30,
        QT_TRANSLATE_NOOP("Setting", "Patience with the server"),
        QT_TRANSLATE_NOOP("Setting", "Seconds the vector server may take to answer one request."),
        low=1,
        high=600,
    ),
    Setting(
        "search.alpha",
        AUTO,
        QT_TRANSLATE_NOOP("Setting", "Weight of meaning"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "What dense vectors count in Smart; automatic: what suits the model and the query.",
        ),
        low=0,
        high=100,
    ),
    Setting(
        "search.beta",
        AUTO,
        QT_TRANSLATE_NOOP("Setting", "Weight of words"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "What sparse vectors count in Smart; automatic: what suits the model and the query.",
        ),
        low=0,
        high=100,
    ),
    Setting(
        "search.gamma",
        AUTO,
        QT_TRANSLATE_NOOP("Setting", "Weight of precision"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "What token vectors count in Smart; automatic: what suits the model and the query.",
        ),
        low=0,
        high=100,
    ),
    Setting(
        "cache.enabled",
        True,
        QT_TRANSLATE_NOOP("Setting", "Keep embeddings"),
        QT_TRANSLATE_NOOP(
            "Setting", "Text that was embedded once is not put through the model again."
        ),
        env="BGE_M3_CACHE_ENABLED",
    ),
    Setting(
        "cache.query_seconds",
        3600.0,
        QT_TRANSLATE_NOOP("Setting", "Keep queries for"),
        QT_TRANSLATE_NOOP(
            "Setting",
            "Seconds for which the embedding of a query is kept; 0: as long as there is room.",
        ),
        env="BGE_M3_CACHE_TTL",
        low=0,
        high=1e9,
    ),
    Setting(
        "cache.queries",
        10_000,
        QT_TRANSLATE_NOOP("Setting", "Queries kept"),
        QT_TRANSLATE_NOOP("Setting", "Largest number of queries whose embeddings are kept."),
        env="BGE_M3_CACHE_MAX_SIZE",
        low=1,
        high=10_000_000,
    ),
    Setting(
        "cache.embeddings_mb",
        2048,
        QT_TRANSLATE_NOOP("Setting", "Embedding cache"),
        QT_TRANSLATE_NOOP("Setting", "Largest size of the embedding cache, in megabytes."),
        low=16,
        high=1_000_000,
    ),
    Setting(
        "cache.page_images_mb",
        512,
        QT_TRANSLATE_NOOP("Setting", "Page image cache"),
        QT_TRANSLATE_NOOP("Setting", "Largest size of the page image cache, in megabytes."),
        low=16,
        high=100_000,
    ),
    *FILES,
)
