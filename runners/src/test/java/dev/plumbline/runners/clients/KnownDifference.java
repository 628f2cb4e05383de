package dev.plumbline.runners.clients;

import java.util.regex.Pattern;

/** Where the local mine takes or refuses a query otherwise than the real server, and may. */
enum KnownDifference {
  /** The mine reads leniently what a schema forbids. */
  ATTRIBUTES_BEYOND_THE_SCHEMA(
      "Query does not pass XML validation.*(not allowed to appear in element|'description' must).*",
      ""),
  /** The mine has one kind of words for what the real parser stumbles over. */
  OTHER_WORDS("(XML is not well formatted|.*No columns selected).*", ".+"),
  CODES_OF_ANY_LETTERS("XML is not well formatted.* code=\"(AB|a)\".*", ""),
  ORDER_BY_WHAT_IS_NOT_SELECTED(
      ".*Order by element for path .* is not relevant to the query.*", ""),
  JOIN_OF_WHAT_IS_NOT_SELECTED(".*Outer join status path .* is not relevant to the query.*", ""),
  JOIN_OF_AN_ATTRIBUTE(".*Outer join status on path .* must not be on an attribute.*", ".*"),
  JOIN_OF_WHAT_IS_NOT_IN_THE_MODEL(".*for outer join status is not in the model.*", ""),
  NUMBERS_WITH_BLANKS(".*Value in constraint .*  7  is not in correct format.*", ""),
  /** The real parser takes any text for a truth value, and some numbers for dates. */
  WORDS_FOR_TRUTH_AND_TIME("", ".*is not of type java.(lang.Boolean|util.Date).*"),
  /** The real server finds that out only when it asks its database. */
  OPERATORS_THAT_DO_NOT_APPLY("", ".*Operator .* does not apply to .*"),
  NULL_TESTS_OF_THE_ROOT(".*cannot be applied to the root path.*", ""),
  CONSTRAINTS_UNDER_OUTER_JOINS("", ".*is under an OUTER.*");

  private final Pattern server;
  private final Pattern mine;

  KnownDifference(String server, String mine) {
    this.server = Pattern.compile(server, Pattern.DOTALL);
    this.mine = Pattern.compile(mine, Pattern.DOTALL);
  }

  boolean covers(Verdicts verdicts) {
    return server.matcher(verdicts.server()).matches() && mine.matcher(verdicts.mine()).matches();
  }
}
