package dev.plumbline.runners.microbench.performance;

import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.runners.microbench.performance.Side.Done;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.parquet.ParquetRowWriter;
import dev.plumbline.transforms.parquet.RowGroup;
import dev.plumbline.transforms.parquet.RowGroupReader;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The joined relation of a {@link BenchTable} by hash tables in a plain Java program: what Beam's
 * join is measured by. Two threads read row groups and part their rows at the first key of the
 * base's middle row group; then each puts one half into a hash table, sorts its entries and writes
 * them.
 *
 * @param input the table
 * @param directory where the relation goes
 */
record HashJoin(EngineInput input, Path directory) {
  private static final int THREADS = 2;

  /** Joins. */
  Done run() throws Exception {
    for (int half = 0; half < THREADS; half++) {
      Files.deleteIfExists(file(half));
    }
    long start = System.nanoTime();
    List<WrittenFile> files;
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      HashJoinKey middle = middle();
      List<Callable<HashJoinRows>> readers = new ArrayList<>();
      for (int table = 0; table < CanonicalTables.NAMES.size(); table++) {
        for (RowGroup group : groups(table)) {
          int of = table;
          readers.add(() -> read(of, group, middle));
        }
      }
      List<HashJoinRows> rows = all(threads, readers);
      List<Callable<WrittenFile>> writers = new ArrayList<>();
      for (int half = 0; half < THREADS; half++) {
        int of = half;
        writers.add(() -> write(of, rows));
      }
      files = all(threads, writers);
    } finally {
      threads.shutdown();
    }
    long nanos = System.nanoTime() - start;
    long rows = files.stream().mapToLong(WrittenFile::rows).sum();
    return new Done(
        nanos,
        new Findings(
            input.canonical().rows(), Map.of("rows", BigInteger.valueOf(rows)), null, files));
  }

  private static <T> List<T> all(ExecutorService threads, List<Callable<T>> pieces)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    for (Future<T> piece : threads.invokeAll(pieces)) {
      results.add(piece.get());
    }
    return results;
  }

  private List<RowGroup> groups(int table) {
    return RowGroupReader.groups(CanonicalTables.file(input.canonical(), table).path());
  }

  /** The tables are sorted, and of about the same keys: the middle of one is that of all. */
  private HashJoinKey middle() {
    List<RowGroup> groups = groups(0);
    RowGroup group = groups.get(groups.size() / 2);
    HashJoinRows rows = read(0, group, new HashJoinKey(new byte[0]));
    return rows.firstKey();
  }

  private HashJoinRows read(int table, RowGroup group, HashJoinKey middle) {
    HashJoinRows rows = new HashJoinRows(table, middle);
    RowGroupReader.feed(
        group, CanonicalTables.schema(Roles.of(input.schema()), table).columns(), rows);
    return rows;
  }

  private WrittenFile write(int half, List<HashJoinRows> rows) throws IOException {
    HashJoinTable table = new HashJoinTable(half, rows);
    Path file = file(half);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ParquetRowWriter writer =
          new ParquetRowWriter(
              CanonicalTables.joined(Roles.of(input.schema())), CanonicalTables.KEY, channel);
      table.write(writer);
      long written = writer.finish();
      return new WrittenFile(file.toString(), written, Files.size(file));
    }
  }

  private Path file(int half) {
    return directory.resolve("hash-join-" + half + ".parquet");
  }
}
