package dev.plumbline.runners.mine.query.parse;

import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import dev.plumbline.runners.mine.query.parse.PathQuery.SortKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A query while it is read, whatever it is written in. */
final class PathQueryDraft {

  private final List<String> view = new ArrayList<>();
  private final List<SortKey> sortOrder = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();
  private final Set<String> outerJoins = new HashSet<>();
  private final Map<String, String> subclasses = new HashMap<>();
  private String logic = "";

  void view(String path) {
    view.add(path);
  }

  void sortBy(String path, boolean descending) {
    sortOrder.add(new SortKey(path, descending));
  }

  /** Reads {@code path direction path direction ...}; a path without one is ascending. */
  void sortBy(String text) {
    List<String> words = words(text);
    for (int i = 0; i < words.size(); i++) {
      boolean directed = i + 1 < words.size() && isDirection(words.get(i + 1));
      sortBy(words.get(i), directed && words.get(i + 1).equalsIgnoreCase("desc"));
      i += directed ? 1 : 0;
    }
  }

  private static boolean isDirection(String word) {
    return word.equalsIgnoreCase("asc") || word.equalsIgnoreCase("desc");
  }

  void logic(String text) {
    logic = text.strip();
  }

  void join(String path, String style) {
    switch (style.toUpperCase(Locale.ROOT)) {
      case "OUTER" -> outerJoins.add(path);
      case "INNER" -> outerJoins.remove(path);
      default -> throw QueryRefused.invalidXml("join: style is neither INNER nor OUTER");
    }
  }

  void subclass(String path, String type) {
    subclasses.put(path, type);
  }

  /** Adds a constraint unless its code is taken. */
  void constrain(Constraint constraint) {
    String code = constraint.code();
    if (!code.isEmpty() && !codes.add(code)) {
      throw QueryRefused.notWellFormatted("Constraint code " + code + " is used twice");
    }
    constraints.add(constraint);
  }

  /** The query, which must have a view. */
  PathQuery query() {
    if (view.isEmpty()) {
      throw QueryRefused.invalidXml("query: attribute 'view' is empty");
    }
    return new PathQuery(view, sortOrder, constraints, logic, outerJoins, subclasses);
  }

  static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }
}
