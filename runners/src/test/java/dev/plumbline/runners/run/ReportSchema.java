package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.pipelines.report.ParityReport;
import dev.plumbline.pipelines.report.Report;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.study.engines.EnginesReport;
import dev.plumbline.runners.study.storage.StorageReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The published schemas of reports, and their types. */
public final class ReportSchema {
  private ReportSchema() {}

  /** What the schema has against a run's report; empty if it is valid. */
  static List<String> errors(String report) throws IOException {
    return errors("report.schema.json", RunReport.class, report);
  }

  /** What the schema has against a comparison's report; empty if it is valid. */
  public static List<String> parityErrors(String report) throws IOException {
    return errors("parity.schema.json", ParityReport.class, report);
  }

  /** What the schema has against a measurement's report; empty if it is valid. */
  public static List<String> measurementErrors(String report) throws IOException {
    return errors("measurement.schema.json", MeasurementReport.class, report);
  }

  /** What the schema has against a report on engines; empty if it is valid. */
  public static List<String> enginesErrors(String report) throws IOException {
    return errors("engines.schema.json", EnginesReport.class, report);
  }

  /** What the schema has against a report on storage; empty if it is valid. */
  public static List<String> storageErrors(String report) throws IOException {
    return errors("storage.schema.json", StorageReport.class, report);
  }

  private static List<String> errors(String name, Class<? extends Report> form, String report)
      throws IOException {
    Map<String, String> shared =
        Map.of(
            "urn:plumbline:report:v1", text("report.schema.json"),
            "urn:plumbline:measurement:v1", text("measurement.schema.json"),
            "urn:plumbline:engines:v1", text("engines.schema.json"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(shared))
            .getSchema(text(name), InputFormat.JSON);
    List<String> errors =
        schema.validate(report, InputFormat.JSON).stream().map(Error::toString).toList();
    if (errors.isEmpty()) {
      readBack(form, report);
    }
    return errors;
  }

  /** What the schema accepts is read by its type, and written again it is the same. */
  private static void readBack(Class<? extends Report> form, String report) throws IOException {
    JsonNode written = Json.mapper().readTree(report);
    String again = Json.pretty(Json.mapper().treeToValue(written, form));
    assertEquals(written, Json.mapper().readTree(again));
  }

  private static String text(String name) throws IOException {
    return Files.readString(Path.of(System.getProperty("plumbline.root"), "docs/schema", name));
  }
}
