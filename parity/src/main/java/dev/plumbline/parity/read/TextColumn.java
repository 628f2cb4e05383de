package dev.plumbline.parity.read;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;

/**
 * How the texts of a column become cells: whole texts of the column's form, or an error that names
 * the column. DuckDB's own casts round, trim and take more than that.
 */
final class TextColumn {
  private static final String NUMBER = "[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?";
  private static final String SPECIAL = "[+-]?([nN]a[nN]|[iI]nf(inity)?)";
  private static final String DAY = "-?[0-9]{4,7}-[0-9]{2}-[0-9]{2}";
  private static final String OFFSET = "[+-]((0[0-9]|1[0-7])(:?[0-5][0-9])?|18(:?00)?)";
  private static final String TIME =
      DAY + "([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|" + OFFSET + ")?)?";

  private TextColumn() {}

  /** Of a CSV column, whose value {@code x} is a text or null. */
  static String csv(String x, Column column) {
    return column.type() == ColumnType.STRING ? x : typed(x, x, column, "true");
  }

  /** Of a JSON column, whose value {@code x} is JSON. */
  static String json(String x, Column column) {
    String text = "(" + x + " ->> '$')";
    String kind = "json_type(" + x + ")";
    String kinds =
        switch (column.type()) {
          case INT64 -> "'BIGINT', 'UBIGINT'";
          case DOUBLE -> "'BIGINT', 'UBIGINT', 'DOUBLE', 'VARCHAR'";
          case BOOLEAN -> "'BOOLEAN'";
          case DATE, TIMESTAMP, DECIMAL, STRING -> "'VARCHAR'";
        };
    return typed("nullif(" + kind + ", 'NULL')", text, column, kind + " IN (" + kinds + ")");
  }

  private static String typed(String present, String text, Column column, String kindFits) {
    String value = value(text, column.type());
    String wrong =
        DuckDbSql.text(
            "column '%s' holds what is no %s".formatted(column.name(), column.type().label()));
    String form =
        column.type() == ColumnType.STRING
            ? "true"
            : "regexp_full_match(%s, '%s')".formatted(text, form(column.type()));
    return "CASE WHEN %s IS NULL THEN NULL WHEN %s AND %s AND (%s) IS NOT NULL THEN %s ELSE error(%s) END"
        .formatted(present, kindFits, form, value, value, wrong);
  }

  private static String form(ColumnType type) {
    return switch (type) {
      case INT64 -> "[+-]?[0-9]+";
      case DOUBLE -> NUMBER + "|" + SPECIAL;
      case DECIMAL -> NUMBER;
      case BOOLEAN -> "[tT]rue|[fF]alse|TRUE|FALSE";
      case DATE -> DAY;
      case TIMESTAMP -> TIME;
      case STRING -> ".*";
    };
  }

  /** As BIGINT, DOUBLE, BOOLEAN or VARCHAR; null where DuckDB finds no value in the text. */
  private static String value(String text, ColumnType type) {
    return switch (type) {
      case INT64 -> "TRY_CAST(" + text + " AS BIGINT)";
      case DOUBLE -> number(text);
      case BOOLEAN -> "TRY_CAST(" + text + " AS BOOLEAN)";
      case DATE ->
          "CAST(date_diff('day', DATE '1970-01-01', TRY_CAST(" + text + " AS DATE)) AS BIGINT)";
      case TIMESTAMP -> time(text);
      case DECIMAL, STRING -> text;
    };
  }

  /** Digits whose number is beyond a double are no infinity. */
  private static String number(String text) {
    String value = "TRY_CAST(" + text + " AS DOUBLE)";
    return "CASE WHEN isinf(%s) AND NOT regexp_full_match(%s, '%s') THEN NULL ELSE %s END"
        .formatted(value, text, SPECIAL, value);
  }

  /** A day is its midnight; without an offset a time is one of UTC. */
  private static String time(String text) {
    String behindTime = "'[0-9][0-9]:[0-9.:]*(Z|" + OFFSET + ")$'";
    String offset = "regexp_extract(%s, %s, 1)".formatted(text, behindTime);
    String local = "regexp_replace(%s, '(:[0-9.]*)(Z|%s)$', '\\1')".formatted(text, OFFSET);
    String minutes =
        "CASE WHEN length(%1$s) < 3 THEN 0 ELSE (CASE WHEN %1$s[1] = '-' THEN -1 ELSE 1 END)"
            + " * (60 * CAST(%1$s[2:3] AS BIGINT)"
            + " + CAST('0' || replace(%1$s[4:], ':', '') AS BIGINT)) END";
    return "epoch_us(TRY_CAST(%s AS TIMESTAMP)) - 60000000 * (%s)"
        .formatted(local, minutes.formatted(offset));
  }
}
