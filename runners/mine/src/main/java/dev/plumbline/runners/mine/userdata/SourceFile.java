package dev.plumbline.runners.mine.userdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells by a file's name how to read it. */
final class SourceFile {

  private static final String PARQUET = ".parquet";

  private SourceFile() {}

  /**
   * The file's rows.
   *
   * @throws UserDataRefused if there is no such file, or none that we read
   */
  static SourceRows open(UserData data) throws IOException {
    Path file = data.file();
    if (!Files.exists(file)) {
      throw new UserDataRefused("there is no such file");
    }
    if (!Files.isReadable(file)) {
      throw new UserDataRefused("it may not be read");
    }
    return Files.isDirectory(file) ? parquet(parts(file), data) : rows(data);
  }

  private static SourceRows rows(UserData data) throws IOException {
    Path file = data.file();
    String name = String.valueOf(file.getFileName());
    String extension = name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case ".csv" -> new CsvFile(file, ',');
      case ".tsv" -> new CsvFile(file, '\t');
      case ".jsonl", ".ndjson" -> new JsonLinesFile(file, data.types().keySet());
      case PARQUET -> parquet(List.of(file), data);
      default ->
          throw new UserDataRefused(
              "its name tells no kind; expected .csv, .tsv, .jsonl, .ndjson or .parquet,"
                  + " or a folder of .parquet parts");
    };
  }

  private static SourceRows parquet(List<Path> parts, UserData data) {
    if (!data.types().isEmpty()) {
      throw new UserDataRefused(
          "types are declared for "
              + data.types().keySet().stream().sorted().collect(Collectors.joining(", "))
              + ", but Parquet has types of its own");
    }
    return new ParquetFiles(parts);
  }

  private static List<Path> parts(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> parts =
          entries
              .filter(entry -> entry.toString().endsWith(PARQUET) && Files.isRegularFile(entry))
              .sorted()
              .toList();
      if (parts.isEmpty()) {
        throw new UserDataRefused("the folder holds no .parquet part");
      }
      return parts;
    }
  }
}
