"""pyarrow: the tables of Parquet with their types."""

import pyarrow
import pyarrow.parquet as parquet

from facts import Facts, Reading, path_of
from tables import compare_tables

facts = Facts()

with Reading("pyarrow", "parquet", note="relations: one row per passage") as reading:

    def rows_of(name, columns):
        table = parquet.read_table(path_of(f"parquet/{name}.parquet"))
        for it in table.schema:
            wanted = pyarrow.int64() if it.name.endswith("_utf16") else it.type
            reading.check(it.type == wanted, f"{name}.{it.name} is {it.type}")
        return zip(*[table.column(it).to_pylist() for it in columns])

    compare_tables(reading, facts, rows_of)
