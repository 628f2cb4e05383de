package dev.plumbline.runners.microbench.cores;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.transforms.page.FetchedPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Jackson's parser over every token of the JSON pages and its text: what decoding could cost at
 * least, by a library. Proved by the length of all texts, taken once more by a regular expression.
 */
@State(Scope.Benchmark)
public class JsonTokensBenchmark {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[\\[\\]{}]|[^\\s,:\\[\\]{}\"]++");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u[0-9a-fA-F]{4}|.)");

  private final Export export = Export.fetch();
  private long last;

  /** Reads all pages; the time is that of one row. */
  @Benchmark
  @OperationsPerInvocation(Export.ROWS)
  public long read() throws IOException {
    long length = 0;
    for (FetchedPage page : export.pages()) {
      try (JsonParser parser = JSON.createParser(page.body())) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          length += parser.getText().length();
        }
      }
    }
    last = length;
    return length;
  }

  /** Holds the length to that of the expression's matches. */
  @TearDown
  public void prove() {
    long length = 0;
    for (FetchedPage page : export.pages()) {
      String body = new String(page.body(), StandardCharsets.UTF_8);
      length +=
          TOKEN.matcher(body).results().mapToLong(token -> text(token.group()).length()).sum();
    }
    String proof = Export.ROWS + " rows, %d characters of tokens";
    Evidence.leave(export.inputDigest(), proof.formatted(length), proof.formatted(last));
  }

  private static String text(String token) {
    return token.startsWith("\"")
        ? ESCAPE.matcher(token.substring(1, token.length() - 1)).replaceAll("x")
        : token;
  }
}
