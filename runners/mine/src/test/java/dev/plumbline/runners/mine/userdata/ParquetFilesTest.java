package dev.plumbline.runners.mine.userdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetFilesTest {

  @TempDir Path folder;

  @Test
  void takesTypesFromTheSchema() throws SQLException {
    UserClass root =
        UserTable.load(
                parquet(
                    "t",
                    "SELECT '7' AS s, (-128)::TINYINT AS b, 65535::USMALLINT AS w,"
                        + " 4294967295::UINTEGER AS u, 9223372036854775807::UBIGINT AS l,"
                        + " 3.4028235e38::FLOAT AS f, '-0.0'::DOUBLE AS d,"
                        + " 12345678901234567890.10::DECIMAL(38,2) AS m, NULL::BOOLEAN AS n"))
            .root();
    assertValue("java.lang.String", "7", root, "s");
    assertValue("java.lang.Integer", -128, root, "b");
    assertValue("java.lang.Integer", 65_535, root, "w");
    assertValue("java.lang.Long", 4_294_967_295L, root, "u");
    assertValue("java.lang.Long", Long.MAX_VALUE, root, "l");
    assertValue("java.lang.Float", Float.MAX_VALUE, root, "f");
    assertValue("java.lang.Double", -0.0, root, "d");
    assertValue("java.math.BigDecimal", new BigDecimal("12345678901234567890.10"), root, "m");
    assertEquals("java.lang.Boolean", root.attributes().get("n").javaType());
    assertNull(root.attributes().get("n").at(0));
  }

  private static void assertValue(String type, Object value, UserClass root, String name) {
    assertEquals(type, root.attributes().get(name).javaType(), name);
    assertEquals(value, root.attributes().get(name).at(0), name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1]                                       | INTEGER[]
          {'y': 1}                                  | STRUCT
          TIMESTAMP '2024-01-01 00:00:00'           | TIMESTAMP
          TIME '01:00:00'                           | TIME
          'x'::BLOB                                 | BLOB
          '00000000-0000-0000-0000-000000000001'::UUID | UUID
          """)
  void refusesTypesThatAMineLacks(String value, String type) throws SQLException {
    UserData file = parquet("t", "SELECT 1 AS a, " + value + " AS x");
    refuses(file, "column 'x' is of type " + type);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "18446744073709551615::UBIGINT, Long",
        "'NaN'::DOUBLE, Double",
        "'-Infinity'::FLOAT, Float",
        "'infinity'::DATE, Date",
        "'10000-01-01'::DATE, Date",
      })
  void refusesValuesThatAMineLacks(String value, String type) throws SQLException {
    String sql = "SELECT NULL AS x UNION ALL SELECT " + value;
    UserDataRefused e = refuses(parquet("t", sql), "row 2, column 'x': a value of the shape ");
    assertTrue(e.getMessage().endsWith("expected " + type), e.getMessage());
  }

  @Test
  void refusesFilesThatAreNoParquet() throws IOException, SQLException {
    Path text = Files.writeString(folder.resolve("t.parquet"), "a,b\n1,2\nno parquet\n");
    refuses(UserData.of(text), "t.parquet is no Parquet file that can be read: ");
    refuses(UserData.of(Files.createFile(folder.resolve("e.parquet"))), "e.parquet is no Parquet");
    UserData whole = parquet("cut", "SELECT * FROM range(1000)");
    byte[] bytes = Files.readAllBytes(whole.file());
    Files.write(whole.file(), Arrays.copyOf(bytes, bytes.length - 10));
    refuses(whole, "cut.parquet is no Parquet file that can be read: ");
  }

  @Test
  void refusesDamagedPages() throws IOException, SQLException {
    UserData file = parquet("t", "SELECT 'text' || i AS x FROM range(100000) r(i)");
    byte[] bytes = Files.readAllBytes(file.file());
    Arrays.fill(bytes, 1_000, bytes.length - 1_000, (byte) 0x5a);
    Files.write(file.file(), bytes);
    UserDataRefused e = refuses(file, "reading broke off after row ");
    assertTrue(e.getMessage().contains("Failed to read file"), e.getMessage());
  }

  @Test
  void refusesPartsThatDiffer() throws SQLException {
    parquet("part-1", "SELECT 1 AS a, 2 AS b");
    parquet("part-2", "SELECT 1 AS a, 'x' AS b");
    refuses(
        UserData.of(folder),
        "part-1.parquet has a Integer, b Integer, part-2.parquet has a Integer, b String");
  }

  @Test
  void refusesDeclaredTypesAndPatternsInPaths() throws IOException, SQLException {
    UserData file = parquet("t", "SELECT 1 AS a");
    refuses(file.withTypes(List.of("a=Long")), "types are declared for a, but Parquet has types");
    Path pattern = Files.copy(file.file(), folder.resolve("t*.parquet"));
    refuses(UserData.of(pattern), "must not hold '*', '?' or '['");
  }

  @Test
  void readsFilesWithQuotesInTheirNames() throws SQLException {
    UserData file = parquet("o'brien", "SELECT 1 AS \"a\"\"b c\"");
    UserTable table = UserTable.load(file);
    assertEquals("OBrien", table.root().name());
    assertEquals(List.of("column 'a\"b c' is OBrien.a_b_c"), table.renamed());
    assertEquals(1, table.root().attributes().get("a_b_c").at(0));
  }

  private static UserDataRefused refuses(UserData file, String words) {
    UserDataRefused e = assertThrows(UserDataRefused.class, () -> UserTable.load(file));
    assertTrue(e.getMessage().contains(words), e.getMessage());
    return e;
  }

  private UserData parquet(String name, String select) throws SQLException {
    Path file = folder.resolve(name + ".parquet");
    String path = file.toString().replace("'", "''");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + path + "' (FORMAT parquet)");
    }
    return UserData.of(file);
  }
}
