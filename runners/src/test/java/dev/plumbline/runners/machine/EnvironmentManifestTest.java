package dev.plumbline.runners.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.report.Telemetry;
import dev.plumbline.runners.options.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvironmentManifestTest {

  @Test
  void saysWhatTheWorkRanOn() throws Exception {
    EnvironmentManifest manifest = EnvironmentManifest.collect();
    JsonNode json = Json.mapper().valueToTree(manifest);
    assertFalse(json.at("/machine/cpu_model").asText().isEmpty());
    assertTrue(json.at("/machine/logical_cores").asInt() >= 1);
    assertTrue(json.at("/machine/memory_bytes").asLong() > 1L << 28);
    assertEquals(Runtime.version().toString(), json.at("/jvm/version").asText());
    assertTrue(json.at("/jvm/flags").isArray());
    for (String library : List.of("beam", "flink", "duckdb", "parquet", "jackson")) {
      assertTrue(json.at("/libraries/" + library).asText().matches("\\d+\\..*"), library);
    }
    assertTrue(manifest.projectVersion().matches("\\d+\\.\\d+\\.\\d+.*"));
    assertEquals(
        manifest, Json.mapper().readValue(Json.pretty(manifest), EnvironmentManifest.class));
  }

  @Test
  void countersOnlyGrow() throws Exception {
    TelemetryProbe probe = new TelemetryProbe();
    Telemetry before = probe.snapshot();
    Telemetry after = probe.snapshot();
    assertTrue(after.processCpuMillis() >= before.processCpuMillis());
    assertTrue(after.systemTotalMillis() >= before.systemTotalMillis());
    assertTrue(after.processMajorFaults() >= before.processMajorFaults());
    assertTrue(before.freeMemoryBytes() > 0);
    double load = after.systemLoadSince(before);
    assertTrue(load >= 0 && load <= 1, "load " + load);
    assertEquals(before, Json.mapper().readValue(Json.pretty(before), Telemetry.class));
  }

  @Test
  void onLinuxTheKernelTellsTheMemory() {
    if (ProcFile.read("/proc/self/status").isPresent()) {
      assertTrue(ProcessMemory.peakRssBytes() >= ProcessMemory.rssBytes() / 2);
      assertTrue(ProcessMemory.rssBytes() > 1_000_000);
    }
  }
}
