"""The archive's tables, as numbered migrations: each brings an archive from one version to the next, and never changes.

Names of lists are found by ``listing_key``, which holds what `firsthand.names.keys` makes of each name: where that
changes, a migration has to empty it and have it made anew.
"""

APPLICATION = 0x46485244  # "FHRD", which tells an archive from any other SQLite file

_SANCTIONS = """
CREATE TABLE list (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    published TEXT,
    imported_at TEXT NOT NULL,
    entries INTEGER NOT NULL DEFAULT 0,
    names INTEGER NOT NULL DEFAULT 0,
    aliases INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE listing (
    id INTEGER PRIMARY KEY,
    list INTEGER NOT NULL REFERENCES list ON DELETE CASCADE,
    entry TEXT NOT NULL,
    kind TEXT NOT NULL,
    programs TEXT NOT NULL,
    authorities TEXT NOT NULL,
    countries TEXT NOT NULL,
    listed TEXT,
    delisted TEXT,
    remarks TEXT,
    UNIQUE (list, entry)
);
CREATE TABLE listing_name (
    id INTEGER PRIMARY KEY,
    listing INTEGER NOT NULL REFERENCES listing ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('name', 'alias', 'weak alias')),
    name TEXT NOT NULL
);
CREATE INDEX listing_name_listing ON listing_name (listing);
CREATE TABLE listing_key (
    key TEXT NOT NULL,
    name INTEGER NOT NULL REFERENCES listing_name ON DELETE CASCADE,
    PRIMARY KEY (key, name)
) WITHOUT ROWID;
CREATE INDEX listing_key_name ON listing_key (name);
CREATE VIEW sanctions AS
    SELECT
        list.name AS list,
        listing.entry AS entry,
        listing.kind AS kind,
        (SELECT name FROM listing_name AS one WHERE one.listing = listing.id AND role = 'name') AS name,
        (SELECT group_concat(name, '; ') FROM listing_name AS one WHERE one.listing = listing.id AND role <> 'name')
            AS other_names,
        listing.programs AS programs,
        listing.authorities AS authorities,
        listing.countries AS countries,
        listing.listed AS listed,
        listing.delisted AS delisted,
        listing.remarks AS remarks
    FROM listing JOIN list ON list.id = listing.list;
"""

MIGRATIONS = (_SANCTIONS,)
