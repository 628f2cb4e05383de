package dev.plumbline.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableSchemaTest {
  @Test
  void itIsSaidAsNamesAndTypesInOrder() {
    assertEquals(
        "id int64, score double, curated boolean, added date, symbol string, name string,"
            + " length int64, measured timestamp, weight decimal",
        Rows.SCHEMA.toString());
  }

  @Test
  void aNameThatOccursTwiceIsRefused() {
    Column id = new Column("id", ColumnType.INT64);
    List<Column> twice = List.of(id, new Column("id", ColumnType.STRING));

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new TableSchema(twice));

    assertTrue(refused.getMessage().contains("'id'"), refused.getMessage());
  }

  @Test
  void noColumnsAndBlankNamesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TableSchema(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Column(" ", ColumnType.DATE));
  }

  @Test
  void hashesAre32HexadecimalDigits() {
    assertEquals("0000000000000001ffffffffffffffff", new Hash128(1, -1).hex());
  }
}
