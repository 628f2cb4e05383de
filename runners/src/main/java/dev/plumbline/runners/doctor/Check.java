package dev.plumbline.runners.doctor;

import org.jspecify.annotations.Nullable;

/**
 * One thing that this program needs, looked for.
 *
 * @param what its name
 * @param found what is there, or why it is not
 * @param lack what its lack disables and the one command that mends it; null if it is there
 */
public record Check(String what, String found, @Nullable Lack lack) {

  /**
   * What is wrong about a missing thing.
   *
   * @param disables what does not work without
   * @param mend the command, or the setting, that mends it
   */
  public record Lack(String disables, String mend) {}

  /** It is there. */
  public static Check ok(String what, String found) {
    return new Check(what, found, null);
  }

  /** It is not there. */
  public static Check missing(String what, String found, String disables, String mend) {
    return new Check(what, found, new Lack(disables, mend));
  }

  /** True if it is there. */
  public boolean isOk() {
    return lack == null;
  }
}
