CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- The folders and files the user asked for.
CREATE TABLE roots (
    path  TEXT PRIMARY KEY,
    added REAL NOT NULL
) WITHOUT ROWID;

-- One row a file seen. state: 'indexed' or 'failed'; document: NULL unless indexed.
CREATE TABLE files (
    id             INTEGER PRIMARY KEY,
    path           TEXT NOT NULL UNIQUE,
    type           TEXT NOT NULL,
    size           INTEGER NOT NULL,
    mtime_ns       INTEGER NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('indexed', 'failed')),
    document       TEXT REFERENCES documents (hash),
    reason         TEXT NOT NULL DEFAULT '',
    detail         TEXT NOT NULL DEFAULT '',
    hint           TEXT NOT NULL DEFAULT '',
    reader_version INTEGER NOT NULL
);
CREATE INDEX files_by_document ON files (document);

-- One row a content: copies of a file share it. terms: the sparse terms of its passages and in
-- how many of them each occurs, so that removing it keeps the statistics right.
CREATE TABLE documents (
    hash               TEXT PRIMARY KEY,
    type               TEXT NOT NULL,
    title              TEXT NOT NULL,
    pages              INTEGER NOT NULL,
    pages_without_text INTEGER NOT NULL,
    terms              BLOB NOT NULL
) WITHOUT ROWID;

-- number: from 1; 0 for the whole text of a file without pages.
CREATE TABLE pages (
    document TEXT NOT NULL REFERENCES documents (hash) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    text     TEXT NOT NULL,
    words    BLOB NOT NULL,
    PRIMARY KEY (document, number)
);

CREATE TABLE passages (
    key      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (hash) ON DELETE CASCADE,
    page     INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    heading  TEXT NOT NULL,
    language TEXT NOT NULL
);
CREATE INDEX passages_by_document ON passages (document);
CREATE INDEX passages_by_language ON passages (language);

-- rowid: passages.key
CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE words_vocabulary USING fts5vocab (words, row);

-- In how many passages each sparse term occurs.
CREATE TABLE terms (
    term     INTEGER PRIMARY KEY,
    passages INTEGER NOT NULL
);

-- Documents being written to the vector store right now; what is left here after a crash is
-- removed from the store before anything else.
CREATE TABLE work (
    document TEXT PRIMARY KEY
) WITHOUT ROWID;
