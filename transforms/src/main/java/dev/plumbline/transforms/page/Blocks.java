package dev.plumbline.transforms.page;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.util.VarInt;

/** A block of bytes behind its length. */
final class Blocks {
  private Blocks() {}

  static void write(byte[] block, OutputStream out) throws IOException {
    VarInt.encode(block.length, out);
    out.write(block);
  }

  static byte[] read(InputStream in) throws IOException {
    int length = VarInt.decodeInt(in);
    byte[] block = in.readNBytes(length);
    if (block.length != length) {
      throw new EOFException("A block of " + length + " bytes ends after " + block.length);
    }
    return block;
  }
}
