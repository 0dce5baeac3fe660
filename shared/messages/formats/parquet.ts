import { defineMessages } from '../define.ts'

export const parquetMessages = defineMessages({
  'format.parquet.description': {
    en: 'The tables of CSV with types: for pandas, Polars, R, DuckDB and Spark.',
    de: 'Die Tabellen von CSV mit Typen: für pandas, Polars, R, DuckDB und Spark.',
    zh: '与 CSV 相同的表格，但带有类型，适用于 pandas、Polars、R、DuckDB 和 Spark。',
  },
})
