package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackingSink;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A relation that an engine wrote, as packed pages: for the judge, who may read its pieces in any
 * order, and for what loads it in its order. Both are given the same pages.
 *
 * @param schema the relation's columns
 * @param clock of the stage that reads them; null where another already counts that time
 */
public record RelationPages(TableSchema schema, @Nullable StageClock clock)
    implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int PAGE_ROWS = 10_000;
  private static final int PAGE_BYTES = 1 << 18;

  /**
   * A row group, which is read by itself.
   *
   * @param group the row group
   * @param firstPage the number of its first page among those of the relation
   * @param firstRow how many rows of the relation come before it
   */
  public record Piece(RowGroup group, int firstPage, long firstRow) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /**
   * The pieces of a relation, in its order.
   *
   * @throws dev.plumbline.transforms.table.TableException if a file cannot be read
   */
  public static List<Piece> pieces(WrittenTable relation) {
    List<Piece> pieces = new ArrayList<>();
    int page = 0;
    long row = 0;
    for (WrittenFile file : relation.files()) {
      for (RowGroup group : RowGroupReader.groups(file.path())) {
        pieces.add(new Piece(group, page, row));
        page += (int) ((group.rows() + PAGE_ROWS - 1) / PAGE_ROWS);
        row += group.rows();
      }
    }
    return pieces;
  }

  /** Hands on all pages, in order. */
  public void each(WrittenTable relation, Consumer<PackedPage> out) {
    pieces(relation).forEach(piece -> each(piece, out));
  }

  /**
   * Hands on the pages of a piece.
   *
   * @throws dev.plumbline.transforms.table.TableException if the file cannot be read
   */
  public void each(Piece piece, Consumer<PackedPage> out) {
    Lap lap = clock == null ? null : clock.start();
    Cutter cutter = new Cutter(new PageBuilder(schema, PAGE_BYTES), piece);
    RowGroupReader.feed(piece.group(), schema.columns(), cutter);
    List<PackedPage> pages = cutter.pages();
    if (lap != null) {
      lap.stop();
    }
    pages.forEach(out);
  }

  private static final class Cutter extends PackingSink {
    private final PageBuilder builder;
    private final List<PackedPage> pages = new ArrayList<>();
    private int index;
    private long start;

    Cutter(PageBuilder builder, Piece piece) {
      super(builder);
      this.builder = builder;
      this.index = piece.firstPage();
      this.start = piece.firstRow();
    }

    @Override
    public void endRow() {
      super.endRow();
      if (builder.rows() == PAGE_ROWS) {
        cut();
      }
    }

    List<PackedPage> pages() {
      if (builder.rows() > 0) {
        cut();
      }
      return pages;
    }

    private void cut() {
      PackedPage page = builder.build(index++, start);
      start += page.rows();
      pages.add(page);
    }
  }
}
