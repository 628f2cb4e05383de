package dev.plumbline.runners.mine.userdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeTakingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Integer | 0 1 -1 2147483647 -2147483648
          Long    | 2147483648
          Long    | 1 -9223372036854775808 9223372036854775807
          String  | 9223372036854775808
          String  | 007
          String  | +7
          String  | -0
          String  | 1 x
          String  | 1 true
          String  | 1_000
          String  | 0x10
          String  | 1e5
          String  | 1.0e5
          String  | 1E5
          String  | 1.0E5
          String  | NaN
          String  | 1.5 NaN
          String  | Infinity
          String  | 1.5f
          String  | .5
          String  | 5.
          String  | 00.5
          String  | 1.7976931348623157E309
          Double  | 1.0E10 1.0E-5 4.9E-324 1.7976931348623157E308
          Double  | 1.5 -0.25 1.50 -0.0
          Double  | 1 1.5
          Double  | 0.1 0.30000000000000004
          String  | 0.12345678901234567890123
          String  | 9007199254740993 1.5
          Double  | 9007199254740992 1.5
          Boolean | true false
          String  | True
          String  | true 0
          Date    | 2024-02-29 0001-01-01
          String  | 2023-02-29
          String  | 2024-2-9
          String  | 2024-02-29 2024-02-29T00:00
          String  | 2024-02-29 7
          String  | ''
          """)
  void takesTheNarrowestTypeThatKeepsEveryValue(String type, String values) throws IOException {
    StringBuilder csv = new StringBuilder("a,b\n,x\n");
    Arrays.stream(values.split(" ", -1)).forEach(v -> csv.append(v).append(",x\n"));
    assertEquals(ValueType.named(type).javaType(), type("t.csv", csv.toString()), values);
  }

  @Test
  void takesDecimalsLongerThanAnyDoubleForTexts() throws IOException {
    String digits = "1".repeat(1_000_000);
    assertEquals("java.lang.String", type("t.csv", "a,b\n" + digits + ",\n0." + digits + ",\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "' 12'",
    "'12 '",
    "'\u0661\u0662'",
    "'1,5'",
  })
  void takesOtherSpellingsForTexts(String value) throws IOException {
    assertEquals("java.lang.String", type("t.csv", "a,b\n\"" + value + "\",x\n"), value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          Integer | 1 null -1
          Long    | 1 2147483648
          Double  | 1 1e5 1.50
          Double  | -0
          String  | 9223372036854775808
          String  | "1"
          String  | 1 "1"
          String  | "true"
          Boolean | true null false
          String  | true 1
          Date    | "2024-02-29"
          String  | "2024-02-30"
          String  | 0.12345678901234567890123
          String  | null
          """)
  void takesJsonsNumbersForNumbersAndItsTextsForTexts(String type, String values)
      throws IOException {
    StringBuilder lines = new StringBuilder("{\"b\":\"x\"}\n");
    for (String value : values.split(" ", -1)) {
      lines.append("{\"a\": ").append(value).append("}\n");
    }
    assertEquals(ValueType.named(type).javaType(), type("t.jsonl", lines.toString()), values);
  }

  @ParameterizedTest
  @CsvSource({
    "Integer, +007, 7",
    "Long, -12, -12",
    "Double, 1e5, 100000.0",
    "Float, .5, 0.5",
    "BigDecimal, 1.50, 1.50",
    "Boolean, true, true",
    "Date, 2024-02-29, 2024-02-29",
    "String, 12, 12"
  })
  void readsValuesOfADeclaredType(String type, String text, String value) throws IOException {
    UserColumn column = load("t.csv", "a,b\n" + text + ",\n", List.of("a=" + type));
    assertEquals(ValueType.named(type).javaType(), column.javaType());
    assertEquals(value, String.valueOf(column.at(0)));
  }

  private String type(String name, String text) throws IOException {
    return load(name, text, List.of()).javaType();
  }

  private UserColumn load(String name, String text, List<String> types) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return UserTable.load(UserData.of(file).withTypes(types)).root().attributes().get("a");
  }
}
