package dev.plumbline.runners.options;

/**
 * The mine that is exported from.
 *
 * @param target its name, or {@code custom} for a bare {@code --mine-url}
 * @param serviceRoot URL of its web service
 * @param mineKind what serves the run
 */
public record MineChoice(String target, String serviceRoot, MineKind mineKind) {
  MineChoice at(String url) {
    return new MineChoice(target, url, mineKind);
  }
}
