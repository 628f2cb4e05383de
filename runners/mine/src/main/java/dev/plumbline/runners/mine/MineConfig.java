package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.userdata.UserData;
import java.util.Optional;

/**
 * What a local mine is made of and where it listens.
 *
 * @param port TCP port on 127.0.0.1, 0 for any free one
 * @param seed the data are a pure function of this and the row number
 * @param rows number of genes, 1 to 100,000,000
 * @param faults how it misbehaves
 * @param ahead how many rows of a result are rendered when they are counted, before anyone fetches
 *     them
 * @param userData a file of the user's that is served instead of generated data
 */
public record MineConfig(
    int port, long seed, long rows, FaultSpec faults, long ahead, Optional<UserData> userData) {

  /** The largest number of genes a mine can hold. */
  public static final long MAX_ROWS = 100_000_000L;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if the port or the row number is out of its range
   */
  public MineConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("mine port must be 0 to 65535, not " + port);
    }
    checkRows(rows);
  }

  /** Generated data. */
  public MineConfig(int port, long seed, long rows, FaultSpec faults) {
    this(port, seed, rows, faults, Long.MAX_VALUE, Optional.empty());
  }

  /** A mine that behaves. */
  public MineConfig(int port, long seed, long rows) {
    this(port, seed, rows, FaultSpec.none());
  }

  /** The same, serving a file of the user's. */
  public MineConfig withUserData(UserData file) {
    return new MineConfig(port, seed, rows, faults, ahead, Optional.of(file));
  }

  /** The same for someone who will fetch no more than so many rows. */
  public MineConfig ahead(long wanted) {
    return new MineConfig(port, seed, rows, faults, wanted, userData);
  }

  /** Any free port, seed 42, 100,000 genes. */
  public static MineConfig defaults() {
    return new MineConfig(0, 42, 100_000);
  }

  public static void checkRows(long rows) {
    if (rows < 1 || rows > MAX_ROWS) {
      throw new IllegalArgumentException("mine rows must be 1 to " + MAX_ROWS + ", not " + rows);
    }
  }
}
