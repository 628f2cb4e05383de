package dev.plumbline.runners.mine.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/** Good answers that do not come through. */
final class BadSendings {

  private static final int BLOCK_BYTES = 1 << 20;

  private BadSendings() {}

  static Fault cut(Arguments arguments) {
    Part part = Part.of(arguments, 0.5);
    return (Fault.BadSending) (good, wire) -> begin(good, wire, part.of(good));
  }

  static Fault reset(Arguments arguments) {
    Part part = Part.of(arguments, 0);
    return (Fault.BadSending)
        (good, wire) -> {
          int sent = part.of(good);
          if (sent > 0) {
            begin(good, wire, sent);
          }
          wire.reset();
        };
  }

  static Fault stall(Arguments arguments) {
    long bytes = arguments.size("bytes", 100);
    return (Fault.BadSending)
        (good, wire) -> {
          begin(good, wire, (int) Math.min(bytes, good.body().length));
          new CountDownLatch(1).await(); // until the server closes
        };
  }

  static Fault drip(Arguments arguments) {
    int bytes = Math.max(1, (int) Math.min(arguments.size("bytes", 1), BLOCK_BYTES));
    Duration each = arguments.duration("each", Duration.ofMillis(50));
    return (Fault.BadSending)
        (good, wire) -> {
          wire.head(good);
          for (int at = 0; at < good.body().length; at += bytes) {
            wire.chunks(good.body(), at, Math.min(at + bytes, good.body().length));
            Thread.sleep(each.toMillis());
          }
          wire.end();
        };
  }

  static Fault endless(Arguments arguments) {
    return (Fault.BadSending)
        (good, wire) -> {
          PageText page = PageText.of(good.body());
          byte[] rows = PageText.lines(page.rows());
          byte[] again = rows.length > 0 ? rows : " \n".getBytes(StandardCharsets.US_ASCII);
          wire.head(good);
          wire.chunks(good.body(), 0, page.head().length + 1);
          while (!Thread.currentThread().isInterrupted()) {
            wire.chunks(again, 0, again.length);
          }
        };
  }

  /** Blanks, which JSON allows anywhere: only its size is wrong. */
  static Fault gzipBomb(Arguments arguments) {
    long size = arguments.size("size", 4L << 30);
    return (Fault.BadSending)
        (good, wire) -> {
          wire.head(good.with("Content-Encoding", "gzip"));
          ByteArrayOutputStream zipped = new ByteArrayOutputStream();
          try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            byte[] blanks = new byte[BLOCK_BYTES];
            Arrays.fill(blanks, (byte) ' ');
            for (long at = 0; at < size; at += blanks.length) {
              gzip.write(blanks);
              flush(zipped, wire);
            }
          }
          flush(zipped, wire);
          wire.end();
        };
  }

  private static void flush(ByteArrayOutputStream from, Wire wire) throws IOException {
    byte[] bytes = from.toByteArray();
    from.reset();
    wire.chunks(bytes, 0, bytes.length);
  }

  private static void begin(Answer good, Wire wire, int bytes) throws IOException {
    wire.head(good);
    wire.chunks(good.body(), 0, bytes);
  }

  /** How much of a body is sent: so many bytes, or else a share of it. */
  private record Part(long bytes, double fraction) {
    static Part of(Arguments arguments, double absent) {
      return new Part(arguments.size("bytes", -1), arguments.fraction("fraction", absent));
    }

    int of(Answer good) {
      int size = good.body().length;
      return bytes < 0 ? (int) (size * fraction) : (int) Math.min(bytes, size);
    }
  }
}
