package dev.plumbline.runners.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A small text file of the kernel.
 *
 * @param lines its lines, without line ends
 */
public record ProcFile(List<String> lines) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  public ProcFile {
    lines = List.copyOf(lines);
  }

  /** The file, or nothing where the kernel or its version has none. */
  public static Optional<ProcFile> read(String path) {
    try {
      return Optional.of(new ProcFile(Files.readAllLines(Path.of(path), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The value of the first line {@code name: value}. */
  public Optional<String> field(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .filter(rest -> rest.startsWith(":"))
        .map(rest -> rest.substring(1).strip())
        .findFirst();
  }

  /** The words of the first line that begins with the word. */
  public Optional<String[]> words(String first) {
    return lines.stream()
        .map(line -> BLANKS.split(line.strip()))
        .filter(words -> words[0].equals(first))
        .findFirst();
  }

  /** The first line, stripped; empty if there is none. */
  public String first() {
    return lines.isEmpty() ? "" : lines.get(0).strip();
  }
}
