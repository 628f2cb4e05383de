package dev.plumbline.runners.study.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.measure.StudyEnded;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.FileStudy;
import dev.plumbline.transforms.table.FileForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CSV against Parquet: pairs of the same rows are made ready and proven, then each form is written,
 * loaded and scanned.
 */
public final class StorageStudy extends FileStudy<StoragePrepared> {
  /** A study. */
  public StorageStudy(StorageOptions options, Setting setting) {
    super(options, setting);
  }

  @Override
  public String name() {
    return "storage";
  }

  @Override
  protected Tasks<StoragePrepared> tasks() {
    return new Tasks<>(StoragePrepareChild.class, StorageChild.class, StoragePrepared.class);
  }

  @Override
  protected void check(StoragePrepared prepared) throws StudyEnded {
    if (prepared.pairs().isEmpty()) {
      throw new StudyEnded(
          ChildOutcome.said("every pair of CSV and Parquet differs: nothing is measured"));
    }
  }

  @Override
  protected Map<String, List<WorkArm.Work>> works(StoragePrepared prepared) {
    List<String> engines = EngineReadiness.ready(prepared.engines());
    List<WorkArm.Work> works =
        StorageWork.all(prepared.pairs(), engines).stream()
            .map(work -> new WorkArm.Work(work.scenario(), work.engine(), work.pair().rows()))
            .toList();
    Map<String, List<WorkArm.Work>> arms = new LinkedHashMap<>();
    for (FileForm form : FileForm.values()) {
      arms.put(form.label(), works);
    }
    return arms;
  }

  @Override
  protected List<Long> sizes(StoragePrepared prepared) {
    return prepared.pairs().stream().map(StoragePair::rows).distinct().toList();
  }

  @Override
  public Made report(Ready<StoragePrepared> made, MeasurementReport measured) throws IOException {
    StoragePrepared ready = made.prepared();
    Map<String, StorageReport.Sizes> sizes = new LinkedHashMap<>();
    Map<String, JsonNode> exports = new LinkedHashMap<>();
    for (StoragePair pair : ready.pairs()) {
      sizes.put(pair.name(), StorageReport.Sizes.of(pair));
      for (String export : OnlinePair.EXPORTS) {
        Path file = StoragePrepared.report(made.folder().resolve(pair.name()), export);
        if (Files.exists(file)) {
          ObjectNode exported = (ObjectNode) Json.mapper().readTree(file.toFile());
          String name = pair.name() + "." + export;
          exported.retain("cell", "parity", "stage_model", "stage_timings", "ledger");
          exported.set("provenance", Json.mapper().valueToTree(ready.provenance().get(name)));
          exports.put(name, exported);
        }
      }
    }
    StorageReport report =
        new StorageReport(
            envelope(StorageReport.VERSION, measured),
            ready.engines(),
            sizes,
            ready.parity(),
            exports,
            measured);
    return new Made(report, new StoragePage(report).page());
  }
}
