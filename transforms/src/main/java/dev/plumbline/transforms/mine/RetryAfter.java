package dev.plumbline.transforms.mine;

import java.time.Duration;
import okhttp3.Response;

/**
 * How long a mine asks to be left alone. OkHttp asks again by itself where the answer is 503 and
 * {@code Retry-After} is 0, and tells nobody; so the header is hidden from it. A request that was
 * repeated must be counted.
 */
final class RetryAfter {
  private static final String HEADER = "Retry-After";
  private static final String HIDDEN = "Plumbline-Retry-After";

  private RetryAfter() {}

  static Response hide(Response response) {
    String asked = response.header(HEADER);
    return asked == null
        ? response
        : response.newBuilder().removeHeader(HEADER).header(HIDDEN, asked).build();
  }

  /** In seconds; the form with a date is not used by proxies in front of mines. */
  static Duration of(Response response) {
    String seconds = response.header(HIDDEN, "").strip();
    return seconds.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }
}
