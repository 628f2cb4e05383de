package dev.plumbline.pipelines.export;

import dev.plumbline.transforms.mine.Join;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.Recorder;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.util.List;

/**
 * What someone wants exported.
 *
 * @param root the mine
 * @param views full paths, such as {@code Gene.symbol}
 * @param joins joins along the views' references
 * @param rowsTarget how many rows; a mine with fewer is exported whole
 * @param pageSize the rows of a page
 * @param workers how many requests may be under way at once
 * @param retries how often a request is tried
 * @param limits what the mine may cost us
 * @param recorder is told every answer that was taken for good
 */
public record ExportRequest(
    ServiceRoot root,
    List<String> views,
    List<Join> joins,
    long rowsTarget,
    int pageSize,
    int workers,
    RetryPolicy retries,
    Limits limits,
    Recorder recorder) {
  /** Copies the lists. */
  public ExportRequest {
    views = List.copyOf(views);
    joins = List.copyOf(joins);
  }

  /** A request for an export that nobody records. */
  public ExportRequest(
      ServiceRoot root,
      List<String> views,
      List<Join> joins,
      long rowsTarget,
      int pageSize,
      int workers,
      RetryPolicy retries,
      Limits limits) {
    this(root, views, joins, rowsTarget, pageSize, workers, retries, limits, Recorder.none());
  }
}
