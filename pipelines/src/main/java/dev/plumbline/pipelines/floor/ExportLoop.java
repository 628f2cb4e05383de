package dev.plumbline.pipelines.floor;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.PageDigest;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.transforms.csv.CsvRecordCounter;
import dev.plumbline.transforms.fetch.PageScheduler;
import dev.plumbline.transforms.fetch.TimedFetcher;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.SchemaFile;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * From page requests to files, or to pages in memory, with a bounded queue of fetched pages between
 * the workers and the threads.
 */
final class ExportLoop {
  private final DigestSpec judge;
  private final Step.Decode decode;
  private final Optional<Step.Write> write;
  private final String runId;
  private final DigestAccumulator digest;
  private final List<PackedPage> kept = new ArrayList<>();
  private PageDigest pages = PageDigest.NONE;

  ExportLoop(DigestSpec judge, Step.Decode decode, Optional<Step.Write> write, String runId) {
    this.judge = judge;
    this.decode = decode;
    this.write = write;
    this.runId = runId;
    this.digest = new DigestAccumulator(judge);
  }

  /** Fetches, decodes and writes all pages of the plan; without a write it keeps them. */
  WrittenTable run(Step.Fetch fetch, int threads) throws IOException, InterruptedException {
    if (write.isPresent()) {
      Files.createDirectories(Path.of(write.get().directory()));
    }
    BlockingQueue<Optional<FetchedPage>> queue = new ArrayBlockingQueue<>(2 * threads);
    List<ExportThread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(new ExportThread(queue, judge, decode, target(i, threads), runId));
    }
    all.forEach(Thread::start);
    try (TimedFetcher fetcher =
        new TimedFetcher(fetch.core(), FloorRun.clock(runId, Stage.FETCH))) {
      PageScheduler.run(
          fetch.plan().all(),
          fetcher::fetch,
          fetch.core().workers(),
          page -> hand(queue, Optional.of(page.value()), all));
      for (int i = 0; i < threads; i++) {
        hand(queue, Optional.empty(), all);
      }
      return gather(all);
    } finally {
      all.forEach(Thread::interrupt);
    }
  }

  /** The digest of all rows; complete when {@link #run} has returned. */
  TableDigest digest() {
    return digest.digest();
  }

  /** Gives away the pages themselves, where they were not written. */
  List<PackedPage> takePages() {
    List<PackedPage> taken = List.copyOf(kept);
    kept.clear();
    return taken;
  }

  /** All pages that were decoded; complete when {@link #run} has returned. */
  PageDigest pages() {
    return pages;
  }

  private WrittenTable gather(List<ExportThread> all) throws IOException, InterruptedException {
    List<WrittenFile> files = new ArrayList<>();
    for (ExportThread thread : all) {
      thread.join();
      thread.throwFailure();
      digest.merge(thread.digest());
      pages = pages.plus(thread.pages());
      kept.addAll(thread.kept());
      thread.file().ifPresent(file -> files.add(written(file)));
    }
    if (write.isPresent() && write.get().form() == FileForm.CSV) {
      SchemaFile.write(
          Path.of(write.get().directory(), SchemaFile.SHARED), DescribedSchema.of(judge.schema()));
    }
    return new WrittenTable(files);
  }

  private static WrittenFile written(ExportThread.Target file) {
    String path = file.path().toString();
    return switch (file.write().form()) {
      case CSV -> CsvRecordCounter.read(path);
      case PARQUET -> ParquetFooter.read(path);
    };
  }

  private Optional<ExportThread.Target> target(int index, int of) {
    return write.map(
        to ->
            new ExportThread.Target(
                to,
                Path.of(
                    to.directory(),
                    "rows-%05d-of-%05d.%s".formatted(index, of, to.form().label()))));
  }

  /** Waits for room in the queue, but not for ever for threads that have failed. */
  private static void hand(
      BlockingQueue<Optional<FetchedPage>> queue,
      Optional<FetchedPage> page,
      List<ExportThread> all) {
    try {
      while (!queue.offer(page, 100, TimeUnit.MILLISECONDS)) {
        all.forEach(ExportThread::throwFailure);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while handing a page on", e);
    }
  }
}
