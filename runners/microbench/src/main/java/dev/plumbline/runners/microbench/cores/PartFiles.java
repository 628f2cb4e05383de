package dev.plumbline.runners.microbench.cores;

import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The rows of an export as Parquet files in a folder of their own, each written by a thread. */
final class PartFiles implements AutoCloseable {
  static final int THREADS = 2;

  private final ParquetSpec spec;
  private final List<PackedPage> pages;
  private final Path folder;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  PartFiles(Export export) throws IOException {
    this.spec = ParquetSpec.of(export.schema(), "mine");
    this.pages = export.decode();
    this.folder = Files.createTempDirectory("plumbline-microbench");
  }

  Path folder() {
    return folder;
  }

  /** Writes all pages anew, each thread the same number of them. */
  List<Path> write() throws InterruptedException, ExecutionException {
    List<Callable<Path>> parts = new ArrayList<>();
    for (int part = 0; part < THREADS; part++) {
      int first = part;
      parts.add(() -> write(first));
    }
    List<Path> files = new ArrayList<>();
    for (Future<Path> written : threads.invokeAll(parts)) {
      files.add(written.get());
    }
    return files;
  }

  private Path write(int first) throws IOException {
    Path file = folder.resolve("part-" + first + ".parquet");
    Files.deleteIfExists(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      PageWriter writer = spec.open(channel);
      for (int i = first; i < pages.size(); i += THREADS) {
        writer.write(pages.get(i));
      }
      writer.finish();
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    threads.shutdown();
    FileTree.delete(folder);
  }
}
