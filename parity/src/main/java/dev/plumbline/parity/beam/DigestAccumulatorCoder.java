package dev.plumbline.parity.beam;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.TableSchema;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CustomCoder;

/** Encodes an accumulator as its version, the count of its numbers, and the numbers, big-endian. */
final class DigestAccumulatorCoder extends CustomCoder<DigestAccumulator> {
  private static final long serialVersionUID = 1;

  private final TableSchema schema;

  private DigestAccumulatorCoder(TableSchema schema) {
    this.schema = schema;
  }

  static DigestAccumulatorCoder of(TableSchema schema) {
    return new DigestAccumulatorCoder(schema);
  }

  @Override
  public void encode(DigestAccumulator value, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    long[] state = value.state();
    data.writeByte(DigestAccumulator.VERSION);
    data.writeInt(state.length);
    for (long number : state) {
      data.writeLong(number);
    }
    data.flush();
  }

  @Override
  public DigestAccumulator decode(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int version = data.readUnsignedByte();
    if (version != DigestAccumulator.VERSION) {
      throw new CoderException(
          "Digest of version %d, expected %d".formatted(version, DigestAccumulator.VERSION));
    }
    long[] state = new long[data.readInt()];
    for (int i = 0; i < state.length; i++) {
      state[i] = data.readLong();
    }
    return DigestAccumulator.restore(schema, state);
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DigestAccumulatorCoder that && schema.equals(that.schema);
  }

  @Override
  public int hashCode() {
    return schema.hashCode();
  }
}
