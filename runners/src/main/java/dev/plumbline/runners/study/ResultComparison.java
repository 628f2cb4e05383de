package dev.plumbline.runners.study;

import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.pipelines.report.ParityRecord;
import dev.plumbline.pipelines.report.ShownNames;
import dev.plumbline.runners.options.Json;
import dev.plumbline.transforms.table.Findings;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A result held to the reference.
 *
 * @param reference what made the reference
 * @param relation of relations: every invariant, and where they differ; null for figures
 * @param figures of figures: what the engine found; null for relations
 * @param resultHash the hash of these, where the work has one
 * @param difference in what they differ; null if they are the same
 */
public record ResultComparison(
    String reference,
    @Nullable ParityRecord relation,
    @Nullable Map<String, BigInteger> figures,
    @Nullable String resultHash,
    @Nullable String difference) {
  private static final int MOST_SHOWN = 3;

  /**
   * Holds two relations to each other.
   *
   * @param shown what of their columns and cells may be said
   */
  public static ResultComparison ofRelation(
      String reference, Comparison comparison, ShownNames shown) {
    ParityRecord record = ParityRecord.of(comparison, shown);
    String difference = comparison.equivalent() ? null : comparison.summary(shown::name);
    return new ResultComparison(reference, record, null, null, difference);
  }

  /** Holds figures, and their hash where there is one, to each other. */
  public static ResultComparison ofFigures(String reference, Findings expected, Findings found) {
    List<String> differing = new ArrayList<>();
    expected
        .figures()
        .forEach(
            (name, value) -> {
              BigInteger other = found.figures().get(name);
              if (!value.equals(other)) {
                differing.add("%s is %s, expected %s".formatted(name, other, value));
              }
            });
    if (!Objects.equals(expected.resultHash(), found.resultHash())) {
      differing.add("result_hash");
    }
    if (expected.figures().size() != found.figures().size()) {
      differing.add(
          "%d figures, expected %d".formatted(found.figures().size(), expected.figures().size()));
    }
    String difference =
        differing.isEmpty()
            ? null
            : String.join("; ", differing.subList(0, Math.min(MOST_SHOWN, differing.size())));
    return new ResultComparison(reference, null, found.figures(), found.resultHash(), difference);
  }

  /** In what they differ, or none. */
  public Optional<String> mismatch() {
    return Optional.ofNullable(difference);
  }

  /** Keeps it as a file for the report. */
  public void write(Path directory, String name) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(name + ".json"), Json.pretty(this));
  }
}
