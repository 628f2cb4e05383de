package dev.plumbline.runners.mine.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of one fault, by key. */
final class Arguments {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(us|ms|s)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KiB|MiB|GiB)?");

  private final String fault;
  private final Map<String, String> values;

  Arguments(String fault, Map<String, String> values) {
    this.fault = fault;
    this.values = new TreeMap<>(values);
  }

  /** The keys that were given. */
  Iterable<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key, String absent) {
    return values.getOrDefault(key, absent);
  }

  long number(String key, long absent) {
    String text = text(key, "");
    if (text.isEmpty()) {
      return absent;
    }
    if (!text.matches("-?\\d{1,15}")) {
      throw wrong(key, "a whole number");
    }
    return Long.parseLong(text);
  }

  /** A number that is not negative. */
  int count(String key, int absent) {
    long number = number(key, absent);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw wrong(key, "a whole number of 0 or more");
    }
    return (int) number;
  }

  double fraction(String key, double absent) {
    String text = text(key, "");
    if (text.isEmpty()) {
      return absent;
    }
    if (!text.matches("0(\\.\\d{1,9})?|1(\\.0*)?|\\.\\d{1,9}")) {
      throw wrong(key, "a number from 0 to 1");
    }
    return Double.parseDouble(text);
  }

  Duration duration(String key, Duration absent) {
    String text = text(key, "");
    if (text.isEmpty()) {
      return absent;
    }
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw wrong(key, "a duration such as 20ms, 2s or 5us");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "us" -> Duration.ofNanos(number * 1_000);
      case "ms" -> Duration.ofMillis(number);
      default -> Duration.ofSeconds(number);
    };
  }

  /** A size in bytes. */
  long size(String key, long absent) {
    String text = text(key, "");
    if (text.isEmpty()) {
      return absent;
    }
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw wrong(key, "a size such as 200, 64KiB or 1MiB");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (String.valueOf(matcher.group(2))) {
      case "KiB" -> number << 10;
      case "MiB" -> number << 20;
      case "GiB" -> number << 30;
      default -> number;
    };
  }

  FaultTarget.Kind kind(String key, FaultTarget.Kind absent) {
    String text = text(key, "");
    return text.isEmpty()
        ? absent
        : Arrays.stream(FaultTarget.Kind.values())
            .filter(kind -> kind != FaultTarget.Kind.OTHER && kind.label().equals(text))
            .findFirst()
            .orElseThrow(() -> wrong(key, "page, count, model or version"));
  }

  private IllegalArgumentException wrong(String key, String expected) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s(%s=%s): expected %s", fault, key, text(key, ""), expected));
  }
}
