package dev.plumbline.parity.beam;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CustomCoder;

/** Encodes an accumulator as its {@link DigestAccumulator#state()}, as a block. */
public final class DigestAccumulatorCoder extends CustomCoder<DigestAccumulator> {
  private static final long serialVersionUID = 1;

  private final DigestSpec spec;

  private DigestAccumulatorCoder(DigestSpec spec) {
    this.spec = spec;
  }

  public static DigestAccumulatorCoder of(DigestSpec spec) {
    return new DigestAccumulatorCoder(spec);
  }

  @Override
  public void encode(DigestAccumulator value, OutputStream out) throws IOException {
    ByteArrayCoder.of().encode(value.state(), out);
  }

  @Override
  public DigestAccumulator decode(InputStream in) throws IOException {
    byte[] state = ByteArrayCoder.of().decode(in);
    try {
      return DigestAccumulator.restore(spec, state);
    } catch (IllegalArgumentException e) {
      throw new CoderException(e.getMessage(), e);
    }
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof DigestAccumulatorCoder that && spec.equals(that.spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }
}
