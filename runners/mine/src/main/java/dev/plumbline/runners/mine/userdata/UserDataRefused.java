package dev.plumbline.runners.mine.userdata;

/** A file of the user's that cannot be served; the message says what was found, and where. */
public final class UserDataRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UserDataRefused(String message) {
    super(message);
  }

  UserDataRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
