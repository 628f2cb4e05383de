package dev.plumbline.runners.study.reread;

import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.StudyOptions;
import dev.plumbline.runners.options.WorkflowOptions;
import java.util.List;

/** What was asked for. */
public record RereadOptions(WorkflowOptions export, List<String> engines, boolean named)
    implements StudyOptions {
  @Override
  public ReplayPaths replay() {
    return null;
  }

  @Override
  public long mostRows() {
    return export.paging().rowsTarget();
  }

  @Override
  public RereadOptions withServiceRoot(String url) {
    return new RereadOptions(export.withServiceRoot(url), engines, named);
  }
}
