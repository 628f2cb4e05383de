package dev.plumbline.transforms.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.util.VarInt;

/** Encodes a {@link PackedPage} as its numbers and its rows, as a block. */
public final class PackedPageCoder extends AtomicCoder<PackedPage> {
  private static final long serialVersionUID = 1;
  private static final PackedPageCoder INSTANCE = new PackedPageCoder();

  private PackedPageCoder() {}

  /** The one coder. */
  public static PackedPageCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(PackedPage page, OutputStream out) throws IOException {
    VarInt.encode(page.index(), out);
    VarInt.encode(page.start(), out);
    VarInt.encode(page.rows(), out);
    Blocks.write(page.data(), out);
  }

  @Override
  public PackedPage decode(InputStream in) throws IOException {
    return new PackedPage(
        VarInt.decodeInt(in), VarInt.decodeLong(in), VarInt.decodeInt(in), Blocks.read(in));
  }

  @Override
  protected long getEncodedElementByteSize(PackedPage page) {
    return 20L + page.data().length;
  }

  @Override
  public boolean isRegisterByteSizeObserverCheap(PackedPage page) {
    return true;
  }
}
