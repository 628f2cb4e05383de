package dev.plumbline.runners.mine;

import java.util.stream.IntStream;

/** Evaluates queries: which rows, in which order. Everything is computed before it returns. */
final class QueryEngine {

  private static final int CHUNK_ROWS = 65_536;
  private static final long SORT_BYTES_PER_ROW = 96;

  private final MineModel model;
  private final MineTables tables;
  private final Workers workers;

  QueryEngine(MineModel model, MineTables tables, Workers workers) {
    this.model = model;
    this.tables = tables;
    this.workers = workers;
  }

  MineModel model() {
    return model;
  }

  /**
   * The rows that a query selects.
   *
   * @throws QueryRefused if the query is not valid, or the mine cannot answer it
   */
  SelectedRows evaluate(PathQuery query) {
    QueryPlan plan = QueryCompiler.compile(query, model, tables);
    RowOrder rows = plan.tests().isEmpty() ? plan.candidates() : filter(plan);
    RowOrder ordered = plan.order().isEmpty() ? rows : sort(plan, rows);
    return new SelectedRows(plan.columns(), ordered);
  }

  private RowOrder filter(QueryPlan plan) {
    RowOrder candidates = plan.candidates();
    RowTest test = RowTest.all(plan.tests());
    int chunks = Math.toIntExact((candidates.count() + CHUNK_ROWS - 1) / CHUNK_ROWS);
    int[][] found = new int[chunks][];
    workers.each(chunks, chunk -> found[chunk] = filter(candidates, chunk, test));
    return new RowOrder.Listed(
        IntStream.range(0, chunks).flatMap(c -> IntStream.of(found[c])).toArray());
  }

  private static int[] filter(RowOrder candidates, int chunk, RowTest test) {
    long from = (long) chunk * CHUNK_ROWS;
    int size = (int) Math.min(CHUNK_ROWS, candidates.count() - from);
    return IntStream.range(0, size)
        .map(i -> Math.toIntExact(candidates.row(from + i)))
        .filter(test::holds)
        .toArray();
  }

  private RowOrder sort(QueryPlan plan, RowOrder rows) {
    if (rows.count() > Runtime.getRuntime().maxMemory() / SORT_BYTES_PER_ROW) {
      throw new QueryRefused(
          500, "Query would take too long to run: no room to sort " + rows.count() + " rows");
    }
    int count = Math.toIntExact(rows.count());
    int[] unsorted = IntStream.range(0, count).map(i -> Math.toIntExact(rows.row(i))).toArray();
    return new RowOrder.Listed(new RowSort(unsorted, plan.order(), workers).sorted());
  }
}
