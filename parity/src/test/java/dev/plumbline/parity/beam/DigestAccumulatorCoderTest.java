package dev.plumbline.parity.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.Rows;
import dev.plumbline.parity.TableSchema;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class DigestAccumulatorCoderTest {
  private final DigestAccumulatorCoder coder = DigestAccumulatorCoder.of(Rows.SCHEMA);

  @Test
  void anAccumulatorComesBackAsItWent() throws Exception {
    for (int rows : new int[] {0, 1, 100}) {
      DigestAccumulator digest = new DigestAccumulator(Rows.SCHEMA);
      Rows.feed(Rows.random(rows, rows), digest);

      DigestAccumulator back =
          CoderUtils.decodeFromByteArray(coder, CoderUtils.encodeToByteArray(coder, digest));

      assertEquals(digest, back, rows + " rows by seed " + rows);
      assertEquals(digest.digest(), back.digest());
    }
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    byte[] encoded = CoderUtils.encodeToByteArray(coder, new DigestAccumulator(Rows.SCHEMA));
    encoded[0]++;

    CoderException refused =
        assertThrows(CoderException.class, () -> CoderUtils.decodeFromByteArray(coder, encoded));

    assertTrue(refused.getMessage().contains("expected 1"), refused.getMessage());
  }

  @Test
  void codersOfOneSchemaAreEqual() {
    TableSchema other = new TableSchema(Rows.SCHEMA.columns().subList(0, 2));

    assertEquals(coder, DigestAccumulatorCoder.of(Rows.SCHEMA));
    assertEquals(coder.hashCode(), DigestAccumulatorCoder.of(Rows.SCHEMA).hashCode());
    assertNotEquals(coder, DigestAccumulatorCoder.of(other));
  }
}
