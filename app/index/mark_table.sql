-- What the user said of hits: whether they answer a query. page: its number from 1, 0 where there
-- is none. The file is known by its path, so that a mark outlives a change of its content.
CREATE TABLE IF NOT EXISTS marks (
    query    TEXT NOT NULL,
    path     TEXT NOT NULL,
    page     INTEGER NOT NULL,
    is_right INTEGER NOT NULL,
    PRIMARY KEY (query, path, page)
) WITHOUT ROWID;
