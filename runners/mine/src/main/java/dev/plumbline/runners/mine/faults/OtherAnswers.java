package dev.plumbline.runners.mine.faults;

import java.nio.charset.StandardCharsets;

/** Other answers than the good one. */
final class OtherAnswers {

  private static final String JSON = "application/json;charset=UTF-8";

  private OtherAnswers() {}

  static Fault wrongCount(Arguments arguments) {
    long delta = arguments.number("delta", 1);
    return (Fault.OtherAnswer)
        good -> {
          long count = Long.parseLong(PageText.ascii(good.body()).strip());
          return good.with((count + delta + "\n").getBytes(StandardCharsets.US_ASCII));
        };
  }

  static Fault unavailable(Arguments arguments) {
    Answer page = Answer.html(503);
    Answer answer =
        arguments.has("retry-after")
            ? page.with("Retry-After", String.valueOf(arguments.count("retry-after", 0)))
            : page;
    return (Fault.OtherAnswer) good -> answer;
  }

  static Fault html(Arguments arguments) {
    Answer answer = Answer.html(arguments.count("status", 200));
    return (Fault.OtherAnswer) good -> answer;
  }

  static Fault redirect(Arguments arguments) {
    String to = arguments.text("to", "http://127.0.0.1:1/elsewhere/service/query/results");
    Answer answer = Answer.html(302).with("Location", to);
    return (Fault.OtherAnswer) good -> answer;
  }

  static Fault tokenExpired(Arguments arguments) {
    Answer answer =
        Answer.of(
            401,
            JSON,
            "{\"results\":[\n],\"executionTime\":\"2026.01.01 00:00::00\",\"wasSuccessful\":false,"
                + "\"error\":\"This token has expired\",\"statusCode\":401}");
    return (Fault.OtherAnswer) good -> answer;
  }

  static Fault failedTrailer(Arguments arguments) {
    boolean all = arguments.text("rows", "all").equals("all");
    int rows = all ? Integer.MAX_VALUE : arguments.count("rows", 0);
    return (Fault.OtherAnswer) good -> good.with(PageText.of(good.body()).failedAfter(rows));
  }

  static Fault trailingComma(Arguments arguments) {
    return (Fault.OtherAnswer) good -> good.with(PageText.of(good.body()).withTrailingComma());
  }
}
