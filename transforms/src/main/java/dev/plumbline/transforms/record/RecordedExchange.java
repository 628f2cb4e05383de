package dev.plumbline.transforms.record;

import dev.plumbline.parity.Sha256;
import dev.plumbline.transforms.mine.MineAnswer;
import dev.plumbline.transforms.mine.MineRequest;
import java.util.Map;

/**
 * One answer of a recording.
 *
 * @param file name of the raw body within the folder of bodies
 * @param request what was asked
 * @param contentType as the mine said it, or empty
 * @param contentEncoding {@code gzip}, or empty
 * @param sizeBytes the raw body's size
 * @param sha256 of the raw body, hexadecimal
 * @param firstByteMicros from the request to the answer's head, in microseconds
 * @param elapsedMicros from the request to the body's end
 */
record RecordedExchange(
    String file,
    MineRequest request,
    String contentType,
    String contentEncoding,
    long sizeBytes,
    String sha256,
    long firstByteMicros,
    long elapsedMicros) {

  static RecordedExchange of(MineAnswer answer) {
    return new RecordedExchange(
        name(answer.request()) + (answer.contentEncoding().isEmpty() ? "" : ".gz"),
        answer.request(),
        answer.contentType(),
        answer.contentEncoding(),
        answer.raw().length,
        Sha256.of(answer.raw()),
        answer.firstByte().toNanos() / 1_000,
        answer.elapsed().toNanos() / 1_000);
  }

  /** Names in which pages sort by their offset. */
  private static String name(MineRequest request) {
    Map<String, String> asked = request.parameters();
    if (asked.containsKey("size")) {
      return "page-%010d-%s.json"
          .formatted(Long.parseLong(asked.getOrDefault("start", "0")), asked.get("size"));
    }
    if (asked.getOrDefault("format", "").equals("count")) {
      return "count.txt";
    }
    return request.path().substring(1).replace('/', '-')
        + (request.path().startsWith("/model") ? ".xml" : ".txt");
  }
}
