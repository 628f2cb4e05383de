package dev.plumbline.runners.mine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Combines coded tests by an expression such as {@code A and (B or C)}; {@code and} binds tighter.
 */
final class ConstraintLogic {

  private static final int MAX_DEPTH = 100;

  private final Map<String, RowTest> tests;
  private final Deque<String> tokens;
  private final Set<String> used = new HashSet<>();
  private int depth;

  private ConstraintLogic(String logic, Map<String, RowTest> tests) {
    this.tests = tests;
    String spaced = logic.replace("(", " ( ").replace(")", " ) ").strip();
    this.tokens = new ArrayDeque<>(List.of(spaced.split("\\s+")));
  }

  /** The whole test; a code that {@code logic} does not mention must hold as well. */
  static RowTest combine(String logic, Map<String, RowTest> tests) {
    if (logic.isEmpty()) {
      return RowTest.all(tests.values());
    }
    ConstraintLogic parser = new ConstraintLogic(logic, tests);
    RowTest combined = parser.anyOf();
    if (!parser.tokens.isEmpty()) {
      throw parser.unexpected(parser.tokens.remove());
    }
    for (Map.Entry<String, RowTest> test : tests.entrySet()) {
      combined = parser.used.contains(test.getKey()) ? combined : combined.and(test.getValue());
    }
    return combined;
  }

  private RowTest anyOf() {
    RowTest test = allOf();
    while (next("or")) {
      test = test.or(allOf());
    }
    return test;
  }

  private RowTest allOf() {
    RowTest test = one();
    while (next("and")) {
      test = test.and(one());
    }
    return test;
  }

  private RowTest one() {
    String token = tokens.isEmpty() ? "" : tokens.remove();
    if (token.equals("(")) {
      return group();
    }
    RowTest test = tests.get(token);
    if (test == null) {
      throw unexpected(token);
    }
    used.add(token);
    return test;
  }

  private RowTest group() {
    if (++depth > MAX_DEPTH) {
      throw unexpected("(");
    }
    RowTest test = anyOf();
    if (!next(")")) {
      throw unexpected(tokens.isEmpty() ? "" : tokens.remove());
    }
    depth--;
    return test;
  }

  private boolean next(String word) {
    boolean found = !tokens.isEmpty() && tokens.element().equalsIgnoreCase(word);
    if (found) {
      tokens.remove();
    }
    return found;
  }

  private QueryRefused unexpected(String token) {
    return QueryRefused.notWellFormatted("Constraint logic: unexpected \"" + token + "\"");
  }
}
