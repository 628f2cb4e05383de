package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.query.parse.PathQueryReader;
import dev.plumbline.runners.mine.query.run.QueryEngine;
import dev.plumbline.runners.mine.query.run.Workers;
import dev.plumbline.runners.mine.userdata.UserData;

/**
 * The data of a mine without a server: the truth to hold against what a client received.
 *
 * <p>Of generated data nothing is stored per row; every row is a pure function of the seed and its
 * index. A file of the user's is held in memory.
 */
public final class MineData {

  private final QueryEngine engine;

  private MineData(QueryEngine engine) {
    this.engine = engine;
  }

  /**
   * The data that a mine with this seed and number of genes serves.
   *
   * @param rows number of genes, 1 to {@link MineConfig#MAX_ROWS}
   * @throws IllegalArgumentException if {@code rows} is out of its range
   */
  public static MineData of(long seed, long rows) {
    return new MineData(engine(seed, rows, Workers.CALLER));
  }

  /**
   * The data that a mine with this file serves.
   *
   * @throws dev.plumbline.runners.mine.userdata.UserDataRefused if it cannot be served
   */
  public static MineData of(UserData file) {
    return new MineData(Holdings.of(file).engine(Workers.CALLER));
  }

  /**
   * The data that a mine of this configuration serves, faults apart.
   *
   * @throws dev.plumbline.runners.mine.userdata.UserDataRefused if its file cannot be served
   */
  public static MineData of(MineConfig config) {
    return new MineData(Holdings.of(config).engine(Workers.CALLER));
  }

  public static QueryEngine engine(long seed, long rows, Workers workers) {
    return Holdings.of(seed, rows).engine(workers);
  }

  /**
   * Evaluates a query by the engine that the server uses, before any rendering.
   *
   * @param pathQueryXml the query as a client sends it
   * @throws IllegalArgumentException with the service's error text, if the service refuses it
   */
  public Selection select(String pathQueryXml) {
    return new Selection(engine.evaluate(PathQueryReader.read(pathQueryXml)));
  }
}
