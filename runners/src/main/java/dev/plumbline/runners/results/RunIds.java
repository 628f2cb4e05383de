package dev.plumbline.runners.results;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/** The ids of runs, as their directories carry them. */
public final class RunIds {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** What an id looks like. */
  static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z-[0-9a-f]{6}");

  private RunIds() {}

  /** A new one: UTC time and a random tail, so that ids sort by time and never clash. */
  public static String next() {
    byte[] tail = new byte[3];
    new SecureRandom().nextBytes(tail);
    return STAMP.format(Instant.now()).replace(".", "") + "-" + HexFormat.of().formatHex(tail);
  }

  /** Whether a name is one: only a run that is complete has it. */
  public static boolean is(String name) {
    return ID.matcher(name).matches();
  }

  /** The id of the run whose directory is called {@code .ID.partial} until it is complete. */
  public static String of(Path directory) {
    String name = Objects.requireNonNull(directory.getFileName()).toString();
    return name.replaceAll("^\\.|\\.partial$", "");
  }
}
