package dev.plumbline.runners.mine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The constraint operators that this mine answers. */
enum Operator {
  EQUALS("="),
  NOT_EQUALS("!="),
  STRICT_EQUALS("=="),
  STRICT_NOT_EQUALS("!=="),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">="),
  ONE_OF("ONE OF"),
  IS_NULL("IS NULL", "IS EMPTY"),
  IS_NOT_NULL("IS NOT NULL", "IS NOT EMPTY");

  private static final Set<String> UNANSWERED =
      Set.of(
          "LIKE",
          "NOT LIKE",
          "CONTAINS",
          "DOES NOT CONTAIN",
          "NONE OF",
          "IN",
          "NOT IN",
          "LOOKUP",
          "WITHIN",
          "OUTSIDE",
          "OVERLAPS",
          "DOES NOT OVERLAP",
          "ISA",
          "ISNT");

  private final String symbol;
  private final String synonym;

  Operator(String symbol) {
    this(symbol, symbol);
  }

  Operator(String symbol, String synonym) {
    this.symbol = symbol;
    this.synonym = synonym;
  }

  boolean isNullTest() {
    return this == IS_NULL || this == IS_NOT_NULL;
  }

  static Operator of(String symbol) {
    String wanted = symbol.strip().toUpperCase(Locale.ROOT);
    Optional<Operator> found =
        Arrays.stream(values())
            .filter(op -> op.symbol.equals(wanted) || op.synonym.equals(wanted))
            .findFirst();
    return found.orElseThrow(() -> refusal(wanted));
  }

  private static QueryRefused refusal(String symbol) {
    return UNANSWERED.contains(symbol)
        ? QueryRefused.badRequest("This mine does not answer the operator " + symbol)
        : QueryRefused.invalidXml("constraint: '" + symbol + "' is not an operator");
  }
}
