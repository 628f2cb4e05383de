package dev.plumbline.runners.cli;

import dev.plumbline.runners.history.HistoryFile;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Before any work: what a command is told to write is nothing that it reads, and none of our own
 * records. Files are told apart by what they are, not by their names: links count as what they lead
 * to.
 */
final class OutputGuard {
  private static final String FILE_OUT = "--json-out";
  private static final String RESULTS = "--results-dir";
  private static final Set<String> FOLDERS_OUT = Set.of("--record-pages");

  /** Folders that we write into by ourselves: a file of the user's may lie there. */
  private static final Set<String> OURS = Set.of(RESULTS, "--row-stream-artifact-dir");

  private static final String ARM = "[NAME=]ARM";

  /** What the values of arguments are called that are read. */
  private static final Set<String> READ =
      Set.of("FILE", "FOLDER", "DIR", "PATH", "LEFT", "RIGHT", ARM);

  private OutputGuard() {}

  /**
   * Refuses a command whose output would replace an input.
   *
   * @throws UsageException if so, naming both
   */
  static void check(ParseResult root) {
    ParseResult parsed = root;
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    for (OptionSpec option : parsed.commandSpec().options()) {
      Path output = path(option);
      if (output == null) {
        continue;
      }
      if (option.longestName().equals(FILE_OUT)) {
        checkFile(parsed, output);
      } else if (FOLDERS_OUT.contains(option.longestName())) {
        checkAgainstInputs(parsed, option.longestName(), output);
      }
    }
  }

  private static @Nullable Path path(OptionSpec option) {
    boolean written =
        option.longestName().equals(FILE_OUT) || FOLDERS_OUT.contains(option.longestName());
    Object value = written ? option.getValue() : null;
    return value == null ? null : existing(value.toString()).orElse(Path.of(value.toString()));
  }

  private static void checkFile(ParseResult parsed, Path output) {
    checkAgainstInputs(parsed, FILE_OUT, output);
    OptionSpec results = parsed.commandSpec().findOption(RESULTS);
    Object folder = results == null ? null : results.getValue();
    if (folder == null || !isWithin(output, Path.of(folder.toString()))) {
      return;
    }
    Path below = real(Path.of(folder.toString())).relativize(real(output));
    Path first = Path.of(folder.toString()).resolve(below.getName(0));
    boolean record =
        below.getNameCount() == 1
            ? below.endsWith(HistoryFile.NAME)
            : Files.exists(first.resolve(RunDirectory.MANIFEST))
                || first.endsWith(ArtifactOptions.FOLDER);
    if (record) {
      throw refused(FILE_OUT, output, "a file that is none of the records in " + folder);
    }
  }

  private static void checkAgainstInputs(ParseResult parsed, String option, Path output) {
    for (ArgSpec argument : parsed.commandSpec().args()) {
      String name =
          argument instanceof OptionSpec given ? given.longestName() : argument.paramLabel();
      boolean read = READ.contains(argument.paramLabel()) && !name.startsWith("--query");
      if (!read || name.equals(option) || name.equals(FILE_OUT) || OURS.contains(name)) {
        continue;
      }
      boolean words = argument.paramLabel().equals(ARM); // any of a command's words may be a folder
      if (isMatched(argument.getValue(), output)) {
        throw refused(option, output, "a file that is not read: this is one of " + name);
      }
      for (Path input : paths(argument.getValue())) {
        if (words ? same(output, input) : isPartOf(output, input)) {
          String what = "a file that is not read: this is %s, or lies in it".formatted(name);
          throw refused(option, output, what);
        }
      }
    }
  }

  /** The input itself, the schema beside it, or something in it. */
  private static boolean isPartOf(Path output, Path input) {
    return same(output, input)
        || same(output, input.resolveSibling(input.getFileName() + ".schema.json"))
        || (Files.isRegularFile(input) && same(output, input.resolveSibling("schema.json")))
        || (Files.isDirectory(input) && isWithin(output, input));
  }

  /** Whether a pattern names it. */
  private static boolean isMatched(@Nullable Object value, Path output) {
    if (!(value instanceof String text) || !text.matches(".*[*?\\[{].*")) {
      return false;
    }
    try {
      String pattern = Path.of(text).toAbsolutePath().normalize().toString();
      Path file = output.toAbsolutePath().normalize();
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(file);
    } catch (IllegalArgumentException e) { // no pattern, or no path: whoever reads it will say so
      return false;
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.exists(one)
          ? Files.exists(other) && Files.isSameFile(one, other)
          : real(one).equals(real(other));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isWithin(Path file, Path folder) {
    return real(file).startsWith(real(folder));
  }

  /** Its real path, as far as there is anything. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path at = absolute; at != null; at = at.getParent()) {
      try {
        return at.toRealPath().resolve(at.relativize(absolute)).normalize();
      } catch (IOException e) {
        // it is not there: look at its folder
      }
    }
    return absolute;
  }

  /** What of an argument's value names something that is there; an arm has options of its own. */
  private static List<Path> paths(@Nullable Object value) {
    List<Path> found = new ArrayList<>();
    for (Object part : value instanceof List<?> list ? list : List.of()) {
      found.addAll(paths(part));
    }
    if (value instanceof String text) {
      // a query names its files in quotes, an arm its options
      Stream.concat(Stream.of(text), Arrays.stream(text.split("[\\s=,;'\"()]+", -1)))
          .flatMap(piece -> existing(piece).stream())
          .forEach(found::add);
    }
    return found;
  }

  private static Optional<Path> existing(String text) {
    try {
      return Optional.of(Path.of(text)).filter(p -> !text.isBlank() && Files.exists(p));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static UsageException refused(String option, Path found, String expected) {
    return UsageException.of(option, found, expected);
  }
}
