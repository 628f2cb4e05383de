package dev.plumbline.transforms.fuzz;

/** Bytes are not what the oracle reads. Without a stack trace: most bodies of a fuzzer end here. */
public final class NoJson extends Exception {
  private static final long serialVersionUID = 1;

  NoJson(String message) {
    super(message, null, false, false);
  }

  /** The message without the numbers in it. */
  public String kind() {
    return String.valueOf(getMessage()).replaceAll(" [0-9]+", " #");
  }
}
