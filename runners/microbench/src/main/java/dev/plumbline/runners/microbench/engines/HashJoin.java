package dev.plumbline.runners.microbench.engines;

import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
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

/**
 * The joined relation of a {@link BenchTable} by hash tables in a plain Java program: what Beam's
 * join is measured by, on one thread like it. The rows are parted at the first key of the base's
 * middle row group; each half goes into a hash table, whose entries are sorted and written.
 *
 * @param input the table
 * @param directory where the relation goes
 */
record HashJoin(EngineInput input, Path directory) implements Bare {
  private static final int HALVES = 2;

  @Override
  public Findings run(EngineWork work) throws IOException {
    HashJoinKey middle = middle();
    List<HashJoinRows> rows = new ArrayList<>();
    for (int table = 0; table < CanonicalTables.NAMES.size(); table++) {
      for (RowGroup group : groups(table)) {
        rows.add(read(table, group, middle));
      }
    }
    List<WrittenFile> files = new ArrayList<>();
    for (int half = 0; half < HALVES; half++) {
      files.add(write(half, rows));
    }
    long written = files.stream().mapToLong(WrittenFile::rows).sum();
    return new Findings(
        input.canonical().rows(), Map.of("rows", BigInteger.valueOf(written)), null, files);
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
