"""Exports from a mine with intermine314 as it is published.

    python export_intermine314.py ROOT PART [VIEW [PAGE_SIZE]]

VIEW is a list of paths, separated by blanks. What the client gave is written as JSON, one value a line.
"""

import json
import sys

try:
    from intermine314.service import Service
except ImportError:  # where it was at first
    from intermine314.webservice import Service

WORKERS = 16


def query(service, view):
    """A query of these views, by id. Without a class it has no views of its own."""
    asked = service.new_query()
    asked.add_view(view.split(" "))
    asked.add_sort_order("Gene.id", "asc")
    return asked


def write(value):
    print(json.dumps(value, ensure_ascii=False))


def write_rows(view, rows):
    paths = view.split(" ")
    for row in rows:
        write([row[path] for path in paths])


def version(service):
    write(service.version)


def count(service, view):
    write(query(service, view).count())


def rows(service, view):
    write_rows(view, query(service, view).results(row="dict"))


def parallel(mode):
    """Pages by their offsets, fetched side by side and given out in one of three orders."""

    def export(service, view, page_size):
        asked = query(service, view)
        write_rows(
            view,
            asked.run_parallel(
                row="dict",
                page_size=int(page_size),
                max_workers=WORKERS,
                ordered=mode,
                pagination="offset",
            ),
        )

    export.__name__ = mode
    return export


def keyset(service, view):
    write_rows(view, query(service, view).run_parallel(row="dict", pagination="keyset"))


def main(root, part, *more):
    sys.stdout.reconfigure(encoding="utf-8")
    modes = tuple(parallel(mode) for mode in ("ordered", "unordered", "window"))
    parts = (version, count, rows, keyset) + modes
    {one.__name__: one for one in parts}[part](Service(root), *more)


if __name__ == "__main__":
    main(*sys.argv[1:])
