package dev.plumbline.runners.mine.service;

import java.util.List;
import java.util.Locale;

/** The user agents that the service does not talk to, by what their names contain. */
public final class Robots {

  private static final List<String> NAMES =
      List.of(
          "bot",
          "nutch",
          "crawl",
          "slurp",
          "scooter",
          "archiver",
          "spider",
          "yandex",
          "heeii",
          "rassler",
          "^byte",
          "^nail",
          "docomo",
          "eventbox",
          "ezooms");

  private Robots() {}

  /** Whether a {@code User-Agent} is a robot's; an empty one is not. */
  public static boolean include(String userAgent) {
    String lower = userAgent.toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(lower::contains);
  }
}
