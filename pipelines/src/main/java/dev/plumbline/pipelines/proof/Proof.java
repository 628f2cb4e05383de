package dev.plumbline.pipelines.proof;

import dev.plumbline.parity.Comparison;
import dev.plumbline.parity.Witness;
import dev.plumbline.parity.read.DuckDbParquetReader;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.transforms.table.WrittenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was proven of a run, after its clock had stopped: that the files hold what was decoded, and
 * that what was decoded (or, without the side output, what the files hold) is what the source
 * holds.
 *
 * @param expectedRows {@code min(rows-target, the mine's count)}
 * @param files what the written files hold, read back by the judge
 * @param decoded decode against files; absent without the side output
 * @param source source against decode or files; absent where the source is not known by itself
 */
public record Proof(
    long expectedRows, Witness files, Optional<Comparison> decoded, Optional<Comparison> source) {

  /** Reads the files back and compares. */
  public static Proof of(RunFindings findings, long expectedRows, SourceTruth truth) {
    List<Path> paths =
        findings.tables().table().files().stream().map(WrittenFile::path).map(Path::of).toList();
    Witness files = DuckDbParquetReader.read("parquet_write files", paths);
    Optional<Witness> decode =
        findings.decoded().map(digest -> new Witness("decode side output", "packed pages", digest));
    Witness read = decode.orElse(files);
    return new Proof(
        expectedRows,
        files,
        decode.map(witness -> Comparison.of(witness, files)),
        truth.witness().map(witness -> Comparison.of(witness, read)));
  }

  /** Every comparison that was made. */
  public List<Comparison> comparisons() {
    List<Comparison> all = new ArrayList<>();
    decoded.ifPresent(all::add);
    source.ifPresent(all::add);
    return all;
  }

  /** Why the run is not proven, or none if all that was compared is equal and complete. */
  public Optional<String> mismatch() {
    if (files.digest().rows() != expectedRows) {
      return Optional.of(
          "%,d rows were written, expected %,d".formatted(files.digest().rows(), expectedRows));
    }
    return comparisons().stream().filter(c -> !c.equivalent()).findFirst().map(Comparison::summary);
  }

  /** Whether at least one comparison of full content was made. */
  public boolean compared() {
    return !comparisons().isEmpty();
  }
}
