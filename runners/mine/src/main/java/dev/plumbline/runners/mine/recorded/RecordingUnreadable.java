package dev.plumbline.runners.mine.recorded;

import org.jspecify.annotations.Nullable;

/** A folder holds no recording, or one that is damaged; the message says what, and where. */
public final class RecordingUnreadable extends Exception {

  private static final long serialVersionUID = 1L;

  RecordingUnreadable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
