package dev.plumbline.runners.machine;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commit that the running code was built from, if it still lies in its working tree. */
final class GitCommit {
  private static final long PATIENCE_SECONDS = 5;

  private GitCommit() {}

  /** The full hash, with {@code -dirty} where files differ from it; empty if git cannot tell. */
  static Optional<String> current() {
    try {
      URI code = GitCommit.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Optional<Path> tree = workingTree(Path.of(code));
      return tree.isPresent() ? describe(tree.get()) : Optional.empty();
    } catch (URISyntaxException | IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The nearest folder above that holds both a repository and this module, so not any other. */
  private static Optional<Path> workingTree(Path code) {
    for (Path folder = code; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git")) && Files.exists(folder.resolve("runners/pom.xml"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> describe(Path tree) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*")
            .directory(tree.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    git.getOutputStream().close();
    if (!git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      git.destroyForcibly();
      return Optional.empty();
    }
    String hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return git.exitValue() == 0 && !hash.isEmpty() ? Optional.of(hash) : Optional.empty();
  }
}
