"""Logging to a file of bounded size in the data directory."""

import logging
import logging.handlers

from app.paths import DataDirs


def set_up_log(dirs: DataDirs, name: str = "genericrag") -> None:
    """Send all records of level INFO and above to the log file of this data directory."""
    dirs.data.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        dirs.log, maxBytes=2_000_000, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(
        logging.Formatter(f"%(asctime)s {name} %(levelname)s %(name)s: %(message)s")
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
