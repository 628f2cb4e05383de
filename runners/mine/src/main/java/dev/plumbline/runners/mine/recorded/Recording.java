package dev.plumbline.runners.mine.recorded;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What a mine answered to one export: its version, model and count, and every page, as they came.
 *
 * @param folder where it lies
 * @param mine address of the service root that was recorded
 * @param queryRoot class of the exported objects
 * @param queryViews paths from the root class, in column order
 * @param queryJoins {@code path:OUTER} or {@code path:INNER}
 * @param rows how many rows were exported
 * @param pageSize the rows of a page; the last one may have fewer
 * @param exchanges every answer
 */
public record Recording(
    Path folder,
    String mine,
    String queryRoot,
    List<String> queryViews,
    List<String> queryJoins,
    long rows,
    int pageSize,
    List<RecordedExchange> exchanges) {

  /** Copies the lists. */
  public Recording {
    queryViews = List.copyOf(queryViews);
    queryJoins = List.copyOf(queryJoins);
    exchanges = List.copyOf(exchanges);
  }

  /**
   * Reads a recording's manifest.
   *
   * @throws RecordingUnreadable if there is none, it is not of a form that is known, or a body that
   *     it names is missing or has another size
   */
  public static Recording read(Path folder) throws RecordingUnreadable {
    return new ManifestReader(folder).read();
  }

  /** The pages of the export, in order; not the small one by which it was planned. */
  public List<RecordedExchange> pages() {
    return exchanges.stream()
        .filter(e -> e.rows().isPresent() && e.rows().getAsLong() == size(e.start()))
        .sorted(Comparator.comparingLong(RecordedExchange::start))
        .toList();
  }

  private long size(long start) {
    return start % pageSize == 0 ? Math.min(pageSize, rows - start) : -1;
  }
}
