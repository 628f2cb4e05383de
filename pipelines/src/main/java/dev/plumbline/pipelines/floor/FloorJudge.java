package dev.plumbline.pipelines.floor;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.PageDigest;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.pipelines.JudgedPages;
import dev.plumbline.pipelines.ParityVerdict;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RelationJudge;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.parquet.RelationPages;
import dev.plumbline.transforms.parquet.WriteRelation;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at what stages hand on, as the side outputs of a Beam graph do. Not thread-safe. */
final class FloorJudge {
  private final PipelineSpec spec;
  private final String runId;
  private final List<ParityVerdict.Handed> handed = new ArrayList<>();
  private PageDigest relation = PageDigest.NONE;
  private @Nullable TableDigest joined;

  FloorJudge(PipelineSpec spec, String runId) {
    this.spec = spec;
    this.runId = runId;
  }

  /** Decoded pages have been written. */
  void handed(PageDigest decoded, Step.Write write, WrittenTable table) {
    if (spec.judged() && write.core().tellsPages()) {
      handed.add(
          new ParityVerdict.Handed(
              Stage.DECODE.label(), write.stage().label(), decoded, taken(table)));
    }
  }

  /** A step has left this. */
  void look(Step step, WrittenTable left) {
    if (!spec.judged()) {
      return;
    }
    if (step.stage() == Stage.JOIN) {
      look(left);
    } else if (step instanceof Step.OnTable work
        && work.core() instanceof WriteRelation write
        && write.tellsPages()) {
      handed.add(
          new ParityVerdict.Handed(
              Stage.JOIN.label(), step.stage().label(), relation, taken(left)));
    }
  }

  private void look(WrittenTable left) {
    DigestSpec of = RelationJudge.of(spec.digest());
    StageClock clock = FloorRun.clock(runId, Stage.PARITY);
    JudgedPages judged = new JudgedPages(of.schema(), clock);
    DigestAccumulator digest = new DigestAccumulator(of);
    boolean loads = spec.stages().indexOf(Stage.PARQUET_WRITE) > spec.stages().indexOf(Stage.JOIN);
    new RelationPages(of.schema(), clock)
        .each(
            left,
            page -> {
              judged.feed(page, digest.sink());
              if (loads) {
                relation = relation.plus(JudgedPages.sum(page, clock));
              }
            });
    joined = digest.digest();
  }

  ParityVerdict verdict(TableDigest decoded) {
    return new ParityVerdict(decoded, joined, handed);
  }

  private static PageDigest taken(WrittenTable table) {
    return table.files().stream()
        .map(WrittenFile::path)
        .map(ParquetFooter::given)
        .reduce(PageDigest.NONE, PageDigest::plus);
  }
}
