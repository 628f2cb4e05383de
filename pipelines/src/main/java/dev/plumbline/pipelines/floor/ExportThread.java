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
import dev.plumbline.transforms.table.TimedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the floor: takes pages until the queue says it is over, and writes them into one
 * file.
 */
final class ExportThread extends Thread {
  private final BlockingQueue<Optional<FetchedPage>> queue;
  private final Step.Decode decode;
  private final Step.Write write;
  private final String runId;
  private final Path file;
  private final JudgedPages judged;
  private final DigestAccumulator digest;
  private PageDigest pages = PageDigest.NONE;
  private volatile @Nullable Throwable failure;
  private volatile boolean wrote;

  ExportThread(
      BlockingQueue<Optional<FetchedPage>> queue,
      DigestSpec judge,
      Step.Decode decode,
      Step.Write write,
      String runId,
      Path file) {
    super("floor-" + file.getFileName());
    setDaemon(true);
    this.queue = queue;
    this.decode = decode;
    this.write = write;
    this.runId = runId;
    this.file = file;
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
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }

  private void export(Optional<FetchedPage> first) throws IOException, InterruptedException {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".partial");
    try (FileChannel channel =
        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      TimedDecoder decoder = new TimedDecoder(decode.core(), FloorRun.clock(runId, Stage.DECODE));
      TimedWriter writer =
          new TimedWriter(
              write.core(), FloorRun.clock(runId, write.stage()), channel, file.toString());
      for (Optional<FetchedPage> next = first; next.isPresent(); next = queue.take()) {
        PackedPage page = decoder.decode(next.get()).value();
        if (decode.judged()) {
          judged.feed(page, digest.sink());
          pages = write.core().tellsPages() ? pages.plus(judged.sum(page)) : pages;
        }
        writer.write(page);
      }
      writer.finish();
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    wrote = true;
  }

  Path file() {
    return file;
  }

  boolean wrote() {
    return wrote;
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
    } else if (thrown instanceof IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
