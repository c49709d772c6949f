-- What a user keeps about searches. Apart from the other tables, since these are never made anew:
-- an index of another version of the program leaves them as they are.

-- Every content that ever came into the library, in that order: what is new to a saved search.
CREATE TABLE IF NOT EXISTS arrivals (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL UNIQUE
);
CREATE TRIGGER IF NOT EXISTS note_arrival AFTER INSERT ON documents BEGIN
    INSERT OR IGNORE INTO arrivals (document) VALUES (NEW.hash);
END;
INSERT OR IGNORE INTO arrivals (document)
    SELECT hash FROM documents WHERE NOT EXISTS (SELECT 1 FROM arrivals);

-- seen: the number of the last arrival when somebody last looked at it.
CREATE TABLE IF NOT EXISTS saved_searches (
    name   TEXT PRIMARY KEY,
    query  TEXT NOT NULL,
    seen   INTEGER NOT NULL,
    looked REAL NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS search_history (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    query  TEXT NOT NULL UNIQUE,
    at     REAL NOT NULL
);
