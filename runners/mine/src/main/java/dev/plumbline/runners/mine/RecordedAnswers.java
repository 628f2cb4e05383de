package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.recorded.RecordedExchange;
import dev.plumbline.runners.mine.recorded.Recording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The answers of a recording by what was asked; bodies are mapped, not copied. */
final class RecordedAnswers {

  private final Recording recording;
  private final Map<AnswerKey, Answer> answers = new HashMap<>();

  private RecordedAnswers(Recording recording) {
    this.recording = recording;
  }

  /** A request; the order of its parameters does not matter. */
  private record AnswerKey(String method, String path, Map<String, String> parameters) {}

  /** A recorded answer and its body, which is shared: take {@link #bytes}. */
  record Answer(RecordedExchange exchange, ByteBuffer body) {
    ByteBuffer bytes() {
      return body.duplicate();
    }
  }

  static RecordedAnswers of(Recording recording) throws IOException {
    RecordedAnswers all = new RecordedAnswers(recording);
    for (RecordedExchange exchange : recording.exchanges()) {
      all.answers.put(
          new AnswerKey(exchange.method(), exchange.path(), new TreeMap<>(exchange.parameters())),
          new Answer(exchange, map(exchange)));
    }
    return all;
  }

  private static ByteBuffer map(RecordedExchange exchange) throws IOException {
    try (FileChannel file = FileChannel.open(exchange.body())) {
      return file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
    }
  }

  Optional<Answer> find(String method, String path, Map<String, String> parameters) {
    return Optional.ofNullable(answers.get(new AnswerKey(method, path, new TreeMap<>(parameters))));
  }

  /** Why there is no answer. */
  String absence(Map<String, String> parameters) {
    boolean sameQuery =
        recording.exchanges().stream()
            .map(e -> e.parameters().getOrDefault("query", ""))
            .anyMatch(parameters.getOrDefault("query", "")::equals);
    if (!parameters.containsKey("query")) {
      return "This was not recorded";
    }
    return sameQuery
        ? "No page with start=%s and size=%s was recorded; there are %,d rows in pages of %,d"
            .formatted(
                parameters.getOrDefault("start", ""),
                parameters.getOrDefault("size", ""),
                recording.rows(),
                recording.pageSize())
        : "Another query was recorded";
  }
}
