package dev.plumbline.transforms;

import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.MineData;
import dev.plumbline.transforms.decode.DecodeSpec;
import dev.plumbline.transforms.fetch.FetchSpec;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.MineClient;
import dev.plumbline.transforms.mine.PathQuery;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An export from a local mine, with the rows that it must bring. */
public final class MineExport implements AutoCloseable {
  private static final long SEED = 4711;
  private static final List<String> VIEWS =
      List.of(
          "Gene.primaryIdentifier",
          "Gene.symbol",
          "Gene.name",
          "Gene.briefDescription",
          "Gene.organism.name",
          "Gene.organism.taxonId");

  private final LocalMine mine;
  private final long rows;
  private final ServiceRoot root;
  private final PathQuery query;
  private final ExportSchema schema;

  /** Starts a mine of this many genes. */
  public MineExport(long rows) {
    this.rows = rows;
    this.mine = LocalMine.start(new MineConfig(0, SEED, rows));
    this.root = ServiceRoot.parse(mine.serviceRoot().toString());
    this.query =
        new PathQuery("genomic", VIEWS, List.of(), "Gene.primaryIdentifier asc Gene.id asc");
    try (MineClient client = new MineClient(root, Limits.defaults(), 1)) {
      this.schema = ExportSchema.of(client.model(), VIEWS);
    }
  }

  /** How to fetch it. */
  public FetchSpec fetch(int workers) {
    RetryPolicy once = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
    return new FetchSpec(root, query, workers, once, Limits.defaults());
  }

  /** The most requests that the mine has answered at once. */
  public int mostAtOnce() {
    return mine.stats().mostAtOnce();
  }

  /** How to decode it. */
  public DecodeSpec decode() {
    return new DecodeSpec(root.url(), schema);
  }

  /** Its columns. */
  public TableSchema table() {
    return schema.table();
  }

  /**
   * The digest of the rows that the mine holds, which neither HTTP nor JSON nor pages have seen.
   */
  public TableDigest truth() {
    List<List<Object>> all = new ArrayList<>();
    MineData.of(SEED, rows)
        .select(query.xml())
        .forEach(0, rows, cells -> all.add(Arrays.asList(cells.clone())));
    return Tables.digest(table(), all);
  }

  @Override
  public void close() {
    mine.close();
  }
}
