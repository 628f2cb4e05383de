package dev.plumbline.transforms.decode;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.page.Utf8;
import java.io.IOException;

/**
 * The core of the decode stage: reads the JSON body of a page in one pass into a packed page.
 *
 * <p>A page counts only if its body is JSON and UTF-8 to the letter, no key occurs twice, its head
 * names the first row and the views that were asked for, if it names any, its trailer was seen,
 * {@code wasSuccessful} is true, {@code statusCode} does not say otherwise, and it has exactly the
 * rows that were asked for, each as wide as the schema, no longer than 16 MiB, and every cell of
 * its column's type. Anything else is a {@link PageException}, never a short result. Reusable, not
 * thread-safe.
 */
public final class PageDecoder {
  private final String mine;
  private final CellDecoder[] cells;
  private final PageBuilder builder;

  /**
   * A decoder of pages of one export.
   *
   * @param mine the mine's address, for error messages
   */
  public PageDecoder(String mine, ExportSchema schema) {
    this.mine = mine;
    this.cells = new CellDecoder[schema.views().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new CellDecoder(schema.views().get(i), i);
    }
    this.builder = new PageBuilder(schema.table(), 1 << 20);
  }

  /** Decodes a page. */
  public PackedPage decode(FetchedPage page) {
    builder.reset();
    byte[] bytes = page.body();
    int sound = Utf8.soundBytes(bytes);
    BodyReader body = new BodyReader(cells, builder, bytes.length, page.request());
    try (JsonParser json = PageJson.parse(bytes, sound)) {
      body.read(json);
    } catch (BadBody e) {
      throw error(page, body, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw error(page, body, sound < bytes.length ? noUtf8(sound) : reason(e, bytes, body));
    }
    if (sound < bytes.length) {
      throw error(page, body, noUtf8(sound));
    }
    return builder.build(page.request().index(), page.request().start());
  }

  /** Without a cause: Jackson's and java.time's messages repeat the cell, and a log prints them. */
  private PageException error(FetchedPage page, BodyReader body, String reason) {
    return new PageException(
        "%s: page at offset %d, row %d of the page: %s"
            .formatted(mine, page.request().start(), body.rows(), reason));
  }

  private static String noUtf8(int sound) {
    return "the body is no UTF-8 (byte " + sound + ")";
  }

  /** The reason without Jackson's excerpt of the body: cell values do not belong into messages. */
  private static String reason(IOException e, byte[] bytes, BodyReader body) {
    if (body.insideResults() && PageJson.failed(bytes, bytes.length)) {
      return BodyReader.FAILED;
    }
    if (e instanceof StreamConstraintsException) {
      return "the body is nested deeper than %d, or has a number or a name longer than %d characters"
          .formatted(PageJson.NESTING, PageJson.NUMBER_CHARACTERS);
    }
    return "the body is not JSON as a mine sends it" + at(e);
  }

  private static String at(IOException e) {
    JsonLocation at = e instanceof JsonProcessingException json ? json.getLocation() : null;
    return at == null || at.getByteOffset() < 0 ? "" : " (byte " + at.getByteOffset() + ")";
  }
}
