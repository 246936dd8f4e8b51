CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    kind TEXT NOT NULL,
    languages TEXT NOT NULL,
    paper TEXT NOT NULL,
    ink TEXT NOT NULL
) STRICT;
CREATE TABLE sheet (
    number INTEGER PRIMARY KEY,
    job INTEGER NOT NULL REFERENCES job ON DELETE CASCADE,
    subject TEXT NOT NULL,
    said TEXT NOT NULL,
    out TEXT NOT NULL DEFAULT '' CHECK (out IN ('', 'printed', 'saved', 'taken', 'down'))
) STRICT;
CREATE INDEX sheet_by_job ON sheet (job);
CREATE INDEX sheet_out ON sheet (out) WHERE out IN ('printed', 'saved');
CREATE TABLE print (
    at INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    visitor INTEGER NOT NULL CHECK (visitor IN (0, 1))
) STRICT;
CREATE TABLE counter (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL) STRICT;
INSERT INTO counter VALUES (1, 0);
