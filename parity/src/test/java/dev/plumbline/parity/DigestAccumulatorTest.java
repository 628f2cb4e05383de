package dev.plumbline.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestAccumulatorTest {
  private static final int SEEDS = 25;

  @Test
  void splitsMergeTreesAndOrdersGiveTheSameDigest() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<List<Object>> rows = new ArrayList<>(Rows.random(seed, 1 + random.nextInt(200)));
      TableDigest expected = Rows.digest(Rows.SCHEMA, rows);

      Collections.shuffle(rows, random);
      List<DigestAccumulator> parts =
          IntStream.range(0, 1 + random.nextInt(12))
              .mapToObj(i -> new DigestAccumulator(Rows.SCHEMA))
              .toList();
      for (List<Object> row : rows) {
        Rows.feed(List.of(row), parts.get(random.nextInt(parts.size())).sink());
      }
      List<DigestAccumulator> tree = new ArrayList<>(parts);
      while (tree.size() > 1) {
        DigestAccumulator one = tree.remove(random.nextInt(tree.size()));
        tree.get(random.nextInt(tree.size())).merge(one);
      }

      assertEquals(expected, tree.get(0).digest(), "seed " + seed);
    }
  }

  @Test
  void mergeIsCommutativeAndAssociative() {
    for (long seed = 0; seed < SEEDS; seed++) {
      DigestAccumulator a = accumulated(Rows.random(seed, 20));
      DigestAccumulator b = accumulated(Rows.random(seed + 1_000, 30));
      DigestAccumulator c = accumulated(Rows.random(seed + 2_000, 40));

      assertEquals(merged(a, b), merged(b, a), "seed " + seed);
      assertEquals(merged(merged(a, b), c), merged(a, merged(b, c)), "seed " + seed);
    }
  }

  @Test
  void anEmptyTableHasADigestOfZeros() {
    TableDigest empty = new DigestAccumulator(Rows.SCHEMA).digest();

    assertEquals(0, empty.rows());
    assertEquals(new Hash128(0, 0), empty.content());
    assertEquals(Rows.SCHEMA.width(), empty.columns().size());
    assertEquals(Rows.SCHEMA, empty.schema());
    assertTrue(empty.columns().stream().allMatch(c -> c.nonNull() == 0));
  }

  @Test
  void mergingAnEmptyTableChangesNothing() {
    DigestAccumulator rows = accumulated(Rows.random(3, 10));

    assertEquals(rows, merged(rows, new DigestAccumulator(Rows.SCHEMA)));
    assertEquals(rows, merged(new DigestAccumulator(Rows.SCHEMA), rows));
  }

  @Test
  void accumulatorsOfOtherSchemasAreNotMerged() {
    TableSchema other = new TableSchema(List.of(new Column("id", ColumnType.INT64)));
    DigestAccumulator rows = accumulated(Rows.random(3, 1));

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> rows.merge(new DigestAccumulator(other)));

    assertTrue(refused.getMessage().contains("id int64"), refused.getMessage());
  }

  @Test
  void aRestoredStateGoesOnWhereItEnded() {
    List<List<Object>> rows = Rows.random(11, 60);
    DigestAccumulator first = accumulated(rows.subList(0, 25));

    DigestAccumulator restored =
        DigestAccumulator.restore(DigestSpec.of(Rows.SCHEMA), first.state());
    assertEquals(first, restored);
    Rows.feed(rows.subList(25, 60), restored.sink());

    assertEquals(Rows.digest(Rows.SCHEMA, rows), restored.digest());
    assertNotEquals(first, restored, "the restored state is a copy");
  }

  @Test
  void aStateOfAnotherWidthIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> DigestAccumulator.restore(DigestSpec.of(Rows.SCHEMA), new byte[4]));
  }

  @Test
  void sumsCarryFromTheLowToTheHighHalf() {
    TableSchema schema = new TableSchema(List.of(new Column("id", ColumnType.INT64)));
    List<List<Object>> rows = Collections.nCopies(1_000, List.of(5L));
    BigInteger modulus = BigInteger.ONE.shiftLeft(128);
    TableDigest once = Rows.digest(schema, rows.subList(0, 1));
    TableDigest often = Rows.digest(schema, rows);

    assertEquals(times(once.content(), 1_000).mod(modulus), number(often.content()));
    assertEquals(
        times(once.columns().get(0).hash(), 1_000).mod(modulus),
        number(often.columns().get(0).hash()));
  }

  @Test
  void negativeZeroEqualsZeroAndEveryNanEqualsNan() {
    assertEquals(digestOf(0.0), digestOf(-0.0));
    double payload = Double.longBitsToDouble(0x7ff8000000000123L);
    double negative = Double.longBitsToDouble(0xfff8000000000001L);
    assertEquals(digestOf(Double.NaN), digestOf(payload));
    assertEquals(digestOf(Double.NaN), digestOf(negative));
    assertNotEquals(digestOf(Double.NaN), digestOf(Double.POSITIVE_INFINITY));
    assertNotEquals(digestOf(Double.POSITIVE_INFINITY), digestOf(Double.NEGATIVE_INFINITY));
    assertNotEquals(digestOf(0.0), digestOf(Double.MIN_VALUE));
  }

  @Test
  void aCellOfAnotherTypeIsRefusedAndNamesTheColumn() {
    List<Object> wrong = List.of("text", 1.0, true, 5L);
    for (Object cell : wrong) {
      DigestAccumulator digest = new DigestAccumulator(Rows.SCHEMA);
      if (cell instanceof Long) {
        digest.sink().int64Cell(1); // the second column is a double
      }
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> Rows.cell(cell, digest.sink()));
      String column = cell instanceof Long ? "score double" : "id int64";
      assertTrue(refused.getMessage().contains(column), refused.getMessage());
    }
  }

  @Test
  void aRowWithTooManyCellsIsRefused() {
    for (Object cell : new Object[] {null, 1L, 1.0, true, "x"}) {
      DigestAccumulator digest = new DigestAccumulator(Rows.SCHEMA);
      Rows.random(1, 1).get(0).forEach(c -> Rows.cell(c, digest.sink()));
      assertThrows(IllegalStateException.class, () -> Rows.cell(cell, digest.sink()));
    }
  }

  @Test
  void aRowWithTooFewCellsIsRefused() {
    for (int cells = 0; cells < Rows.SCHEMA.width(); cells++) {
      DigestAccumulator digest = new DigestAccumulator(Rows.SCHEMA);
      Rows.random(1, 1).get(0).subList(0, cells).forEach(c -> Rows.cell(c, digest.sink()));
      assertThrows(IllegalStateException.class, digest.sink()::endRow, cells + " cells");
    }
  }

  @Test
  void nullCountsAreKeptForEachColumn() {
    List<List<Object>> rows = Rows.random(17, 100);
    TableDigest digest = Rows.digest(Rows.SCHEMA, rows);
    for (int i = 0; i < Rows.SCHEMA.width(); i++) {
      int column = i;
      long expected = rows.stream().filter(row -> row.get(column) != null).count();
      assertEquals(expected, digest.columns().get(i).nonNull(), Rows.SCHEMA.column(i).name());
    }
  }

  private static TableDigest digestOf(double value) {
    return Rows.digest(
        new TableSchema(List.of(new Column("x", ColumnType.DOUBLE))), List.of(List.of(value)));
  }

  private static DigestAccumulator accumulated(List<List<Object>> rows) {
    DigestAccumulator digest = new DigestAccumulator(Rows.SCHEMA);
    Rows.feed(rows, digest.sink());
    return digest;
  }

  private static DigestAccumulator merged(DigestAccumulator left, DigestAccumulator right) {
    DigestAccumulator all = DigestAccumulator.restore(DigestSpec.of(Rows.SCHEMA), left.state());
    all.merge(right);
    return all;
  }

  private static BigInteger number(Hash128 hash) {
    return new BigInteger(hash.hex(), 16);
  }

  private static BigInteger times(Hash128 hash, long factor) {
    return number(hash).multiply(BigInteger.valueOf(factor));
  }
}
