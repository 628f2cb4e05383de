package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.locate.CellDifference;
import dev.plumbline.parity.locate.CellKind;
import dev.plumbline.parity.locate.Difference;
import dev.plumbline.parity.locate.RowDifference;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.transforms.decode.DecodeCore;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.WriteCore;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A defect planted in decode, in the writer, or in a file after it was written is caught. */
class PlantedDefectsTest {
  @TempDir Path artifacts;
  private FloorFixture fixture;

  @BeforeEach
  void start() {
    fixture = new FloorFixture(artifacts);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void findsNothingWhereNothingWasPlanted() throws Exception {
    RanPipeline ran = fixture.run(fixture.spec(true));

    assertTrue(proof(ran).mismatch().isEmpty(), () -> proof(ran).mismatch().toString());
    assertEquals(3, proof(ran).comparisons().size());
  }

  @Test
  void catchesAByteThatDecodeGetsWrong() throws Exception {
    RanPipeline ran = fixture.run(with(new WrongByte(decode())));

    Comparison source = of(proof(ran), Proof.SOURCE);
    assertEquals(List.of("length"), source.columns().content());
    assertTrue(of(proof(ran), Stage.PARQUET_WRITE.label()).equivalent());
    assertTrue(proof(ran).mismatch().orElseThrow().contains("length"));
    Difference located = of(proof(ran), Proof.EXPORT).difference();
    assertEquals(1, located.differing());
    assertEquals(Map.of("length", Map.of(CellKind.DIFFERS, 1L)), located.cells());
  }

  @Test
  void catchesAByteThatDecodeGetsWrongWithoutTheSideOutput() throws Exception {
    RanPipeline ran = fixture.run(replace(fixture.spec(false), new WrongByte(decode()), null));

    assertTrue(proof(ran).mismatch().orElseThrow().contains("length"));
  }

  @Test
  void catchesAPageThatTheWriterWritesTwiceForAnother() throws Exception {
    RanPipeline ran = fixture.run(replace(fixture.spec(true), null, new Repeater(write())));

    Proof proof = proof(ran);
    assertTrue(of(proof, Proof.SOURCE).equivalent());
    assertTrue(of(proof, Stage.PARQUET_WRITE.label()).columns().content().contains("name"));
    assertTrue(proof.mismatch().isPresent());
  }

  @Test
  void catchesAValueChangedInTheFileAfterwards() throws Exception {
    RanPipeline ran = fixture.run(fixture.spec(true));
    Path file = Path.of(ran.findings().tables().table().files().get(0).path());
    change(file);

    Comparison decoded = of(proof(ran), Stage.PARQUET_WRITE.label());
    assertEquals(List.of("symbol"), decoded.columns().content());
    RowDifference row = of(proof(ran), Proof.EXPORT).difference().first().get(0);
    assertEquals(List.of("symbol"), row.cells().stream().map(CellDifference::column).toList());
    assertEquals("planted", row.cells().get(0).right());
  }

  private static Comparison of(Proof proof, String name) {
    return Objects.requireNonNull(proof.comparisons().get(name));
  }

  private Proof proof(RanPipeline ran) {
    return fixture.proof(ran);
  }

  private DecodeCore decode() {
    return ((Step.Decode) fixture.spec(true).steps().get(1)).core();
  }

  private WriteCore write() {
    return ((Step.Write) fixture.spec(true).steps().get(2)).core();
  }

  private PipelineSpec with(DecodeCore defect) {
    return replace(fixture.spec(true), defect, null);
  }

  private static PipelineSpec replace(PipelineSpec spec, DecodeCore decode, WriteCore write) {
    List<Step> steps =
        spec.steps().stream()
            .map(
                step -> {
                  if (decode != null && step instanceof Step.Decode d) {
                    return (Step) new Step.Decode(decode, d.judged());
                  }
                  return write != null && step instanceof Step.Write w
                      ? new Step.Write(w.stage(), w.source(), write, w.directory())
                      : step;
                })
            .toList();
    return new PipelineSpec(spec.name(), spec.digest(), steps);
  }

  /** Gives the fifth row another symbol, and changes nothing else. */
  private static void change(Path file) throws Exception {
    Path changed = file.resolveSibling("changed.parquet");
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute(
          """
          COPY (SELECT * REPLACE (CASE WHEN row_number() OVER () = 5 THEN 'planted' ELSE symbol END
            AS symbol) FROM read_parquet('%s')) TO '%s' (FORMAT parquet)
          """
              .formatted(file, changed));
    }
    Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Flips the lowest bit of the last int64 of the first page. */
  private record WrongByte(DecodeCore core) implements DecodeCore {
    @Override
    public Function<FetchedPage, PackedPage> open() {
      Function<FetchedPage, PackedPage> right = core.open();
      return page -> {
        PackedPage decoded = right.apply(page);
        if (page.request().index() == 0) {
          decoded.data()[decoded.data().length - Long.BYTES] ^= 1;
        }
        return decoded;
      };
    }
  }

  /** Writes the first page it gets in the place of the second, too. */
  private record Repeater(WriteCore core) implements WriteCore {
    @Override
    public PageWriter open(WritableByteChannel channel) throws IOException {
      PageWriter right = core.open(channel);
      return new PageWriter() {
        private PackedPage first;

        @Override
        public void write(PackedPage page) throws IOException {
          first = first == null ? page : first;
          right.write(page.rows() == first.rows() ? first : page);
        }

        @Override
        public void finish() throws IOException {
          right.finish();
        }
      };
    }
  }
}
