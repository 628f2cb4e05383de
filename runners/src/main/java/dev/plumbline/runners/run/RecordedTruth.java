package dev.plumbline.runners.run;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.runners.mine.recorded.RecordedExchange;
import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.transforms.mine.ExportSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * What a mine answered, read once more from the recorded bodies: by another JSON library than
 * decode and by none of its code, so that decode has someone to answer to.
 *
 * @param pages the recorded pages, in order
 * @param export the columns
 * @param rows how many rows were exported
 */
public record RecordedTruth(List<RecordedExchange> pages, ExportSchema export, long rows)
    implements SourceTruth, ReadableTable {
  private static final String READER = "gson";

  /**
   * The truth of an export of which a recording was made.
   *
   * @param rows how many rows were exported: all that were recorded, or the first of them
   */
  public static RecordedTruth of(Recording recording, ExportSchema schema, long rows) {
    return new RecordedTruth(
        recording.pages().stream().filter(page -> page.start() < rows).toList(), schema, rows);
  }

  @Override
  public Optional<ReadableTable> table() {
    return Optional.of(this);
  }

  @Override
  public String source() {
    return "recorded pages";
  }

  @Override
  public String reader() {
    return READER;
  }

  @Override
  public TableSchema schema() {
    return export.table();
  }

  @Override
  public OptionalLong expectedRows() {
    return OptionalLong.of(rows);
  }

  @Override
  public void read(RowSink sink) {
    RecordedCells cells = new RecordedCells(export, sink);
    for (RecordedExchange page : pages) {
      try (JsonReader json = new JsonReader(text(page))) {
        json.setStrictness(Strictness.STRICT);
        cells.page(json);
      } catch (IOException | IllegalStateException | NumberFormatException e) {
        throw unreadable(page, e);
      }
    }
  }

  private static Reader text(RecordedExchange page) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(page.body()));
    InputStream body = page.contentEncoding().isEmpty() ? raw : new GZIPInputStream(raw);
    return new InputStreamReader(
        body,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Without the cause's words: they may repeat what a cell holds. */
  private static IllegalStateException unreadable(RecordedExchange page, Exception e) {
    return new IllegalStateException(
        "The recorded page at offset %,d is no page of this export (%s)"
            .formatted(page.start(), e.getClass().getSimpleName()));
  }
}
