package dev.plumbline.runners.run;

import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.options.MineKind;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.artifact.ArtifactFile;
import dev.plumbline.transforms.artifact.ArtifactKind;
import dev.plumbline.transforms.artifact.ArtifactManifest;
import dev.plumbline.transforms.artifact.ArtifactOrigin;
import dev.plumbline.transforms.artifact.RowStreamStore;
import dev.plumbline.transforms.artifact.StreamKey;
import dev.plumbline.transforms.artifact.TableWriter;
import dev.plumbline.transforms.parquet.ExportedPages;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a run's rows for later replays, once they are proven: the row stream in the folder of row
 * streams, CSV and Parquet among the run's artifacts, and the manifest of these. They are made of
 * the written files after the clock, in the order of the export.
 *
 * @param options of the run
 * @param plan what was exported
 * @param artifacts the run's folder of artifacts, absolute
 */
public record KeptArtifacts(WorkflowOptions options, ExportPlan plan, Path artifacts) {
  private static final Logger log = LoggerFactory.getLogger(KeptArtifacts.class);

  /**
   * What a run's row stream is found by: where its rows came from, what was asked for, and how
   * many. The mine need not be asked.
   *
   * @throws UsageException if the file that the mine is to serve cannot be read
   */
  public static StreamKey key(WorkflowOptions options) {
    String data =
        options.mine().mineKind() == MineKind.LOCAL && options.served().data() == null
            ? "-seed%d-of%d".formatted(options.served().seed(), options.served().rows())
            : "";
    List<String> query = new ArrayList<>(List.of(options.query().root()));
    query.addAll(options.query().views());
    query.addAll(options.query().joins());
    return new StreamKey(
        options.mine().target() + data,
        InputIdentity.of(options),
        String.join("\n", query),
        options.paging().rowsTarget());
  }

  void keep(RanPipeline ran, Proof proof) throws IOException {
    DescribedSchema schema = DescribedSchema.of(plan.schema());
    String source = plan.fetch().root().url();
    WrittenTable written = ran.findings().tables().table();
    TableWriter table = new TableWriter(new ExportedPages(written, schema.table()), schema, source);
    StreamKey key = key(options);
    ArtifactOrigin origin =
        key.origin(
            source,
            proof.digest().orElseThrow().content().hex(),
            plan.modelDigest(),
            Instant.now());
    Path stream =
        new RowStreamStore(Path.of(options.keeping().rowStreamDir()))
            .keep(key, table, origin)
            .file();
    Map<ArtifactKind, List<ArtifactFile>> files = new EnumMap<>(ArtifactKind.class);
    files.put(ArtifactKind.PARQUET, parquet(ran, table, written));
    if (schema.table().width() > 1) {
      files.putAll(csv(table));
    }
    new ArtifactManifest(origin, written.rows(), files)
        .write(artifacts.resolve(ArtifactManifest.FILE));
    log.info("the rows are kept: {}", stream);
  }

  private Map<ArtifactKind, List<ArtifactFile>> csv(TableWriter table) throws IOException {
    Path folder = Files.createDirectories(artifacts.resolve("csv"));
    WrittenFile file =
        table.write(ArtifactKind.CSV, folder.resolve("rows" + ArtifactKind.CSV.suffix()));
    Path schema = SchemaFile.beside(Path.of(file.path()));
    return Map.of(
        ArtifactKind.CSV,
        List.of(ArtifactFile.of(artifacts, file)),
        ArtifactKind.SCHEMA,
        List.of(
            ArtifactFile.of(artifacts, new WrittenFile(schema.toString(), 0, Files.size(schema)))));
  }

  /** What was only handed over is no artifact: it is written as one. */
  private List<ArtifactFile> parquet(RanPipeline ran, TableWriter table, WrittenTable written)
      throws IOException {
    List<WrittenFile> files = new ArrayList<>(written.files());
    if (!ran.spec().writeStage().equals(Optional.of(Stage.PARQUET_WRITE))) {
      Path folder = Files.createDirectories(artifacts.resolve("parquet"));
      files.clear();
      files.add(
          table.write(
              ArtifactKind.PARQUET, folder.resolve("rows" + ArtifactKind.PARQUET.suffix())));
    }
    List<ArtifactFile> listed = new ArrayList<>();
    for (WrittenFile file : files) {
      listed.add(ArtifactFile.of(artifacts, file));
    }
    return listed;
  }
}
