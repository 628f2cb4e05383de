package dev.plumbline.runners.options;

/**
 * What a run leaves for later replays.
 *
 * @param artifacts whether it leaves its rows as row stream, CSV and Parquet
 * @param rowStreamDir folder of the row streams
 */
public record Keeping(boolean artifacts, @BesideTheRows String rowStreamDir) {
  /** Nothing is left. */
  public static Keeping nothing() {
    return new Keeping(false, "");
  }
}
