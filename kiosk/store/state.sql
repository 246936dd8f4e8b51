CREATE TABLE generation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE pack (
    generation INTEGER NOT NULL REFERENCES generation ON DELETE CASCADE,
    position INTEGER NOT NULL,
    publisher TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    version INTEGER NOT NULL,
    short_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    length INTEGER NOT NULL,
    events INTEGER NOT NULL,
    themes TEXT NOT NULL,
    languages TEXT NOT NULL,
    hosts TEXT NOT NULL,
    updated TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    fresh_until INTEGER NOT NULL,
    root INTEGER NOT NULL,
    rank INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (generation, publisher)
) STRICT;
CREATE TABLE current (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    generation INTEGER NOT NULL REFERENCES generation,
    previous INTEGER REFERENCES generation
) STRICT;
CREATE TABLE trusted (
    publisher TEXT PRIMARY KEY,
    generation INTEGER NOT NULL REFERENCES generation,
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE floor (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    last_seen INTEGER NOT NULL
) STRICT;
CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
INSERT INTO floor VALUES (1, 0);
