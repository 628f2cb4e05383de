package dev.plumbline.runners.cli;

import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.mine.userdata.UserOutline;
import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.MineChoice;
import dev.plumbline.runners.options.MineKind;
import dev.plumbline.runners.options.QueryChoice;
import dev.plumbline.runners.options.QueryPaths;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.util.List;

/**
 * What is exported, and from which mine: as the options say, or as a recording does.
 *
 * @param mine the mine; without an address while it is not served yet
 * @param query what is asked of it
 * @param rows rows wanted
 * @param pageSize rows of a page
 * @param workers connections that fit the mine
 */
record ExportChoice(MineChoice mine, QueryChoice query, long rows, int pageSize, int workers) {
  /** What a replayed run is called. */
  static final String RECORDING = "recording";

  static ExportChoice of(MineOptions mine, WorkOptions work) {
    ServiceRoot root = mine.serviceRoot();
    Bounds.pageSize(work.pageSize);
    return new ExportChoice(
        root == null
            ? new MineChoice(mine.targetName(), "", MineKind.LOCAL)
            : new MineChoice(mine.targetName(), root.url(), MineKind.FOREIGN),
        new QueryChoice(mine.root(), mine.views(), mine.joins()),
        work.rowsTarget,
        work.pageSize,
        mine.fittingWorkers());
  }

  /**
   * The export of a recording, or its first pages.
   *
   * @throws UsageException if an option asks for something else than was recorded
   */
  static ExportChoice of(
      Recording recording, MineOptions mine, WorkOptions work, GivenOptions given) {
    checkSettled(given);
    if (given.names("--page-size") && work.pageSize != recording.pageSize()) {
      throw UsageException.of(
          "--page-size", work.pageSize, recording.pageSize() + ", as the pages were recorded");
    }
    return new ExportChoice(
        new MineChoice(RECORDING, "", MineKind.RECORDED),
        new QueryChoice(recording.queryRoot(), recording.queryViews(), recording.queryJoins()),
        rows(recording, work.rowsTarget, given),
        recording.pageSize(),
        mine.fittingWorkers());
  }

  /**
   * The export of a file that the local mine serves: all of its columns, unless others are named.
   *
   * @throws UsageException if another mine is named as well
   */
  static ExportChoice of(UserOutline file, MineOptions mine, WorkOptions work, GivenOptions given) {
    for (String option : List.of("--benchmark-target", "--mine-url")) {
      if (given.names(option)) {
        throw new UsageException(
            option + ": --mine-data is served by the local mine; leave one out");
      }
    }
    Bounds.pageSize(work.pageSize);
    String root = given.names("--query-root") ? mine.root() : file.className();
    return new ExportChoice(
        new MineChoice(mine.targetName(), "", MineKind.LOCAL),
        new QueryChoice(
            root,
            given.names("--query-views") ? QueryPaths.views(root, mine.queryViews) : file.views(),
            QueryPaths.joins(root, mine.queryJoins)),
        work.rowsTarget,
        work.pageSize,
        mine.fittingWorkers());
  }

  /**
   * Holds that nothing is asked for which a recording settles.
   *
   * @throws UsageException naming the option
   */
  static void checkSettled(GivenOptions given) {
    for (String option : Traits.names(given.command(), Trait::settledByRecording)) {
      if (given.names(option)) {
        throw new UsageException(option + ": --replay-pages settles that; leave one of them out");
      }
    }
  }

  private static long rows(Recording recording, long asked, GivenOptions given) {
    return given.names("--rows-target") ? rows(recording, asked) : recording.rows();
  }

  /**
   * So many rows of a recording: all of them, or whole pages.
   *
   * @throws UsageException if the last page would not be one that was recorded
   */
  static long rows(Recording recording, long asked) {
    if (asked >= recording.rows()) {
      return recording.rows();
    }
    if (asked % recording.pageSize() != 0) {
      throw UsageException.of(
          "--rows-target",
          asked,
          "a multiple of %,d, as the pages were recorded, or %,d and more for all"
              .formatted(recording.pageSize(), recording.rows()));
    }
    return asked;
  }
}
