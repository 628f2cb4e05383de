package dev.plumbline.transforms.decode;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.fuzz.BodyOracle;
import dev.plumbline.transforms.fuzz.BodySeeds;
import dev.plumbline.transforms.fuzz.NoJson;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives one body to a decoder and to the oracle, and says where they do not agree. */
final class DecodeJudge {
  static final String MINE = "http://mine.test/x/service";
  private static final int INDEX = 7;
  private static final long OFFSET = 4_000;

  /** A cell of two bytes, such as {@code 1,}, becomes one of eight; a row has a bitmap. */
  private static final int EXPANSION = 5;

  private static final Pattern MESSAGE =
      Pattern.compile(
          Pattern.quote(MINE) + ": page at offset 4000, row [0-9]+ of the page: [ -~]{3,300}");

  /** What may be a value: eight bytes or more between quotes. */
  private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]{8,})(?=\")");

  private final ExportSchema schema;
  private final TableSchema table;
  private final Function<FetchedPage, PackedPage> decoder;
  private final String known;
  private long accepted;
  private long refused;

  DecodeJudge(ExportSchema schema, Function<FetchedPage, PackedPage> decoder) {
    this.schema = schema;
    this.table = schema.table();
    this.decoder = decoder;
    this.known = BodySeeds.header(schema) + BodySeeds.TRAILER;
  }

  /**
   * A disagreement.
   *
   * @param kind in words that stay the same while the body is made smaller
   */
  record Problem(String kind, String detail) {}

  long accepted() {
    return accepted;
  }

  long refused() {
    return refused;
  }

  /** What is wrong with how the decoder takes a body of a page that must have this many rows. */
  Optional<Problem> problem(byte[] body, int rows) {
    FetchedPage page = new FetchedPage(new PageRequest(INDEX, OFFSET, rows), 0, body.length, body);
    PackedPage decoded;
    try {
      decoded = decoder.apply(page);
    } catch (PageException e) {
      refused++;
      return refusal(e, body, rows);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return problem("threw " + e.getClass().getName(), e.toString());
    }
    accepted++;
    return acceptance(decoded, body, rows);
  }

  /** The same, of a body whose rows are known. */
  Optional<Problem> problem(BodySeeds.Seed good) {
    Optional<Problem> problem = problem(good.body(), good.rows().size());
    if (problem.isPresent()) {
      return problem;
    }
    try {
      BodyOracle.Rows read = BodyOracle.read(good.body(), schema, good.rows().size());
      return difference("the oracle reads other rows than were written", read.rows(), good.rows());
    } catch (NoJson e) {
      return problem("both refuse what is a page", e.getMessage());
    }
  }

  private Optional<Problem> acceptance(PackedPage decoded, byte[] body, int rows) {
    if (decoded.rows() != rows || decoded.index() != INDEX || decoded.start() != OFFSET) {
      return problem("gave out another page than was asked for", decoded.toString());
    }
    if (decoded.data().length > EXPANSION * body.length) {
      return problem("a page too large for its body", decoded.data().length + " bytes");
    }
    try {
      List<List<Object>> expected = BodyOracle.read(body, schema, rows).rows();
      return difference("other rows than the oracle's", RowList.of(table, decoded), expected);
    } catch (NoJson e) {
      return problem("accepted what is no page: " + e.kind(), e.getMessage());
    }
  }

  private Optional<Problem> refusal(PageException e, byte[] body, int rows) {
    Optional<Problem> told = told(e, body);
    if (told.isPresent()) {
      return told;
    }
    try {
      return BodyOracle.read(body, schema, rows).doubtful()
          ? Optional.empty()
          : problem("refused what is a page", e.getMessage());
    } catch (NoJson bad) {
      return Optional.empty();
    }
  }

  private Optional<Problem> told(PageException e, byte[] body) {
    String message = e.getMessage();
    if (!MESSAGE.matcher(message).matches() || e.getCause() != null) {
      return problem("refused in other words than ours", e.toString());
    }
    Matcher values = QUOTED.matcher(new String(body, StandardCharsets.UTF_8));
    while (values.find()) {
      String value = values.group(1);
      if (message.contains(value) && !known.contains(value)) {
        return problem("tells a cell", message);
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> difference(
      String kind, List<List<Object>> got, List<List<Object>> expected) {
    for (int i = 0; i < expected.size(); i++) {
      if (!got.get(i).equals(expected.get(i))) {
        return problem(kind, "row " + i + ": " + got.get(i) + ", expected " + expected.get(i));
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> problem(String kind, String detail) {
    return Optional.of(new Problem(kind, detail));
  }
}
