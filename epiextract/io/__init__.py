"""Records in and out: JSON Lines, CSV, Arrow, Parquet, pandas, polars, DuckDB."""
