package dev.plumbline.transforms.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes the parts of a recording's manifest. */
final class RecordingJson {
  /** The form of the manifest, as {@code recording_version} names it. */
  static final String VERSION = "plumbline_recording_v1";

  private static final JsonFactory JSON = new JsonFactory();

  private RecordingJson() {}

  /** What is said of one answer, on one line. */
  static byte[] bytes(RecordedExchange exchange) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("file", exchange.file());
      json.writeStringField("method", exchange.request().method());
      json.writeStringField("path", exchange.request().path());
      json.writeObjectFieldStart("parameters");
      for (Map.Entry<String, String> parameter : exchange.request().parameters().entrySet()) {
        json.writeStringField(parameter.getKey(), parameter.getValue());
      }
      json.writeEndObject();
      json.writeStringField("content_type", exchange.contentType());
      json.writeStringField("content_encoding", exchange.contentEncoding());
      json.writeNumberField("size_bytes", exchange.sizeBytes());
      json.writeStringField("sha256", exchange.sha256());
      json.writeNumberField("first_byte_us", exchange.firstByteMicros());
      json.writeNumberField("elapsed_us", exchange.elapsedMicros());
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  /** The manifest, of lines that {@link #bytes} wrote. */
  static byte[] manifest(RecordedExport export, List<byte[]> exchanges) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("recording_version", VERSION);
      json.writeStringField("mine", export.mine());
      json.writeStringField("query_root", export.query().rootClass());
      texts(json, "query_views", export.query().views());
      texts(
          json,
          "query_joins",
          export.query().joins().stream().map(j -> j.path() + ":" + j.style()).toList());
      json.writeNumberField("rows", export.rows());
      json.writeNumberField("page_size", export.pageSize());
      json.writeArrayFieldStart("exchanges");
      for (byte[] exchange : exchanges) {
        json.writeRawValue("\n" + new String(exchange, StandardCharsets.UTF_8));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
