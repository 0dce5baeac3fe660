/**
 * What other tools' files bring and take: foreign material, sets on their way in, recipes of datasets and the releases
 * made from them. Foreign material is only ever added, under the uid of the row it came with, so that undoing and
 * redoing an import need not carry it.
 */
export const id = '202611211500_interchange'

export const sql = `
-- Keys, lines and elements of a format that have no place in the project; given back on export to the same format.
CREATE TABLE foreign_part (
  uid TEXT NOT NULL,
  format TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (uid, format)
) STRICT, WITHOUT ROWID;

-- Parts of a whole set (a configuration, a type system), by the format's own name for them.
CREATE TABLE foreign_set_part (
  format TEXT NOT NULL,
  name TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (format, name)
) STRICT, WITHOUT ROWID;

-- Files that were recognised as annotated data, a graph or references, looked through and waiting for the analyst's word.
CREATE TABLE import_set (
  id INTEGER PRIMARY KEY,
  format TEXT NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL,
  -- Where its files are: paths on disk and within archives.
  files TEXT NOT NULL CHECK (json_valid(files)),
  options TEXT NOT NULL CHECK (json_valid(options)),
  survey TEXT NOT NULL CHECK (json_valid(survey)),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  included INTEGER NOT NULL CHECK (included IN (0, 1))
) STRICT;

-- How a dataset is made: scope, formats, cleaning, split, identity, card. Journalled like all that a person makes.
CREATE TABLE recipe (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  made_by INTEGER NOT NULL REFERENCES person(id),
  made_how TEXT NOT NULL CHECK (made_how IN ('hand', 'suggestion', 'bulk', 'import')),
  made_at TEXT NOT NULL
) STRICT;

-- Releases that were written, newest last; the files themselves are where the analyst put them.
CREATE TABLE release_made (
  id INTEGER PRIMARY KEY,
  recipe_uid TEXT NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  made_at TEXT NOT NULL,
  summary TEXT NOT NULL CHECK (json_valid(summary))
) STRICT;
`
