package dev.plumbline.runners.mine;

/**
 * The data of a mine without a server: the truth to hold against what a client received.
 *
 * <p>Nothing is stored per row; every row is a pure function of the seed and its index.
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

  static QueryEngine engine(long seed, long rows, Workers workers) {
    MineConfig.checkRows(rows);
    MineModel model = ModelReader.read(ModelReader.text());
    return new QueryEngine(model, new MineTables(seed, rows), workers);
  }

  /**
   * Evaluates a query by the engine that the server uses, before any rendering.
   *
   * @param pathQueryXml the query as a client sends it
   * @throws IllegalArgumentException with the service's error text, if the service refuses it
   */
  public Selection select(String pathQueryXml) {
    return engine.evaluate(PathQueryReader.read(pathQueryXml));
  }
}
