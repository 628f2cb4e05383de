package dev.plumbline.transforms.engine.polars;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A piece of work for the worker.
 *
 * @param doing what is being done, for errors
 * @param work the worker's name for it
 * @param fields what the work needs
 */
record WorkerRequest(String doing, String work, Fields fields) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes fields of a JSON object. */
  @FunctionalInterface
  interface Fields {
    /** Writes them. */
    void write(JsonGenerator json) throws IOException;
  }

  /** The request as one line of JSON in UTF-8. */
  byte[] line(long id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("id", Long.toString(id));
      json.writeStringField("work", work);
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A request in memory cannot fail", e);
    }
    out.write('\n');
    return out.toByteArray();
  }
}
