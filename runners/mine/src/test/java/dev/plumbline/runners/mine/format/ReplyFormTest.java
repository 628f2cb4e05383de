package dev.plumbline.runners.mine.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ReplyFormTest {

  private static final FormatChoice ALL =
      new FormatChoice(ResultFormat.TSV, EnumSet.allOf(ResultFormat.class));

  @Test
  void choosesBySuffixThenNameThenAccept() {
    assertEquals(Optional.of(ResultFormat.CSV), ALL.of("csv", "json", "application/xml"));
    assertEquals(Optional.of(ResultFormat.JSON), ALL.of("", "json", "application/xml"));
    assertEquals(Optional.of(ResultFormat.JSON), ALL.of("nix", "json", ""));
    assertEquals(Optional.of(ResultFormat.XML), ALL.of("", "nix", "application/xml"));
    assertEquals(Optional.of(ResultFormat.TSV), ALL.of("", "nix", "*/*"));
    assertEquals(Optional.empty(), ALL.of("", "nix", ""));
    assertEquals(Optional.of(ResultFormat.TSV), ALL.of("", "", ""));
    assertEquals(Optional.empty(), ALL.of("", "html", "*/*"));
    assertEquals(Optional.empty(), ALL.of("", "", "image/png"));
  }

  @Test
  void takesAcceptInItsOrderWhateverTheWeights() {
    assertEquals(
        Optional.of(ResultFormat.CSV),
        ALL.of("", "", "image/png, text/comma-separated-values;q=0.1, application/json;q=1"));
    assertEquals(Optional.of(ResultFormat.ROWS), ALL.of("", "", "Application/JSON; type=rows"));
    assertEquals(Optional.of(ResultFormat.OBJECTS), ALL.of("", "", "text/javascript;type=objects"));
    assertEquals(Optional.of(ResultFormat.JSON), ALL.of("", "", "application/json;q=0.5"));
  }

  @Test
  void knowsTheNamesOfAllFormats() {
    for (String name : List.of("tab", "tsv")) {
      assertEquals(Optional.of(ResultFormat.TSV), ALL.of("", name, ""), name);
    }
    for (String name : List.of("json", "jsonp", "jsoncount", "jsonpcount")) {
      assertEquals(Optional.of(ResultFormat.JSON), ALL.of("", name, ""), name);
    }
    assertEquals(Optional.of(ResultFormat.OBJECTS), ALL.of("", "jsonpobjects", ""));
    assertEquals(Optional.of(ResultFormat.ROWS), ALL.of("", "jsonprows", ""));
    assertEquals(Optional.of(ResultFormat.TEXT), ALL.of("", "count", ""));
  }

  @Test
  void endsWhatFailsWithAnErrorAfterTheRows() {
    String failed =
        "\"wasSuccessful\":false,\"error\":\"Service failed. Please contact support.\","
            + "\"statusCode\":500}";
    for (String rows : List.of("{\"results\":[\n[1],\n", "{\"results\":[\n{}")) {
      String body = failing(ResultFormat.JSON, rows);
      String comma = rows.endsWith("\n") ? "" : ",\n";
      assertTrue(body.startsWith(rows + comma + "],\"executionTime\":\""), body);
      assertTrue(body.endsWith(failed), body);
    }
    assertEquals(
        "1\n[ERROR] 500 Service failed. Please contact support.", failing(ResultFormat.TSV, "1\n"));
    assertTrue(failing(ResultFormat.XML, "x\n").startsWith("x\n<error><message>500 Internal"));
    assertTrue(failing(ResultFormat.XML, "").startsWith("<?xml"));
    assertTrue(failing(ResultFormat.JSON, "").startsWith("{\"results\":[\n],\"executionTime\""));
  }

  /** A body that fails after one piece, or at once if that is empty. */
  private static String failing(ResultFormat format, String piece) {
    ReplyForm form = new ReplyForm(format, "", false, false, Compression.NONE, "result", false);
    List<RuntimeException> log = new ArrayList<>();
    String text = RowWritingTest.text(new GuardedBody(new Failing(piece), form, log::add));
    assertEquals(1, log.size());
    return text;
  }

  private static final class Failing implements Iterator<ByteBuffer> {
    private String piece;

    Failing(String piece) {
      this.piece = piece;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public ByteBuffer next() {
      if (piece.isEmpty()) {
        throw new IllegalStateException("planned");
      }
      ByteBuffer block = ResultEnvelope.bytes(piece);
      piece = "";
      return block;
    }
  }

  @Test
  void compressesWhatComesInPieces() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    List<ByteBuffer> pieces = pieces(plain);
    CompressedBody gzip = new CompressedBody(pieces.iterator(), Compression.GZIP, "x.csv");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes(gzip)))) {
      assertEquals(plain.toString(StandardCharsets.ISO_8859_1), latin1(in.readAllBytes()));
    }
    pieces.forEach(ByteBuffer::rewind);
    CompressedBody zip = new CompressedBody(pieces.iterator(), Compression.ZIP, "x.csv");
    try (var in = new ZipInputStream(new ByteArrayInputStream(bytes(zip)))) {
      assertEquals("x.csv", in.getNextEntry().getName());
      assertEquals(plain.toString(StandardCharsets.ISO_8859_1), latin1(in.readAllBytes()));
      assertTrue(in.getNextEntry() == null, "one entry only");
    }
  }

  private static List<ByteBuffer> pieces(ByteArrayOutputStream plain) {
    Random random = new Random(17);
    return random
        .ints(200, 0, 2_000)
        .mapToObj(
            size -> {
              byte[] piece = new byte[size];
              random.nextBytes(piece);
              plain.writeBytes(piece);
              return ByteBuffer.wrap(piece);
            })
        .toList();
  }

  private static byte[] bytes(Iterator<ByteBuffer> body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (body.hasNext()) {
      ByteBuffer block = body.next();
      byte[] bytes = new byte[block.remaining()];
      block.get(bytes);
      all.writeBytes(bytes);
    }
    return all.toByteArray();
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
