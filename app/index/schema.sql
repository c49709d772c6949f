CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- The folders and files the user asked for. online: whether the last look reached it; mount: the
-- mount point it was on then; excluded: entries left out by rule; include, exclude: patterns in
-- gitignore's syntax, one a line.
CREATE TABLE roots (
    path     TEXT PRIMARY KEY,
    added    REAL NOT NULL,
    online   INTEGER NOT NULL DEFAULT 1,
    paused   INTEGER NOT NULL DEFAULT 0,
    mount    TEXT NOT NULL DEFAULT '',
    excluded INTEGER NOT NULL DEFAULT 0,
    include  TEXT NOT NULL DEFAULT '',
    exclude  TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

-- One row a file seen, and one a member of a container such as a mail or an archive. state:
-- 'waiting' until it was read for the first time, then 'indexed' or 'failed'; document: NULL unless
-- it was read. A scan whose pages all wait for text recognition is 'waiting' or, when that will not
-- be done, 'failed' with its document; inode: 0 where the system tells none; container: path of the file that a member is in,
-- '' for files; locator: the way to it there.
CREATE TABLE files (
    id             INTEGER PRIMARY KEY,
    path           TEXT NOT NULL UNIQUE,
    type           TEXT NOT NULL,
    size           INTEGER NOT NULL,
    mtime_ns       INTEGER NOT NULL,
    inode          INTEGER NOT NULL DEFAULT 0,
    state          TEXT NOT NULL CHECK (state IN ('waiting', 'indexed', 'failed')),
    document       TEXT REFERENCES documents (hash),
    reason         TEXT NOT NULL DEFAULT '',
    detail         TEXT NOT NULL DEFAULT '',
    hint           TEXT NOT NULL DEFAULT '',
    reader_version INTEGER NOT NULL,
    container      TEXT NOT NULL DEFAULT '',
    locator        TEXT NOT NULL DEFAULT ''
);
CREATE INDEX files_by_container ON files (container) WHERE container != '';
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
-- A search needs the type of some hundred documents; their rows are long.
CREATE INDEX IF NOT EXISTS documents_by_type ON documents (hash, type);

-- part: from 0; number: of a page or slide, from 1, NULL for sheets, chapters and whole texts.
-- recognition: 'waiting' while a picture on it waits for text recognition, the reason when that
-- failed, else ''.
CREATE TABLE pages (
    document TEXT NOT NULL REFERENCES documents (hash) ON DELETE CASCADE,
    part     INTEGER NOT NULL,
    number   INTEGER,
    text     TEXT NOT NULL,
    words    BLOB NOT NULL,
    recognition TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (document, part)
);
-- For conditions on pages, whose rows are long.
CREATE INDEX IF NOT EXISTS pages_by_number ON pages (document, part, number);
CREATE INDEX pages_unrecognised ON pages (document) WHERE recognition != '';

-- place_kind, place: where it stands for a person: "sheet", "Umsatz A1:F40".
-- tail_start, tail_end: the rest of its last sentence in the next page's text, 0 for none.
CREATE TABLE passages (
    key        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    document   TEXT NOT NULL REFERENCES documents (hash) ON DELETE CASCADE,
    part       INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    heading    TEXT NOT NULL,
    language   TEXT NOT NULL,
    place_kind TEXT NOT NULL,
    place      TEXT NOT NULL,
    tail_start INTEGER NOT NULL,
    tail_end   INTEGER NOT NULL
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
