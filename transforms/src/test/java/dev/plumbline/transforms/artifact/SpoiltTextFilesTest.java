package dev.plumbline.transforms.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.read.ParityReadException;
import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.csv.CsvNullPolicy;
import dev.plumbline.transforms.csv.CsvSpec;
import dev.plumbline.transforms.csv.CsvTable;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.rowstream.RowStream;
import dev.plumbline.transforms.rowstream.RowStreamSpec;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.SchemaFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files with bytes changed, dropped and added: refused as what they are, or read as the judge reads
 * them, if it does.
 */
class SpoiltTextFilesTest {
  private static final long SEED = 1_859;
  private static final int FILES = 300;
  private static final TableSchema SCHEMA = HardCells.SCHEMA.table();
  private static final List<List<Object>> ROWS = HardCells.rows(SEED, 0).subList(0, 12);

  /** What is likely to matter where it lands. */
  private static final String[] PIECES = {
    "\"",
    "\"\"",
    ",",
    "\n",
    "\r",
    "\r\n",
    "\\",
    "{",
    "}",
    "[",
    ":",
    "null",
    "0",
    "-",
    ".",
    "e9",
    " ",
    "\t",
    "\u0000",
    "\\ud800",
    "é",
    "c0",
    "true",
    "\"c0\":1,"
  };

  @TempDir Path directory;

  @Test
  void aSpoiltRowStreamIsRefusedOrReadAsTheJudgeReadsIt() throws Exception {
    Path file = directory.resolve("rows.jsonl");
    SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(SCHEMA));
    byte[] good =
        Files.readAllBytes(StoredTables.write(file, new RowStreamSpec(SCHEMA), SCHEMA, ROWS));

    holds(file, good, () -> RowStream.open(List.of(file), 5));
  }

  @Test
  void aSpoiltCsvFileIsRefusedOrReadAsTheJudgeReadsIt() throws Exception {
    Path file = directory.resolve("rows.csv");
    SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(SCHEMA));
    byte[] good = Files.readAllBytes(StoredTables.write(file, new CsvSpec(SCHEMA), SCHEMA, ROWS));

    holds(
        file,
        good,
        () -> CsvTable.open(List.of(file), Optional.empty(), CsvNullPolicy.DISTINCT, 5));
  }

  private interface Opened {
    PageSource open() throws IOException;
  }

  private static void holds(Path file, byte[] good, Opened opened) throws IOException {
    int refused = 0;
    int agreed = 0;
    for (int i = 0; i < FILES; i++) {
      Random random = new Random(SEED + i);
      byte[] spoilt = spoil(good, random);
      Files.write(file, spoilt);
      TableDigest ours;
      try {
        ours = digest(opened.open());
      } catch (ArtifactException e) {
        assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e.getMessage());
        refused++;
        continue;
      }
      TableDigest judged;
      try {
        judged = StoredTables.judged(file);
      } catch (ParityReadException e) {
        continue; // stricter than we are
      }
      assertEquals(judged, ours, "seed " + (SEED + i) + ": " + file);
      agreed++;
    }
    assertTrue(refused > FILES / 2, refused + " refused, seed " + SEED);
    assertTrue(agreed > FILES / 50, agreed + " agreed, seed " + SEED);
  }

  private static TableDigest digest(PageSource source) throws IOException {
    DigestAccumulator digest = new DigestAccumulator(source.schema());
    for (PackedPage page : StoredTables.pages(source)) {
      page.feed(source.schema(), digest.sink());
    }
    return digest.digest();
  }

  private static byte[] spoil(byte[] good, Random random) throws IOException {
    int at = random.nextInt(good.length);
    int dropped = Math.min(random.nextInt(3) / 2, good.length - at);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(good, 0, at);
    if (random.nextInt(10) == 0) {
      out.write(random.nextInt(256));
    } else if (random.nextInt(20) > 0) {
      out.write(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
    }
    if (random.nextInt(20) > 0) {
      out.write(good, at + dropped, good.length - at - dropped);
    }
    return out.toByteArray();
  }
}
