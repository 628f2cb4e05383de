package dev.plumbline.runners.mine.faults;

import dev.plumbline.runners.mine.faults.FaultTarget.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every fault there is: its name, its keys, and what happens. */
@SuppressWarnings("ImmutableEnumChecker") // the makers are references to static methods
enum FaultKind {
  LATENCY(
      "by=20ms, to=by", "the answer is begun so much later, evenly from by to to", Delays::latency),
  ROW_LATENCY(
      "each=3us",
      "the answer is begun later by so much for each row before the page: a server that reads from"
          + " row 0",
      Delays::perRow),
  DUPLICATE_ROWS(
      "rows=1", "the page begins so many rows early: rows repeat between pages", OtherPages::early),
  MISSING_ROWS(
      "rows=1",
      "the page begins so many rows late: rows are missing between pages",
      OtherPages::late),
  SHORT_PAGE("rows=1", "so many rows are missing at the page's end", OtherPages::shorter),
  WRONG_COUNT("delta=1", "a count that is off by delta", Kind.COUNT, OtherAnswers::wrongCount),
  UNAVAILABLE("retry-after=SECONDS", "status 503 with an HTML page", OtherAnswers::unavailable),
  HTML("status=200", "an HTML page in the place of the rows", OtherAnswers::html),
  REDIRECT("to=URL", "status 302 to another address", OtherAnswers::redirect),
  TOKEN_EXPIRY("", "status 401, as for a token that has expired", OtherAnswers::tokenExpired),
  FAILED_TRAILER(
      "rows=all", "a trailer that reports failure after so many rows", OtherAnswers::failedTrailer),
  TRAILING_COMMA(
      "", "a comma behind the last row, then a good trailer", OtherAnswers::trailingComma),
  NULL_ROW("row=0", "the bare word null in the place of a row", SpoiltRows::nullRow),
  WRONG_WIDTH("row=0, cells=-1", "a row with so many cells more or less", SpoiltRows::wrongWidth),
  CHANGED_DATA("row=0", "a row with another text than the mine holds", SpoiltRows::changedData),
  HUGE_LINE("row=0, bytes=64MiB", "a row of so many bytes", SpoiltRows::hugeLine),
  BAD_UTF8("row=0", "a row with bytes that are no UTF-8", SpoiltRows::badUtf8),
  LONE_SURROGATE("row=0", "a row with half a surrogate pair", SpoiltRows::loneSurrogate),
  CUT(
      "bytes=N or fraction=0.5",
      "the connection closes after so much of the body, without the last chunk",
      BadSendings::cut),
  RESET("bytes=0", "the connection is reset after so much of the body", BadSendings::reset),
  STALL("bytes=100", "nothing more comes after so much of the body", BadSendings::stall),
  DRIP("bytes=1, each=50ms", "the body comes so many bytes at a time, so often", BadSendings::drip),
  ENDLESS("", "the rows of the page are sent again and again", BadSendings::endless),
  GZIP_BOMB("size=4GiB", "a small zipped body that becomes so large", BadSendings::gzipBomb);

  private final String keys;
  private final String effect;
  private final Kind on;
  private final Function<Arguments, Fault> maker;

  FaultKind(String keys, String effect, Function<Arguments, Fault> maker) {
    this(keys, effect, Kind.PAGE, maker);
  }

  FaultKind(String keys, String effect, Kind on, Function<Arguments, Fault> maker) {
    this.keys = keys;
    this.effect = effect;
    this.on = on;
    this.maker = maker;
  }

  /** Such as {@code failed-trailer}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its own keys with their defaults, for people. */
  String keys() {
    return keys;
  }

  /** What happens, for people. */
  String effect() {
    return effect;
  }

  /** What it strikes if not told otherwise. */
  Kind on() {
    return on;
  }

  /** The names of its own keys. */
  Set<String> keyNames() {
    return Pattern.compile("([a-z-]+)=")
        .matcher(keys)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The fault with these arguments. */
  Fault make(Arguments arguments) {
    return maker.apply(arguments);
  }
}
