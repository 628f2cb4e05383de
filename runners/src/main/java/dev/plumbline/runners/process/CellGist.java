package dev.plumbline.runners.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of its proof, in three words for scripts.
 *
 * @param status of the cell: {@code valid}, {@code invalid}, {@code failed} or {@code skipped}; of
 *     a measurement, of its worst fork; null if there is no report
 * @param reason why it is not valid; null if it is
 * @param parity {@code exact}, {@code within_contract}, {@code different} or {@code not_validated};
 *     null if nothing was held to anything
 */
public record CellGist(@Nullable String status, @Nullable String reason, @Nullable String parity) {
  /** Of no report. */
  public static final CellGist NONE = new CellGist(null, null, null);

  /**
   * Of a report of {@code elt}, {@code etl} or {@code parity}; {@link #NONE} if it is not there.
   */
  static CellGist of(Path report) throws IOException {
    if (!Files.exists(report)) {
      return NONE;
    }
    JsonNode read = Json.mapper().readTree(report.toFile());
    JsonNode cell = read.path("cell");
    String parity = text(cell.at("/evidence/parity"));
    return new CellGist(
        text(cell.path("status")),
        text(cell.path("reason")),
        parity == null ? text(read.at("/comparison/equivalence")) : parity);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }
}
