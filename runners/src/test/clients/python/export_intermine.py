"""Exports from a mine with the official Python client as it is published.

    python export_intermine.py ROOT PART [VIEW [PAGE_SIZE]]

VIEW is a list of paths, separated by blanks. What the client gave is written as JSON, one value a line.
"""

import json
import sys

from intermine.webservice import Service


def query(service, view):
    """A query of these views, by id. Without a class it has no views of its own."""
    asked = service.new_query()
    asked.add_view(view.split(" "))
    asked.add_sort_order("Gene.id", "asc")
    return asked


def write(value):
    print(json.dumps(value, ensure_ascii=False))


def version(service):
    write(service.version)


def release(service):
    write(service.release)


def model(service):
    for name in sorted(field.name for field in service.model.get_class("Gene").fields):
        write(name)


def count(service, view):
    write(query(service, view).count())


def rows(service, view):
    """As dictionaries, whose order is that of the views."""
    paths = view.split(" ")
    for row in query(service, view).results(row="dict"):
        write([row[path] for path in paths])


def pages(service, view, page_size):
    size = int(page_size)
    start = 0
    while True:
        got = 0
        for row in query(service, view).results(row="list", start=start, size=size):
            write(list(row))
            got += 1
        if got < size:
            return
        start += size


def expanded(service):
    """A query of a class has all its attributes as views, before those that are added."""
    asked = service.new_query("Gene")
    asked.add_view("Gene.symbol")
    write(asked.views)
    for row in asked.results(row="list", size=5):
        write(list(row))


def objects(service, view):
    for gene in query(service, view).results(row="jsonobjects", size=100):
        write([gene.id, gene.primaryIdentifier])


def tsv(service, view):
    for line in query(service, view).results(row="tsv"):
        write(line)


def templates(service):
    for name in sorted(service.templates.keys()):
        write(name)


def lists(service):
    for one in service.get_all_lists():
        write({"name": one.name, "size": one.size})


def main(root, part, *more):
    sys.stdout.reconfigure(encoding="utf-8")
    parts = (version, release, model, count, rows, pages, expanded, objects, tsv, templates, lists)
    {one.__name__: one for one in parts}[part](Service(root), *more)


if __name__ == "__main__":
    main(*sys.argv[1:])
