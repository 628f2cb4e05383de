package dev.plumbline.transforms.mine;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;

/**
 * Reads a response body into memory, but never more than it was told.
 *
 * @param limit the largest body, as it came and decompressed
 * @param expansion how many times as large a body may become by decompression
 * @param where what is read, for messages
 */
record BoundedBody(int limit, int expansion, String where) {
  private static final int STEP = 1 << 16;
  private static final long ALWAYS_ALLOWED = 1 << 20;

  /**
   * The body as it came.
   *
   * @throws BodyBroken if the connection broke before its end
   */
  byte[] read(Source source) throws BodyBroken {
    Buffer all = new Buffer();
    try {
      while (source.read(all, STEP) != -1) {
        if (all.size() > limit) {
          throw tooLarge();
        }
      }
      return all.readByteArray();
    } catch (IOException e) {
      throw new BodyBroken(all.readByteArray(), e);
    }
  }

  byte[] unzip(byte[] raw) throws IOException {
    long allowed = Math.max(ALWAYS_ALLOWED, (long) raw.length * expansion);
    Buffer all = new Buffer();
    Buffer zipped = new Buffer().write(raw);
    try (BufferedSource unzipped = Okio.buffer(new GzipSource(zipped))) {
      while (unzipped.read(all, STEP) != -1) {
        if (all.size() > limit) {
          throw tooLarge();
        }
        if (all.size() > allowed) {
          throw MineException.lasting(
              "%s answered %,d bytes that decompress to more than %,d, the limit of %d times"
                  .formatted(where, raw.length, allowed, expansion),
              null);
        }
      }
    }
    return all.readByteArray();
  }

  private MineException tooLarge() {
    return MineException.lasting(
        "%s answered more than %,d bytes, the limit for such an answer".formatted(where, limit),
        null);
  }
}
