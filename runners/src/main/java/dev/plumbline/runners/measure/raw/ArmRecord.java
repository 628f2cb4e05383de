package dev.plumbline.runners.measure.raw;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param otherOptions in which options that build differs from the running program; null, and not
 *     written, where there is none
 */
public record ArmRecord(
    String name,
    String kind,
    List<String> words,
    @Nullable String build,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OtherOptions otherOptions) {

  /**
   * What another build was told otherwise than the running program would have been.
   *
   * @param version of the build
   * @param leftOut options that it does not know, which had their defaults
   * @param ownDefaults options that only it knows, which have its defaults
   */
  public record OtherOptions(String version, List<String> leftOut, List<String> ownDefaults) {
    /** Copies the lists. */
    public OtherOptions {
      leftOut = List.copyOf(leftOut);
      ownDefaults = List.copyOf(ownDefaults);
    }
  }

  /** The kind of an arm that is a pipeline with options. */
  public static final String PIPELINE = "pipeline";

  /** The kind of an arm that does works over files. */
  public static final String WORKS = "works";

  /** The kind of an arm that is an external command. */
  public static final String COMMAND = "command";

  /** Copies the list. */
  public ArmRecord {
    words = List.copyOf(words);
  }

  /** An arm of the running program, or a command. */
  public ArmRecord(String name, String kind, List<String> words) {
    this(name, kind, words, null, null);
  }
}
