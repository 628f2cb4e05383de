package dev.plumbline.runners.run;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The published schemas of reports. */
public final class ReportSchema {
  private ReportSchema() {}

  /** What the schema has against a run's report; empty if it is valid. */
  static List<String> errors(String report) throws IOException {
    return errors("report.schema.json", report);
  }

  /** What the schema has against a comparison's report; empty if it is valid. */
  public static List<String> parityErrors(String report) throws IOException {
    return errors("parity.schema.json", report);
  }

  /** What the schema has against a measurement's report; empty if it is valid. */
  public static List<String> measurementErrors(String report) throws IOException {
    return errors("measurement.schema.json", report);
  }

  /** What the schema has against a report on engines; empty if it is valid. */
  public static List<String> enginesErrors(String report) throws IOException {
    return errors("engines.schema.json", report);
  }

  /** What the schema has against a report on storage; empty if it is valid. */
  public static List<String> storageErrors(String report) throws IOException {
    return errors("storage.schema.json", report);
  }

  private static List<String> errors(String name, String report) throws IOException {
    Map<String, String> shared =
        Map.of(
            "urn:plumbline:report:v1", text("report.schema.json"),
            "urn:plumbline:measurement:v1", text("measurement.schema.json"),
            "urn:plumbline:engines:v1", text("engines.schema.json"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(shared))
            .getSchema(text(name), InputFormat.JSON);
    return schema.validate(report, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  private static String text(String name) throws IOException {
    return Files.readString(Path.of(System.getProperty("plumbline.root"), "docs/schema", name));
  }
}
