package dev.plumbline.pipelines.proof;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.ReadPair;
import dev.plumbline.parity.compare.Reading;
import dev.plumbline.parity.compare.TableComparator;
import dev.plumbline.parity.compare.Witness;
import dev.plumbline.parity.locate.FirstLost;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.pipelines.ParityVerdict;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.transforms.table.WrittenFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What was proven of a run, after its clock had stopped: that the files hold what was decoded, that
 * what was decoded is what the source holds, and end to end, that the files hold what the source
 * holds. Where rows were joined as pages and no file was left, the source stands in for the files.
 *
 * @param expectedRows {@code min(rows-target, the mine's count)}
 * @param rows the rows as they can be read again: the written files, read back by the judge, or the
 *     source where there are none; empty if only the mine knows them
 * @param digest of the rows that came through: of the written files, read back, or of what decode
 *     gave out where there are none; empty if the judge was not asked
 * @param comparisons every comparison that was made, by name: {@value #SOURCE} where the source is
 *     known by itself, the name of the write stage with the side output, {@value #EXPORT} with
 *     both, {@value #JOIN} with another engine, {@value #RELATION} with join's side output, {@value
 *     #WORKFLOWS} with the other workflow
 * @param firstLost the first row of the source that the files lack, counted from 0 in the source's
 *     order; none if there is none, or it is not known
 * @param mineRowsAfter how many rows the mine has for the query now; none if it could not be asked
 * @param verdict what the judge found while the pipeline ran; none without its side outputs
 */
public record Proof(
    long expectedRows,
    Optional<Reading> rows,
    Optional<TableDigest> digest,
    Map<String, Comparison> comparisons,
    OptionalLong firstLost,
    OptionalLong mineRowsAfter,
    Optional<ParityVerdict> verdict) {
  /** The source against what decode gave out, or against the files without the side output. */
  public static final String SOURCE = "source";

  /** The source against the files, both of which can be read again: differing rows are found. */
  public static final String EXPORT = "export";

  /** The join's relation against what another engine makes of the same files. */
  public static final String JOIN = "join";

  /** The relation as join gave it out against its files, read again. */
  public static final String RELATION = "relation";

  /** The comparisons of the relation, not of the rows. */
  public static final Set<String> OF_RELATION = Set.of("join", "relation", "elt_etl");

  /** ELT's relation against ETL's on the same input, where both have run. */
  public static final String WORKFLOWS = "elt_etl";

  /** Keeps the order of the comparisons. */
  public Proof {
    comparisons = Collections.unmodifiableMap(new LinkedHashMap<>(comparisons));
  }

  /** Reads the files back and compares. */
  public static Proof of(
      RunFindings findings, PipelineSpec ran, long expectedRows, SourceTruth truth) {
    CompareSpec spec = CompareSpec.of(ran.digest().key(), ran.digest().sample());
    return ran.writeStage().isPresent()
        ? ofFiles(findings, ran, expectedRows, truth.table(), spec)
        : ofPages(findings, expectedRows, truth.table(), spec);
  }

  private static Proof ofFiles(
      RunFindings findings,
      PipelineSpec ran,
      long expectedRows,
      Optional<ReadableTable> source,
      CompareSpec spec) {
    String write = ran.writeStage().orElseThrow().label();
    List<Path> paths =
        findings.tables().table().files().stream().map(WrittenFile::path).map(Path::of).toList();
    Supplier<ReadableTable> written = () -> open(write + " files", paths, ran);
    Optional<Witness> decoded = decoded(findings);
    Map<String, Comparison> made = new LinkedHashMap<>();
    OptionalLong firstLost = OptionalLong.empty();
    Reading files;
    if (source.isPresent()) {
      ReadPair read = ReadPair.of(source::get, written, spec);
      files = read.right();
      Comparison endToEnd = new TableComparator(spec).compare(read);
      firstLost = endToEnd.exact() ? firstLost : firstLost(read.left(), files);
      made.put(SOURCE, decoded.map(d -> Comparison.of(read.left().witness(), d)).orElse(endToEnd));
      decoded.ifPresent(d -> made.put(write, Comparison.of(d, files.witness())));
      decoded.ifPresent(d -> made.put(EXPORT, endToEnd));
    } else {
      files = Reading.of(written.get(), spec);
      decoded.ifPresent(d -> made.put(write, Comparison.of(d, files.witness())));
    }
    return new Proof(
        expectedRows,
        Optional.of(files),
        Optional.of(files.witness().digest()),
        made,
        firstLost,
        OptionalLong.empty(),
        findings.verdict());
  }

  /** Where no file of the rows was left. */
  private static Proof ofPages(
      RunFindings findings, long expectedRows, Optional<ReadableTable> source, CompareSpec spec) {
    Optional<Reading> held = source.map(table -> Reading.of(table, spec));
    Map<String, Comparison> made = new LinkedHashMap<>();
    held.ifPresent(
        rows ->
            decoded(findings).ifPresent(d -> made.put(SOURCE, Comparison.of(rows.witness(), d))));
    return new Proof(
        expectedRows,
        held,
        findings.decoded(),
        made,
        OptionalLong.empty(),
        OptionalLong.empty(),
        findings.verdict());
  }

  private static Optional<Witness> decoded(RunFindings findings) {
    return findings
        .decoded()
        .map(digest -> new Witness("decode side output", "packed pages", digest));
  }

  private static ReadableTable open(String source, List<Path> files, PipelineSpec ran) {
    return switch (ran.form()) {
      case PARQUET -> ParquetFiles.open(source, files);
      case CSV -> new TableLocation.Csv(source, files).open(Optional.of(ran.digest().schema()));
    };
  }

  private static OptionalLong firstLost(Reading source, Reading files) {
    return source.table().schema().equals(files.table().schema())
        ? FirstLost.position(source.table(), files.table(), source.buckets(), files.buckets())
        : OptionalLong.empty();
  }

  /** The same, with what the mine counted when the export was done. */
  public Proof withMineRowsAfter(OptionalLong counted) {
    return new Proof(expectedRows, rows, digest, comparisons, firstLost, counted, verdict);
  }

  /** The same, with one more comparison. */
  public Proof with(String name, Comparison comparison) {
    Map<String, Comparison> more = new LinkedHashMap<>(comparisons);
    more.put(name, comparison);
    return new Proof(expectedRows, rows, digest, more, firstLost, mineRowsAfter, verdict);
  }

  /** Why the run is not proven, or none if all that was compared is equal and complete. */
  public Optional<String> mismatch() {
    return mismatch(name -> name);
  }

  /**
   * The same.
   *
   * @param shown what stands for a column's name
   */
  public Optional<String> mismatch(UnaryOperator<String> shown) {
    Optional<String> found = found(shown);
    Optional<String> handed = verdict.flatMap(ParityVerdict::mismatch);
    if (handed.isPresent()) {
      return Optional.of(
          handed.get()
              + "; "
              + found.orElse("the files, read again, do not show it: the two disagree"));
    }
    boolean seen = verdict.isPresent() && !verdict.get().handed().isEmpty();
    return seen ? found.map(f -> f + "; between the stages no page was lost or changed") : found;
  }

  /** What was found after the clock. */
  private Optional<String> found(UnaryOperator<String> shown) {
    long came = digest.map(TableDigest::rows).orElse(expectedRows);
    if (came != expectedRows) {
      return Optional.of("%,d rows came through, expected %,d".formatted(came, expectedRows));
    }
    return comparisons.values().stream()
        .filter(c -> !c.equivalent())
        .findFirst()
        .map(c -> c.summary(shown));
  }

  /** Whether the rows in the files were compared in full with something. */
  public boolean compared() {
    return comparisons.keySet().stream().anyMatch(name -> !OF_RELATION.contains(name));
  }
}
