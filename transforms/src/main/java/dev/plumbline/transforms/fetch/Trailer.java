package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.mine.MineException;
import dev.plumbline.transforms.mine.ServiceError;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the last bytes of a page's body, where the service says whether it succeeded, so that a
 * cut or failed page is asked for again while that is still possible. It only finds what is surely
 * bad; decode reads the whole body and has the last word.
 */
final class Trailer {
  private static final int LONGEST = 64 << 10;
  private static final byte[] MARK = "\"wasSuccessful\"".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern SUCCESS = Pattern.compile("\"wasSuccessful\"\\s*:\\s*(true|false)");
  private static final Pattern STATUS = Pattern.compile("\"statusCode\"\\s*:\\s*(\\d{3})\\s*[,}]");

  private Trailer() {}

  static void check(byte[] body, ServiceRoot root, PageRequest page) {
    int at = lastMark(body);
    String trailer =
        at < 0
            ? ""
            : new String(body, at, body.length - at, StandardCharsets.UTF_8).stripTrailing();
    Matcher success = SUCCESS.matcher(trailer);
    if (!trailer.endsWith("}") || !success.find()) {
      throw MineException.passing(
          "%s: the page at offset %d is cut: %,d bytes came, without the trailer that ends every answer"
              .formatted(root, page.start(), body.length),
          null);
    }
    if (success.group(1).equals("false")) {
      throw failed(root, page, status(trailer), text(trailer));
    }
  }

  /**
   * Where the last {@code "wasSuccessful"} stands within the longest trailer, or -1. It cannot be
   * part of a cell or of the error text: in those its quotes are escaped.
   */
  private static int lastMark(byte[] body) {
    int from = Math.max(0, body.length - LONGEST);
    for (int at = body.length - MARK.length; at >= from; at--) {
      if (Arrays.equals(body, at, at + MARK.length, MARK, 0, MARK.length)) {
        return at;
      }
    }
    return -1;
  }

  private static int status(String trailer) {
    Matcher status = STATUS.matcher(trailer);
    return status.find() ? Integer.parseInt(status.group(1)) : 500;
  }

  /** The service's own words, which it gives to whoever asks. */
  private static String text(String trailer) {
    byte[] object = ("{" + trailer).getBytes(StandardCharsets.UTF_8);
    return ServiceError.in(object).map(error -> ": " + error).orElse("");
  }

  private static MineException failed(ServiceRoot root, PageRequest page, int status, String text) {
    String message =
        "%s: the page at offset %d ends in a trailer that says it failed (wasSuccessful false, status %d)%s"
            .formatted(root, page.start(), status, text);
    return status >= 500
        ? MineException.passing(message, null)
        : MineException.lasting(message, null);
  }
}
