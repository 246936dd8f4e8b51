CREATE TABLE entry (
    n INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    place INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    titles TEXT NOT NULL
) STRICT;
CREATE TABLE occurrence (
    event TEXT NOT NULL,
    id INTEGER NOT NULL,
    earliest INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    visible_until INTEGER NOT NULL,
    status TEXT NOT NULL
) STRICT;
CREATE INDEX occurrence_event ON occurrence (event);
CREATE INDEX entry_ends ON entry (ends);
CREATE VIRTUAL TABLE title USING fts5(
    terms, content = '', tokenize = 'ascii', prefix = '1 2 3 4 5', detail = none, columnsize = 0
);
CREATE VIRTUAL TABLE whole USING fts5(
    terms, content = '', tokenize = 'ascii', prefix = '1 2 3 4 5', detail = none, columnsize = 0
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab('whole', 'row');
CREATE TABLE facet (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    untils BLOB NOT NULL,
    entries BLOB NOT NULL,
    PRIMARY KEY (kind, value)
) STRICT;
