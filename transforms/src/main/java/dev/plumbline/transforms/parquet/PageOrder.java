package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.PageDigest;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.ArtifactException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which pages a Parquet file was written of, in the order in which they lie there. Workers write
 * pages as they come, so the order of the export is not that of the files; the files' metadata say
 * it, under {@value #KEY}: {@code INDEX:ROWS} for each page, with blanks between. Where the judge
 * listens, what these pages add up to stands under {@value #DIGEST_KEY}.
 */
public final class PageOrder {
  static final String KEY = "plumbline.pages";
  static final String DIGEST_KEY = "plumbline.pages.digest";

  /**
   * A page in a file.
   *
   * @param index its number in the export
   * @param rows its rows
   */
  public record Entry(int index, int rows) {}

  private final boolean judged;
  private final StringBuilder text = new StringBuilder();
  private PageDigest digest = PageDigest.NONE;

  PageOrder(boolean judged) {
    this.judged = judged;
  }

  void add(PackedPage page) {
    if (judged) {
      digest = digest.plus(PageDigest.of(page.index(), page.rows(), page.data()));
    }
    text.append(text.isEmpty() ? "" : " ").append(page.index()).append(':').append(page.rows());
  }

  /** What the metadata say of the pages so far. */
  Map<String, String> metadata() {
    return judged
        ? Map.of(KEY, text.toString(), DIGEST_KEY, digest.text())
        : Map.of(KEY, text.toString());
  }

  static List<Entry> parse(Path file, String text) throws ArtifactException {
    List<Entry> entries = new ArrayList<>();
    try {
      for (String page : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
        int colon = page.indexOf(':');
        entries.add(
            new Entry(
                Integer.parseInt(page.substring(0, Math.max(0, colon))),
                Integer.parseInt(page.substring(colon + 1))));
      }
      return entries;
    } catch (NumberFormatException e) {
      throw new ArtifactException(
          file, "its metadata " + KEY + " are no list of INDEX:ROWS: " + e.getMessage());
    }
  }
}
