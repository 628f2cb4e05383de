package dev.plumbline.transforms.engine;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.table.PageWork;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import java.io.Serializable;
import java.util.Optional;

/**
 * Does relational work over written Parquet files. What each work's result is, is defined with its
 * stage and is the same for every engine: {@link dev.plumbline.transforms.scan.ScanFigures}, {@link
 * dev.plumbline.transforms.analytics.Score}, {@link dev.plumbline.transforms.join.CanonicalTables}.
 *
 * <p>A runner sends the work to one of its workers, or, if it is a {@link
 * dev.plumbline.transforms.table.SpreadableWork}, spreads it over all of them.
 */
public interface Engine extends Serializable {
  /** Its name, on the command line and in reports. */
  String name();

  /**
   * Makes it ready to work in this JVM: what is loaded or started here is not part of any work's
   * time. May be called again, for nothing.
   *
   * @throws EngineUnavailable if it cannot work here
   */
  EngineFacts start() throws EngineUnavailable;

  /**
   * What its first {@link #start} on this machine installs from a network, in words; empty if
   * nothing.
   *
   * @throws EngineUnavailable if what installs it is missing
   */
  default String toInstall() throws EngineUnavailable {
    return "";
  }

  /**
   * Whether a Beam runner spreads this engine's works over its workers. Else one worker does each
   * in one piece, with the engine's own threads: more threads of the runner would only compete with
   * those.
   */
  default boolean isSpread() {
    return false;
  }

  /** Reads every value of every column once. */
  TableCore scan(TableSchema schema);

  /** Groups both sides by key, joins them in full, scores, and writes the relation in its order. */
  TableCore join(Roles roles, ResultFiles result);

  /**
   * The same of rows that come as pages, by an engine that can take them so; others take files.
   *
   * @param schema the pages' columns
   * @param rows how many rows will come
   */
  default Optional<PageWork> joinPages(
      TableSchema schema, long rows, Roles roles, ResultFiles result) {
    return Optional.empty();
  }

  /** Sums up the relation that {@link #join} wrote, whichever engine's. */
  TableCore sums();

  /** Groups, joins, scores and sums up in one piece, and writes nothing. */
  TableCore analytics(Roles roles);

  /**
   * Joins the three canonical tables in full, and writes the relation, sorted by key.
   *
   * @param roles the parts of the source's columns, whose types the canonical tables' columns have
   */
  TableCore joinCanonical(Roles roles, ResultFiles result);
}
