package dev.plumbline.runners.measure.raw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An arm as the raw part stores it; the first arm is the base.
 *
 * @param name its name
 * @param kind pipeline, works or command
 * @param words the options that tell it from the others, or the command's words; redacted
 * @param build SHA-256 of the jar of another build, in hexadecimal; null for the running program
 *     and for commands
 */
public record ArmRecord(String name, String kind, List<String> words, @Nullable String build) {
  /** The kind of an arm that is a pipeline with options. */
  public static final String PIPELINE = "pipeline";

  /** The kind of an arm that does works over files. */
  public static final String WORKS = "works";

  /** The kind of an arm that is an external command. */
  public static final String COMMAND = "command";

  public ArmRecord {
    words = List.copyOf(words);
  }
}
