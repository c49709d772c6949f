-- While the model is being changed: the documents that the new model has embedded already.
-- terms: as in documents, but of the new model; NULL while the document's points are being
-- written. passages: how many points that are. places: where its copies stood then.
CREATE TABLE IF NOT EXISTS next_documents (
    document TEXT PRIMARY KEY,
    terms    BLOB,
    passages INTEGER NOT NULL DEFAULT 0,
    places   TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

-- As terms, of the new model.
CREATE TABLE IF NOT EXISTS next_terms (
    term     INTEGER PRIMARY KEY,
    passages INTEGER NOT NULL
);
