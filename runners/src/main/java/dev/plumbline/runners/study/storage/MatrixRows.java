package dev.plumbline.runners.study.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.UserJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the matrix: {@code matrix.json}, beside this class, or a file of the user's in its
 * form, which is an object of lists of rows by name.
 */
public final class MatrixRows {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]*";

  private MatrixRows() {}

  /**
   * The scenarios of some of the lists.
   *
   * @param names of the lists, or {@code all}
   * @param file a file of the user's; null for ours
   * @throws UsageException if the file cannot be read, or is of another form, or has no such list
   */
  public static List<StorageOptions.Scenario> scenarios(List<String> names, @Nullable String file) {
    Map<String, List<Long>> lists = file == null ? ours() : read(file);
    List<StorageOptions.Scenario> scenarios = new ArrayList<>();
    for (String name : names.equals(List.of("all")) ? List.copyOf(lists.keySet()) : names) {
      List<Long> rows = lists.get(name);
      if (rows == null) {
        throw UsageException.of(
            "--matrix", name, "all, or some of " + String.join(", ", lists.keySet()));
      }
      rows.forEach(n -> scenarios.add(new StorageOptions.Scenario(name + "_" + n, n)));
    }
    return scenarios;
  }

  private static Map<String, List<Long>> ours() {
    TypeReference<LinkedHashMap<String, List<Long>>> form = new TypeReference<>() {};
    try (InputStream in =
        Objects.requireNonNull(MatrixRows.class.getResourceAsStream("matrix.json"))) {
      return Json.mapper().readValue(in, form);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the built-in matrix.json", e);
    }
  }

  private static Map<String, List<Long>> read(String file) {
    UserJson json = new UserJson("--matrix-file", file);
    JsonNode tree = json.read();
    if (!tree.isObject() || tree.isEmpty()) {
      throw json.wrong("all of it", tree.toString(), "an object of lists of rows by name");
    }
    Map<String, List<Long>> lists = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> list : tree.properties()) {
      String name = list.getKey();
      if (!name.matches(NAME)) { // it becomes the name of a folder
        throw json.wrong("a list's name", "'" + name + "'", "letters, digits, '_' and '-'");
      }
      lists.put(name, rows(json, name, list.getValue()));
    }
    return lists;
  }

  private static List<Long> rows(UserJson json, String name, JsonNode list) {
    List<Long> rows = new ArrayList<>();
    for (JsonNode n : list) {
      if (!n.isIntegralNumber() || !n.canConvertToLong() || n.longValue() < 1) {
        throw json.wrong("list '" + name + "'", n.toString(), "whole numbers of rows, 1 or more");
      }
      rows.add(n.longValue());
    }
    if (!list.isArray() || rows.isEmpty() || new HashSet<>(rows).size() < rows.size()) {
      throw json.wrong("list '" + name + "'", list.toString(), "a list of rows, each once");
    }
    return rows;
  }
}
