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
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** A step has left this. */
  void look(Step step, WrittenTable left) throws InterruptedException {
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

  private void look(WrittenTable left) throws InterruptedException {
    DigestSpec of = RelationJudge.of(spec.digest());
    StageClock clock = FloorRun.clock(runId, Stage.PARITY);
    boolean loads = spec.stages().indexOf(Stage.PARQUET_WRITE) > spec.stages().indexOf(Stage.JOIN);
    DigestAccumulator digest = new DigestAccumulator(of);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Seen>> pieces =
          RelationPages.pieces(left).stream()
              .<Callable<Seen>>map(piece -> () -> Seen.of(of, clock, loads, piece))
              .toList();
      for (Future<Seen> piece : pool.invokeAll(pieces)) {
        Seen seen = piece.get();
        digest.merge(seen.rows());
        relation = relation.plus(seen.pages());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TableException known
          ? known
          : new IllegalStateException("The relation could not be judged", e.getCause());
    } finally {
      pool.shutdown();
    }
    joined = digest.digest();
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
