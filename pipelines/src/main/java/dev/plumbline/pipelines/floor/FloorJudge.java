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
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.parquet.RelationPages;
import dev.plumbline.transforms.parquet.WriteRelation;
import dev.plumbline.transforms.table.Threads;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Looks at what stages hand on, as the side outputs of a Beam graph do. Not thread-safe. */
final class FloorJudge {
  private final PipelineSpec spec;
  private final String runId;
  private final int threads;
  private final List<ParityVerdict.Handed> handed = new ArrayList<>();
  private PageDigest relation = PageDigest.NONE;
  private @Nullable TableDigest joined;

  FloorJudge(PipelineSpec spec, String runId, int threads) {
    this.spec = spec;
    this.runId = runId;
    this.threads = threads;
  }

  /** Decoded pages have been written. */
  void handed(PageDigest decoded, Step.Write write, WrittenTable table) {
    if (spec.judged() && write.core().tellsPages()) {
      handed.add(
          new ParityVerdict.Handed(
              Stage.DECODE.label(), write.stage().label(), decoded, taken(table)));
    }
  }

  /** Decoded pages have come to the join. */
  void handed(PageDigest decoded, List<PackedPage> pages) {
    if (spec.judged()) {
      JudgedPages judged = new JudgedPages(spec.digest().schema(), clock());
      PageDigest taken =
          all(pages.stream().<Callable<PageDigest>>map(page -> () -> judged.sum(page)).toList())
              .stream()
              .reduce(PageDigest.NONE, PageDigest::plus);
      handed.add(
          new ParityVerdict.Handed(Stage.DECODE.label(), Stage.JOIN.label(), decoded, taken));
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
    StageClock clock = clock();
    boolean loads = spec.stages().indexOf(Stage.PARQUET_WRITE) > spec.stages().indexOf(Stage.JOIN);
    DigestAccumulator digest = new DigestAccumulator(of);
    List<Callable<Seen>> pieces =
        RelationPages.pieces(left).stream()
            .<Callable<Seen>>map(piece -> () -> Seen.of(of, clock, loads, piece))
            .toList();
    for (Seen seen : all(pieces)) {
      digest.merge(seen.rows());
      relation = relation.plus(seen.pages());
    }
    joined = digest.digest();
  }

  private <T> List<T> all(List<Callable<T>> pieces) {
    try (Threads loop = new Threads(Stage.PARITY.label(), threads)) {
      return loop.all(pieces);
    }
  }

  private StageClock clock() {
    return FloorRun.clock(runId, Stage.PARITY);
  }

  /** What one piece of the relation adds. */
  private record Seen(DigestAccumulator rows, PageDigest pages) {
    static Seen of(DigestSpec spec, StageClock clock, boolean loads, RelationPages.Piece piece) {
      JudgedPages judged = new JudgedPages(spec.schema(), clock);
      DigestAccumulator rows = new DigestAccumulator(spec);
      PageDigest[] pages = {PageDigest.NONE};
      new RelationPages(spec.schema(), clock)
          .each(
              piece,
              page -> {
                judged.feed(page, rows.sink());
                if (loads) {
                  pages[0] = pages[0].plus(judged.sum(page));
                }
              });
      return new Seen(rows, pages[0]);
    }
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
