package dev.plumbline.runners.study.storage;

import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * Forks in which no file grows beyond a limit: one class for each, since a fork is told no more
 * than that. The engine's library is larger, so it is loaded before.
 */
abstract class SmallDisk implements ChildTask {
  private static final List<String> UNPACKING =
      List.of("com.sun.jna.Native", "com.github.luben.zstd.Zstd", "org.duckdb.DuckDBNative");

  private final int bytes;
  private final ChildTask real;

  SmallDisk(int bytes, ChildTask real) {
    this.bytes = bytes;
    this.real = real;
  }

  @Override
  public final ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    for (String name : UNPACKING) {
      Class.forName(name);
    }
    String pid = Long.toString(ProcessHandle.current().pid());
    int exit =
        new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes)
            .inheritIO()
            .start()
            .waitFor();
    if (exit != 0) {
      throw new AssertionError("prlimit ended with exit code " + exit);
    }
    return real.run(request, directory);
  }

  /** Makes the pairs ready; has room for the Parquet of {@code new}, and not for its CSV. */
  public static final class NoRoomForCsv extends SmallDisk {
    public NoRoomForCsv() {
      super(60_000, new StoragePrepareChild());
    }
  }

  /** Makes the pairs ready; has no room for the Parquet of {@code new} either. */
  public static final class NoRoomForParquet extends SmallDisk {
    public NoRoomForParquet() {
      super(25_000, new StoragePrepareChild());
    }
  }

  /** Is measured; has no room for the CSV of {@code new}. */
  public static final class NoRoomToWrite extends SmallDisk {
    public NoRoomToWrite() {
      super(60_000, new StorageChild());
    }
  }
}
