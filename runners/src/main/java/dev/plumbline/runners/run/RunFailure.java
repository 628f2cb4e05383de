package dev.plumbline.runners.run;

import java.util.Objects;
import org.apache.flink.util.SerializedThrowable;

/** Finds, in what a runner throws, the error that a person needs to read. */
public final class RunFailure extends Exception {
  private static final long serialVersionUID = 1;
  private static final String OURS = "dev.plumbline.";

  private RunFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The outermost error of ours if there is one, else the innermost of all. */
  public static RunFailure of(Throwable thrown) {
    Throwable innermost = thrown;
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (className(at).startsWith(OURS)) {
        return new RunFailure(message(at), thrown);
      }
      innermost = at;
    }
    return new RunFailure(message(innermost), thrown);
  }

  private static String className(Throwable thrown) {
    return thrown instanceof SerializedThrowable remote
        ? remote.getOriginalErrorClassName()
        : thrown.getClass().getName();
  }

  private static String message(Throwable thrown) {
    String message = Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getName());
    String prefix = className(thrown) + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }
}
