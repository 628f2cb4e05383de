package dev.plumbline.transforms.mine;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;

/** Reads a response body into memory, but never more than it was told. */
final class BoundedBody {
  private BoundedBody() {}

  static byte[] read(BufferedSource source, int limit, String where) throws IOException {
    Buffer all = new Buffer();
    while (source.read(all, 1 << 16) != -1) {
      if (all.size() > limit) {
        throw MineException.lasting(
            "%s answered more than %,d bytes, the limit for such an answer".formatted(where, limit),
            null);
      }
    }
    return all.readByteArray();
  }
}
