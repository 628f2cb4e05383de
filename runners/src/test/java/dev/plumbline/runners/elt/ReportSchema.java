package dev.plumbline.runners.elt;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of reports. */
final class ReportSchema {
  private ReportSchema() {}

  /** What the schema has against a report; empty if it is valid. */
  static List<String> errors(String report) throws IOException {
    Path file = Path.of(System.getProperty("plumbline.root"), "docs/schema/report.schema.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(file), InputFormat.JSON);
    return schema.validate(report, InputFormat.JSON).stream().map(Error::toString).toList();
  }
}
