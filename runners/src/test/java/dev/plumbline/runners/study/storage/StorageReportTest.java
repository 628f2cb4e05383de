package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.run.ReportSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema of reports on storage, against a report of a real run. */
@Timeout(300)
@ExtendWith(OnlineRun.Shared.class)
class StorageReportTest {
  @Test
  void theReportIsAsTheSchemaSays(OnlineRun online) throws Exception {
    assertEquals(List.of(), ReportSchema.storageErrors(online.report().toString()));
    Path kept = Path.of(online.process().lastLine().get("report").asText());
    assertEquals(online.report(), Json.mapper().readTree(kept.toFile()));
    assertEquals("storage", online.process().lastLine().get("profile_name").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | parity | {}",
        " | exports | {}",
        " | sizes | null",
        "/options/scenarios/0 | name | \"compare.old\"",
        "/options | engines | [\"spark\"]",
        "/engines/0 | facts | null",
        "/sizes/new | content_hash | \"\"",
        "/sizes/new | csv_bytes | 0",
        "/sizes/new | reduction_pct | null",
        "/parity/new | relation | null",
        "/parity/new | difference | \"content_hash\"",
        "/parity/new/relation | equivalent | false",
        "/exports/new.old/cell | evidence | null",
        "/exports/new.parallel/stage_model/stages | fetch | {}",
        "/measurement/raw/header/arms/1 | name | \"csv\"",
        "/measurement/raw/forks/2/iterations/0/cell | engine | \"spark\"",
        "/measurement/raw/forks/2/iterations/0/cell | evidence | null",
      })
  void theSchemaRefusesAReportThatDoesNotHangTogether(
      String where, String name, String value, OnlineRun online) throws Exception {
    JsonNode spoilt = online.report().deepCopy();
    ObjectNode node = (ObjectNode) spoilt.at(where == null ? "" : where);
    assertTrue(node.has(name), node::toString);
    node.set(name, Json.mapper().readTree(value));

    assertFalse(ReportSchema.storageErrors(spoilt.toString()).isEmpty());
  }
}
