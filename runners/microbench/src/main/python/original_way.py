#!/usr/bin/env python3
"""Does in Python what `elt` does, the way of the client that this suite grew from: parallel export to
Parquet, scan by DuckDB, then our SQL for the relation. It proves nothing.

The client, intermine314, is no part of this project: install it with polars and duckdb, or name the
folder of its source. Where it cannot be imported this ends with 4, as a skipped command of ours does.

Prints one line of JSON: rows, groups, and seconds of the parts.
"""

import argparse
import json
import os
import sys
import time

VIEWS = [
    "primaryIdentifier",
    "secondaryIdentifier",
    "symbol",
    "name",
    "briefDescription",
    "organism.name",
    "organism.taxonId",
]

# What ScoreSql says of the first three columns, which are texts here.
NUMBER = "[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?"
RELATION = """
WITH numbers AS (SELECT {key} AS k, {base} AS b, {edge} AS e FROM {table}),
source AS (SELECT k, CASE WHEN abs(b) < 9e12 THEN b END AS b, CASE WHEN abs(e) < 9e12 THEN e END AS e FROM numbers),
base AS ({base_side}),
edge AS ({edge_side})
SELECT coalesce(base.k, edge.k) AS key, base.n AS base_rows, edge.n AS edge_rows,
  base.average AS base_avg, edge.average AS edge_avg,
  coalesce(base.average, 0e0) + coalesce(edge.average, 0e0) AS score
FROM base FULL OUTER JOIN edge ON base.k = edge.k
ORDER BY key NULLS LAST, base_rows NULLS LAST"""
SIDE = """
SELECT k, count(*) AS n, CASE WHEN count({0}) > 0 THEN
  CAST(CAST(sum(CAST(floor({0} * 1e3 + 5e-1) AS BIGINT)) AS BIGINT) AS DOUBLE) / (count({0}) * 1e3) END AS average
FROM source GROUP BY k"""


def number(column):
    return (
        f"CASE WHEN regexp_full_match({column}, '{NUMBER}') "
        f"THEN coalesce(TRY_CAST({column} AS DOUBLE), 'infinity') END"
    )


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--mine-url", required=True)
    parser.add_argument("--rows-target", type=int, default=100_000)
    parser.add_argument("--page-size", type=int, default=5_000)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--client", help="folder of the client's source; default: as it is installed")
    parser.add_argument("--folder", required=True, help="where the Parquet files go")
    return parser.parse_args()


def main():
    begun = time.perf_counter()
    asked = arguments()
    if asked.client:
        sys.path.insert(0, asked.client)
    try:
        from intermine314 import fetch_from_mine
    except ImportError as why:
        print(f"skipped: {why}", file=sys.stderr)
        return 4
    seconds = {"import": time.perf_counter() - begun}
    rows_file = os.path.join(asked.folder, "rows.parquet")
    os.makedirs(asked.folder, exist_ok=True)
    step = time.perf_counter()
    fetched = fetch_from_mine(
        mine_url=asked.mine_url,
        root_class="Gene",
        views=["Gene." + view for view in VIEWS],
        parquet_path=rows_file,
        page_size=asked.page_size,
        max_workers=asked.workers,
        ordered="unordered",
        size=asked.rows_target,
    )
    seconds["fetch"] = time.perf_counter() - step
    with fetched["duckdb_connection"] as database:
        table = quoted(fetched["duckdb_table"])
        names = [column[0] for column in database.execute(f"DESCRIBE {table}").fetchall()]
        columns = [quoted(next(n for n in names if n.endswith(view))) for view in VIEWS[:3]]
        step = time.perf_counter()
        rows, groups = database.execute(
            f"SELECT count(*), count(DISTINCT {columns[0]}) FROM {table}"
        ).fetchone()
        seconds["scan"] = time.perf_counter() - step
        step = time.perf_counter()
        relation = RELATION.format(
            key=columns[0],
            base=number(columns[1]),
            edge=number(columns[2]),
            table=table,
            base_side=SIDE.format("b"),
            edge_side=SIDE.format("e"),
        )
        target = os.path.join(asked.folder, "relation.parquet").replace("'", "''")
        database.execute(f"COPY ({relation}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
        seconds["join"] = time.perf_counter() - step
    if rows != asked.rows_target:
        print(f"found {rows} rows, expected {asked.rows_target}", file=sys.stderr)
        return 1
    seconds = {name: round(value, 3) for name, value in seconds.items()}
    print(json.dumps({"rows": rows, "groups": groups, "seconds": seconds}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
