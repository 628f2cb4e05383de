package dev.plumbline.pipelines.floor;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.PageDigest;
import dev.plumbline.pipelines.JudgedPages;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.transforms.decode.TimedDecoder;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.NewFile;
import dev.plumbline.transforms.table.TimedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the floor: takes pages until the queue says it is over, and writes them into one
 * file, or keeps them.
 */
final class ExportThread extends Thread {
  private final BlockingQueue<Optional<FetchedPage>> queue;
  private final Step.Decode decode;
  private final Optional<Target> target;
  private final String runId;
  private final JudgedPages judged;
  private final DigestAccumulator digest;
  private PageDigest pages = PageDigest.NONE;
  private volatile @Nullable Throwable failure;
  private final List<PackedPage> kept = new ArrayList<>();
  private volatile boolean wrote;

  /** The file that a thread writes. */
  record Target(Step.Write write, Path path) {}

  ExportThread(
      BlockingQueue<Optional<FetchedPage>> queue,
      DigestSpec judge,
      Step.Decode decode,
      Optional<Target> target,
      String runId) {
    super(target.map(file -> "floor-" + file.path().getFileName()).orElse("floor-pages"));
    setDaemon(true);
    this.queue = queue;
    this.decode = decode;
    this.target = target;
    this.runId = runId;
    this.judged = new JudgedPages(judge.schema(), FloorRun.clock(runId, Stage.PARITY));
    this.digest = new DigestAccumulator(judge);
  }

  @Override
  public void run() {
    try {
      Optional<FetchedPage> first = queue.take();
      if (first.isPresent()) {
        export(first);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // told to stop: whoever did so reports why
      failure = new IllegalStateException("Interrupted while waiting for a page", e);
    } catch (Throwable e) { // whatever it is: a thread that has gone quietly is waited for
      failure = e;
    }
  }

  private void export(Optional<FetchedPage> first) throws IOException, InterruptedException {
    if (target.isEmpty()) {
      export(first, kept::add);
      return;
    }
    Path file = target.get().path();
    Step.Write write = target.get().write();
    try (NewFile made = NewFile.create(file)) {
      TimedWriter writer =
          new TimedWriter(
              write.core(), FloorRun.clock(runId, write.stage()), made.channel(), file.toString());
      export(first, writer::write);
      writer.finish();
      made.complete();
    }
    wrote = true;
  }

  /** Takes decoded pages. */
  @FunctionalInterface
  private interface Taker {
    void take(PackedPage page) throws IOException;
  }

  private void export(Optional<FetchedPage> first, Taker next)
      throws IOException, InterruptedException {
    boolean summed = target.isEmpty() || target.get().write().core().tellsPages();
    TimedDecoder decoder = new TimedDecoder(decode.core(), FloorRun.clock(runId, Stage.DECODE));
    for (Optional<FetchedPage> body = first; body.isPresent(); body = queue.take()) {
      PackedPage page = decoder.decode(body.get()).value();
      if (decode.judged()) {
        judged.feed(page, digest.sink());
        pages = summed ? pages.plus(judged.sum(page)) : pages;
      }
      next.take(page);
    }
  }

  /** The file that it wrote; none if no page came, or pages are kept. */
  Optional<Target> file() {
    return target.filter(file -> wrote);
  }

  /** The pages, where they are kept; complete when it has ended. */
  List<PackedPage> kept() {
    return kept;
  }

  DigestAccumulator digest() {
    return digest;
  }

  /** The pages that it decoded; complete when it has ended. */
  PageDigest pages() {
    return pages;
  }

  void throwFailure() {
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException e) {
      throw e;
    } else if (thrown instanceof Error e) {
      throw e;
    } else if (thrown != null) {
      String what = target.map(file -> "Cannot write " + file.path()).orElse("Cannot export");
      throw thrown instanceof IOException e
          ? new UncheckedIOException(what, e)
          : new IllegalStateException(what, thrown);
    }
  }
}
