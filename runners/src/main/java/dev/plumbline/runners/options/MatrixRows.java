package dev.plumbline.runners.options;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the matrix: {@code matrix.json}, beside this class, or a file of the user's in its
 * form, which is an object of lists of rows by name.
 */
public final class MatrixRows {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+"); // folders are called so

  private MatrixRows() {}

  /**
   * The scenarios of some of the lists, each once.
   *
   * @param names of the lists, or {@code all}
   * @param file a file of the user's; null for ours
   * @throws UsageException if the file cannot be read, or has no such list
   */
  public static List<StorageOptions.Scenario> scenarios(List<String> names, @Nullable String file) {
    Map<String, List<Long>> lists = read(file);
    List<StorageOptions.Scenario> scenarios = new ArrayList<>();
    for (String name : names.equals(List.of("all")) ? List.copyOf(lists.keySet()) : names) {
      List<Long> rows = lists.get(name);
      if (rows == null) {
        throw UsageException.of(
            "--matrix", name, "all, or some of " + String.join(", ", lists.keySet()));
      }
      if (!NAME.matcher(name).matches()) {
        throw UsageException.of("--matrix", name, "letters, digits, hyphens and underscores");
      }
      rows.forEach(n -> scenarios.add(new StorageOptions.Scenario(name + "_" + n, n)));
    }
    return scenarios.stream().distinct().toList();
  }

  private static Map<String, List<Long>> read(@Nullable String file) {
    TypeReference<LinkedHashMap<String, List<Long>>> form = new TypeReference<>() {};
    try (InputStream in =
        file == null
            ? Objects.requireNonNull(MatrixRows.class.getResourceAsStream("matrix.json"))
            : Files.newInputStream(Path.of(file))) {
      return Json.mapper().readValue(in, form);
    } catch (IOException e) {
      if (file == null) {
        throw new UncheckedIOException("cannot read the built-in matrix.json", e);
      }
      throw new UsageException(
          "--matrix-file: cannot read '%s' as an object of lists of rows by name: %s"
              .formatted(file, e.toString().lines().findFirst().orElse("")));
    }
  }
}
