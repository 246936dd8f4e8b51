CREATE TABLE programme (
    event TEXT NOT NULL,
    begin TEXT NOT NULL,
    month TEXT NOT NULL,
    edtf TEXT NOT NULL,
    zone TEXT NOT NULL,
    theme TEXT NOT NULL,
    title TEXT NOT NULL,
    theme_title TEXT NOT NULL,
    attended INTEGER,
    called_off INTEGER NOT NULL DEFAULT 0 CHECK (called_off IN (0, 1)),
    PRIMARY KEY (event, begin)
) STRICT, WITHOUT ROWID;
