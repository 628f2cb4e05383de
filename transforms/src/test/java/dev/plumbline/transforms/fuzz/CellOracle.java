package dev.plumbline.transforms.fuzz;

import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.PackedPage;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Types a cell by its column. */
final class CellOracle {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private CellOracle() {}

  static Object value(Json cell, ViewColumn view) throws NoJson {
    if (cell == Json.Word.NULL) {
      return null;
    }
    return switch (view.column().type()) {
      case STRING -> view.mineType().equals("java.math.BigDecimal") ? decimal(cell) : text(cell);
      case INT64 -> integer(number(cell));
      case DOUBLE -> real(number(cell));
      case BOOLEAN -> truth(cell);
      case DATE -> day(text(cell));
      case TIMESTAMP, DECIMAL -> throw PackedPage.notHeld(view.column().type());
    };
  }

  private static String text(Json cell) throws NoJson {
    if (!(cell instanceof Json.Text text)) {
      throw new NoJson("no string");
    }
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text.value()));
    } catch (CharacterCodingException e) {
      throw new NoJson("a lone surrogate");
    }
    return text.value();
  }

  private static String decimal(Json cell) throws NoJson {
    String text = cell instanceof Json.Numeral number ? number.token() : text(cell);
    if (text.length() > StrictJson.LONGEST || !DECIMAL.matcher(text).matches()) {
      throw new NoJson("no decimal");
    }
    return text;
  }

  private static String number(Json cell) throws NoJson {
    if (!(cell instanceof Json.Numeral number)) {
      throw new NoJson("no number");
    }
    return number.token();
  }

  private static long integer(String token) throws NoJson {
    try {
      BigDecimal exact = new BigDecimal(token).stripTrailingZeros();
      // Before the digits are written out: 1e999999999 would fill the memory.
      if (exact.scale() > 0 || exact.precision() - exact.scale() > 19) {
        throw new NoJson("no integer of 64 bits");
      }
      return exact.longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new NoJson("no integer of 64 bits");
    }
  }

  private static double real(String token) throws NoJson {
    double value = Double.parseDouble(token);
    if (Double.isInfinite(value)) {
      throw new NoJson("beyond a double");
    }
    return value;
  }

  private static boolean truth(Json cell) throws NoJson {
    if (cell == Json.Word.NULL || !(cell instanceof Json.Word word)) {
      throw new NoJson("neither true nor false");
    }
    return word == Json.Word.TRUE;
  }

  private static LocalDate day(String text) throws NoJson {
    if (!DAY.matcher(text).matches()) {
      throw new NoJson("no day");
    }
    int year = Integer.parseInt(text.substring(0, 4));
    int month = Integer.parseInt(text.substring(5, 7));
    int day = Integer.parseInt(text.substring(8));
    if (month < 1 || month > 12 || day < 1 || day > days(year, month)) {
      throw new NoJson("no such day");
    }
    return LocalDate.of(year, month, day);
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
