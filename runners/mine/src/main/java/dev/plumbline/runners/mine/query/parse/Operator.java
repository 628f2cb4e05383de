package dev.plumbline.runners.mine.query.parse;

import java.util.Arrays;
import java.util.Locale;

/** The constraint operators. */
public enum Operator {
  EQUALS("=", Kind.COMPARISON),
  NOT_EQUALS("!=", Kind.COMPARISON),
  STRICT_EQUALS("==", Kind.COMPARISON),
  STRICT_NOT_EQUALS("!==", Kind.COMPARISON),
  LESS("<", Kind.COMPARISON),
  AT_MOST("<=", Kind.COMPARISON),
  GREATER(">", Kind.COMPARISON),
  AT_LEAST(">=", Kind.COMPARISON),
  LIKE("LIKE", Kind.COMPARISON),
  NOT_LIKE("NOT LIKE", Kind.COMPARISON),
  CONTAINS("CONTAINS", Kind.COMPARISON),
  DOES_NOT_CONTAIN("DOES NOT CONTAIN", Kind.COMPARISON),
  ONE_OF("ONE OF", Kind.VALUES),
  NONE_OF("NONE OF", Kind.VALUES),
  WITHIN("WITHIN", Kind.RANGES),
  OUTSIDE("OUTSIDE", Kind.RANGES),
  OVERLAPS("OVERLAPS", Kind.RANGES),
  DOES_NOT_OVERLAP("DOES NOT OVERLAP", Kind.RANGES),
  IN("IN", Kind.LIST),
  NOT_IN("NOT IN", Kind.LIST),
  LOOKUP("LOOKUP", Kind.LOOKUP),
  ISA("ISA", Kind.CLASSES),
  ISNT("ISNT", Kind.CLASSES),
  IS_NULL("IS NULL", "IS EMPTY", Kind.NULLNESS),
  IS_NOT_NULL("IS NOT NULL", "IS NOT EMPTY", Kind.NULLNESS),
  /** Written {@code =} with a path instead of a value. */
  SAME_AS("=", Kind.LOOP),
  /** Written {@code !=} with a path instead of a value. */
  OTHER_THAN("!=", Kind.LOOP);

  /** What an operator is held against. */
  public enum Kind {
    /** One value of the attribute's type. */
    COMPARISON,
    /** Several values of the attribute's type. */
    VALUES,
    /** One or several ranges. */
    RANGES,
    /** The name of a list. */
    LIST,
    /** Names of objects. */
    LOOKUP,
    /** Names of classes. */
    CLASSES,
    /** The path of another object. */
    LOOP,
    /** Nothing. */
    NULLNESS
  }

  private final String symbol;
  private final String synonym;
  private final Kind kind;

  Operator(String symbol, Kind kind) {
    this(symbol, symbol, kind);
  }

  Operator(String symbol, String synonym, Kind kind) {
    this.symbol = symbol;
    this.synonym = synonym;
    this.kind = kind;
  }

  /** What it compares. */
  public Kind kind() {
    return kind;
  }

  /** As it is written. */
  public String symbol() {
    return symbol;
  }

  /** Whether it asks for null, or for no null. */
  public boolean isNullTest() {
    return kind == Kind.NULLNESS;
  }

  /** Whether it holds for every value that another operator does not hold for. */
  public boolean negative() {
    return switch (this) {
      case NOT_EQUALS, STRICT_NOT_EQUALS, NOT_LIKE, DOES_NOT_CONTAIN, NONE_OF -> true;
      case OUTSIDE, DOES_NOT_OVERLAP, NOT_IN, ISNT, IS_NOT_NULL, OTHER_THAN -> true;
      case EQUALS, STRICT_EQUALS, LIKE, CONTAINS, ONE_OF, WITHIN, OVERLAPS -> false;
      case IN, LOOKUP, ISA, IS_NULL, SAME_AS, LESS, AT_MOST, GREATER, AT_LEAST -> false;
    };
  }

  /**
   * The same with a path instead of a value, if there is such an operator.
   *
   * @throws QueryRefused if there is none
   */
  public Operator loop() {
    if (this == EQUALS || this == NOT_EQUALS) {
      return this == EQUALS ? SAME_AS : OTHER_THAN;
    }
    throw QueryRefused.invalidXml("constraint: '" + symbol + "' takes no 'loopPath'");
  }

  static Operator of(String symbol) {
    String wanted = symbol.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(op -> op.symbol.equals(wanted) || op.synonym.equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> QueryRefused.invalidXml("constraint: '" + wanted + "' is not an operator"));
  }
}
