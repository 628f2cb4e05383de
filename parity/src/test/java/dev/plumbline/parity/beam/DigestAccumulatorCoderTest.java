package dev.plumbline.parity.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.Rows;
import dev.plumbline.parity.TableSchema;
import java.io.ByteArrayOutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class DigestAccumulatorCoderTest {
  private final DigestAccumulatorCoder coder =
      DigestAccumulatorCoder.of(DigestSpec.of(Rows.SCHEMA));

  @Test
  void anAccumulatorComesBackAsItWent() throws Exception {
    for (int rows : new int[] {0, 1, 100}) {
      DigestAccumulator digest = new DigestAccumulator(Rows.SCHEMA);
      Rows.feed(Rows.random(rows, rows), digest.sink());

      DigestAccumulator back =
          CoderUtils.decodeFromByteArray(coder, CoderUtils.encodeToByteArray(coder, digest));

      assertEquals(digest, back, rows + " rows by seed " + rows);
      assertEquals(digest.digest(), back.digest());
    }
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    byte[] state = new DigestAccumulator(Rows.SCHEMA).state();
    state[0]++;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayCoder.of().encode(state, out);
    byte[] encoded = out.toByteArray();

    CoderException refused =
        assertThrows(CoderException.class, () -> CoderUtils.decodeFromByteArray(coder, encoded));

    assertTrue(refused.getMessage().contains("expected 2"), refused.getMessage());
  }

  @Test
  void codersOfOneSchemaAreEqual() {
    TableSchema other = new TableSchema(Rows.SCHEMA.columns().subList(0, 2));

    assertEquals(coder, DigestAccumulatorCoder.of(DigestSpec.of(Rows.SCHEMA)));
    assertEquals(
        coder.hashCode(), DigestAccumulatorCoder.of(DigestSpec.of(Rows.SCHEMA)).hashCode());
    assertNotEquals(coder, DigestAccumulatorCoder.of(DigestSpec.of(other)));
  }
}
