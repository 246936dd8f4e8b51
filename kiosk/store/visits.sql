CREATE TABLE count (
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    which TEXT NOT NULL,
    number INTEGER NOT NULL,
    told INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, what, which)
) STRICT, WITHOUT ROWID;
