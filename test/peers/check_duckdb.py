"""DuckDB: the project file's own views through its SQLite extension; besides the tables of Parquet and CSV."""

from importlib.util import find_spec
from pathlib import Path

import duckdb

from facts import Facts, Reading, path_of
from tables import compare_tables

facts = Facts()
database = duckdb.connect()


def quoted(path):
    return "'" + str(path).replace("'", "''") + "'"


def rows_from(source):
    def rows_of(table, columns):
        return database.execute(f"SELECT {', '.join(columns)} FROM {source(table)}").fetchall()

    return rows_of


note = "views v_articles, v_mentions, v_relations; relations: one row per passage"
with Reading("duckdb", "project file", note=note) as reading:
    place = Path(find_spec("duckdb_extension_sqlite_scanner").origin).parent
    (extension,) = place.rglob("*.duckdb_extension")
    database.execute(f"LOAD {quoted(extension)}")
    database.execute(f"ATTACH {quoted(path_of('project.ligature'))} AS project (TYPE sqlite, READ_ONLY)")
    compare_tables(reading, facts, rows_from(lambda table: f"project.v_{table}"))
    named = database.execute("SELECT uid, type, name FROM project.v_entities").fetchall()
    reading.same("entities", [(it["uid"], it["type"], it["name"]) for it in facts.entities], named)

with Reading("duckdb", "parquet") as reading:
    compare_tables(reading, facts, rows_from(lambda table: quoted(path_of(f"parquet/{table}.parquet"))))

with Reading("duckdb", "csv", note="types as it guesses them") as reading:
    compare_tables(reading, facts, rows_from(lambda table: f"read_csv({quoted(path_of(f'csv/{table}.csv'))})"))
