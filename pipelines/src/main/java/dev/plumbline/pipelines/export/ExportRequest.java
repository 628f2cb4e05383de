package dev.plumbline.pipelines.export;

import dev.plumbline.transforms.mine.Join;
import dev.plumbline.transforms.mine.Limits;
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
 */
public record ExportRequest(
    ServiceRoot root,
    List<String> views,
    List<Join> joins,
    long rowsTarget,
    int pageSize,
    int workers,
    RetryPolicy retries,
    Limits limits) {
  /** Copies the lists. */
  public ExportRequest {
    views = List.copyOf(views);
    joins = List.copyOf(joins);
  }
}
