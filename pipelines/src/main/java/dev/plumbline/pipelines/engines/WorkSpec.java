package dev.plumbline.pipelines.engines;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;

/** A pipeline of one work over files that are there. */
public final class WorkSpec {
  private WorkSpec() {}

  /**
   * The pipeline.
   *
   * @param scenario its name
   * @param schema the source's columns
   * @param table the files that the work takes in
   * @param stage the stage that does it
   */
  public static PipelineSpec of(
      String scenario, TableSchema schema, WrittenTable table, Stage stage, TableCore core) {
    return new PipelineSpec(
        scenario,
        new DigestSpec(schema, List.of(), SampleSpec.defaults()),
        List.of(new Step.Written(table), new Step.OnTable(stage, Stage.WRITTEN, core)));
  }
}
