package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.query.plan.JoinGroup;
import dev.plumbline.runners.mine.query.plan.MineLists;
import dev.plumbline.runners.mine.query.plan.QueryCompiler;
import dev.plumbline.runners.mine.query.plan.QueryPlan;
import dev.plumbline.runners.mine.query.plan.RowOrder;
import dev.plumbline.runners.mine.query.plan.RowTest;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Evaluates queries: which rows, in which order. Everything is computed before it returns. */
public final class QueryEngine {

  private static final int CHUNK_ROWS = 65_536;
  private static final long SORT_BYTES_PER_ROW = 96;

  private final MineModel model;
  private final MineTables tables;
  private final MineLists lists;
  private final Workers workers;
  private final AtomicLong expandedBytes = new AtomicLong();

  public QueryEngine(MineModel model, MineTables tables, Workers workers) {
    this.model = model;
    this.tables = tables;
    this.lists = new MineLists(tables);
    this.workers = workers;
  }

  public MineModel model() {
    return model;
  }

  /** The lists that queries can name. */
  public MineLists lists() {
    return lists;
  }

  /**
   * The rows that a query selects.
   *
   * @throws QueryRefused if the query is not valid, or the mine cannot answer it
   */
  public SelectedRows evaluate(PathQuery query) {
    QueryPlan plan = new QueryCompiler(query, model, tables, lists).plan();
    try (ExpansionBudget budget = ExpansionBudget.ofThisMachine(expandedBytes)) {
      return new SelectedRows(plan.columns(), plan.slots(), rows(plan, budget));
    } catch (CompletionException e) {
      throw e.getCause() instanceof QueryRefused refused ? refused : e;
    }
  }

  private RowOrder rows(QueryPlan plan, ExpansionBudget budget) {
    Optional<RowTest> test = plan.tests().at(0);
    RowOrder roots = test.isEmpty() ? plan.candidates() : filter(plan, test.get());
    RowOrder joined = expand(plan, plan.joins().withoutBranches(), roots, budget);
    RowOrder ordered = plan.order().isEmpty() ? joined : sort(plan, joined);
    return expand(plan, plan.joins().branchesAlone(), ordered, budget);
  }

  private RowOrder filter(QueryPlan plan, RowTest test) {
    RowOrder candidates = plan.candidates();
    int chunks = Math.toIntExact((candidates.count() + CHUNK_ROWS - 1) / CHUNK_ROWS);
    int[][] found = new int[chunks][];
    workers.each(chunks, chunk -> found[chunk] = filter(candidates, chunk, test, plan.slots()));
    return new RowOrder.Listed(
        IntStream.range(0, chunks).flatMap(c -> IntStream.of(found[c])).toArray());
  }

  private static int[] filter(RowOrder candidates, int chunk, RowTest test, int slots) {
    long from = (long) chunk * CHUNK_ROWS;
    int size = (int) Math.min(CHUNK_ROWS, candidates.count() - from);
    int[] found = new int[size];
    int[] tuple = new int[slots];
    int count = 0;
    for (int i = 0; i < size; i++) {
      tuple[0] = candidates.root(from + i);
      if (test.holds(tuple)) {
        found[count++] = tuple[0];
      }
    }
    return Arrays.copyOf(found, count);
  }

  private RowOrder expand(QueryPlan plan, JoinGroup joins, RowOrder rows, ExpansionBudget budget) {
    boolean nothing = joins.steps().isEmpty() && joins.branches().isEmpty();
    return nothing
        ? rows
        : new RowExpansion(plan.slots(), joins, plan.tests(), budget).expand(rows, workers);
  }

  private RowOrder sort(QueryPlan plan, RowOrder rows) {
    if (rows.count() > Runtime.getRuntime().maxMemory() / SORT_BYTES_PER_ROW) {
      throw QueryRefused.tooLong("no room to sort " + rows.count() + " rows");
    }
    return new RowSort(rows, plan.slots(), plan.order(), workers).sorted();
  }
}
