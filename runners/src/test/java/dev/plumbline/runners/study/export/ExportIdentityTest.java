package dev.plumbline.runners.study.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.SomeOptions;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.table.FileForm;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportIdentityTest {
  private static final WorkflowOptions LOCAL =
      with(with(SomeOptions.of("local", "results"), "mine_kind", "'local'"), "service_root", "''");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target | \"other\"",
        "query_root | \"Protein\"",
        "query_views | [\"Gene.symbol\", \"Gene.length\"]",
        "query_joins | [\"Gene.organism:OUTER\"]",
        "rows_target | 11",
        "page_size | 6",
        "mine_seed | 43",
        "mine_rows | 101",
        "mine_faults | \"cut(page=1)\"",
        "keeping | {\"artifacts\": true, \"row_stream_dir\": \"\"}",
      })
  void whatChangesRowsOrFilesIsPartOfIt(String option, String value) {
    assertNotEquals(identity(LOCAL), identity(with(LOCAL, option, value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pipeline | \"engines\"",
        "service_root | \"http://127.0.0.1:1/service\"",
        "workers | 2",
        "parallelism | 2",
        "runner | \"direct\"",
        "heap | \"1g\"",
        "tries | 2",
        "retry_wait_seconds | 1",
        "keeping | {\"artifacts\": false, \"row_stream_dir\": \"elsewhere\"}",
      })
  void howAndWhereItIsDoneIsNoPartOfIt(String option, String value) {
    WorkflowOptions other = with(LOCAL, option, value);
    assertNotEquals(LOCAL, other);
    assertEquals(identity(LOCAL), identity(other));
  }

  @Test
  void theFormIsPartOfIt() {
    assertNotEquals(identity(LOCAL), ExportIdentity.of(LOCAL, FileForm.CSV));
  }

  @Test
  void aMineThatIsNotServedHereIsItsAddress() {
    WorkflowOptions foreign = SomeOptions.of("local", "results");
    String other = "\"http://127.0.0.1:10/service\"";

    assertNotEquals(identity(foreign), identity(with(foreign, "service_root", other)));
    assertEquals(identity(foreign), identity(with(foreign, "mine_seed", "43")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mine_kind | \"recorded\"",
        "pages | {\"record_to\": \"pages\", \"replay_from\": null, \"pace\": \"full\"}",
        "mine_data | {\"path\": \"rows.csv\", \"class_name\": null, \"types\": []}",
      })
  void whatOnlyItselfCanStandForHasNone(String option, String value) {
    assertEquals(Optional.empty(), identity(with(LOCAL, option, value)));
  }

  private static Optional<ExportIdentity> identity(WorkflowOptions options) {
    return ExportIdentity.of(options, FileForm.PARQUET);
  }

  private static WorkflowOptions with(WorkflowOptions options, String option, String value) {
    try {
      ObjectNode tree = Json.mapper().valueToTree(options);
      tree.set(option, Json.mapper().readTree(value.replace('\'', '"')));
      return Json.mapper().treeToValue(tree, WorkflowOptions.class);
    } catch (java.io.IOException e) {
      throw new AssertionError(option + " cannot be " + value, e);
    }
  }
}
