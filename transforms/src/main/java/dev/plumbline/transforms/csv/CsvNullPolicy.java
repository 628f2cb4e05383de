package dev.plumbline.transforms.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an empty field of a CSV file is. */
public enum CsvNullPolicy {
  /** Null without quotes, the empty string with them, as {@link CsvSpec} writes them. */
  DISTINCT,
  /** Null in any case, for files of others that do not tell them apart. */
  EMPTY_IS_NULL;

  /** The policy's name on the command line and in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The policy of this label, or none if there is no such policy. */
  public static Optional<CsvNullPolicy> of(String label) {
    return Arrays.stream(values()).filter(policy -> policy.label().equals(label)).findFirst();
  }
}
