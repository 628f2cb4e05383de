package dev.plumbline.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.floor.FloorRun;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.decode.DecodeCore;
import dev.plumbline.transforms.fetch.FetchCore;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.page.PagePlan;
import dev.plumbline.transforms.page.PageRequest;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WriteCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The floor and the Beam graph of one pipeline call the same cores, with the same pages and bytes.
 */
class SameCoresTest {
  private static final ConcurrentSkipListSet<String> CALLS = new ConcurrentSkipListSet<>();
  private static final ViewColumn COLUMN =
      new ViewColumn("Gene.id", "java.lang.Integer", new Column("id", ColumnType.INT64));
  private static final ExportSchema SCHEMA = new ExportSchema(List.of(COLUMN));

  @TempDir Path directory;

  @BeforeEach
  void forgetCalls() {
    CALLS.clear();
  }

  @ParameterizedTest
  @EnumSource
  void floorAndBeamCallTheSameCoresWithTheSamePagesAndBytes(CorrectnessRunner runner)
      throws Exception {
    FloorRun.run(spec(Files.createDirectory(directory.resolve("floor"))), "floor", 2);
    List<String> onFloor = List.copyOf(CALLS);
    CALLS.clear();

    Path beam = Files.createDirectory(directory.resolve("beam"));
    Pipeline pipeline = Pipeline.create(runner.options());
    BeamGraph.build(
        spec(beam), pipeline, "beam", new BeamGraph.Shape(2, 2), new OutcomeFiles(beam.toString()));
    pipeline.run().waitUntilFinish();

    assertEquals(onFloor, List.copyOf(CALLS));
    assertEquals(3 * 7 + 1, onFloor.size(), onFloor::toString);
  }

  private static PipelineSpec spec(Path to) {
    return new PipelineSpec(
        "test",
        DigestSpec.of(SCHEMA.table()),
        List.of(
            new Step.Fetch(new Fetch(), new PagePlan(33, 5)),
            new Step.Decode(new Decode(), true),
            new Step.Write(Stage.PARQUET_WRITE, Stage.DECODE, new Write(), to.toString()),
            new Step.OnTable(Stage.DUCKDB_SCAN, Stage.PARQUET_WRITE, new Scan())));
  }

  private record Fetch() implements FetchCore {
    @Override
    public int workers() {
      return 3;
    }

    @Override
    public Fetching open() {
      return new Fetching() {
        @Override
        public FetchedPage fetch(PageRequest request) {
          CALLS.add("fetch " + request);
          byte[] body = new byte[10 + request.index()];
          Arrays.fill(body, (byte) request.index());
          return new FetchedPage(request, 0, body.length, body);
        }

        @Override
        public void close() {}
      };
    }
  }

  private record Decode() implements DecodeCore {
    @Override
    public Function<FetchedPage, PackedPage> open() {
      PageBuilder builder = new PageBuilder(SCHEMA.table(), 64);
      return page -> {
        CALLS.add("decode " + page.request() + " " + Arrays.hashCode(page.body()));
        for (int row = 0; row < page.request().rows(); row++) {
          builder.startRow();
          builder.addInt64(page.request().start() + row);
        }
        return builder.build(page.request().index(), page.request().start());
      };
    }
  }

  private record Write() implements WriteCore {
    @Override
    public PageWriter open(WritableByteChannel channel) throws IOException {
      PageWriter parquet = ParquetSpec.of(SCHEMA, "test").open(channel);
      return new PageWriter() {
        @Override
        public void write(PackedPage page) throws IOException {
          CALLS.add("write " + page.index() + " " + Arrays.hashCode(page.data()));
          parquet.write(page);
        }

        @Override
        public void finish() throws IOException {
          parquet.finish();
        }
      };
    }
  }

  private record Scan() implements TableCore {
    @Override
    public Findings run(WrittenTable table) {
      CALLS.add("scan " + table.rows());
      return new Findings(table.rows(), Map.of(), null, List.of());
    }
  }
}
