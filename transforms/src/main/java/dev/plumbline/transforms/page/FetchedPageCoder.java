package dev.plumbline.transforms.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.util.VarInt;

/** Encodes a {@link FetchedPage} as its numbers and its body, as a block. */
public final class FetchedPageCoder extends AtomicCoder<FetchedPage> {
  private static final long serialVersionUID = 1;
  private static final FetchedPageCoder INSTANCE = new FetchedPageCoder();

  private FetchedPageCoder() {}

  /** The one coder. */
  public static FetchedPageCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(FetchedPage page, OutputStream out) throws IOException {
    VarInt.encode(page.request().index(), out);
    VarInt.encode(page.request().start(), out);
    VarInt.encode(page.request().rows(), out);
    VarInt.encode(page.retries(), out);
    VarInt.encode(page.transportBytes(), out);
    Blocks.write(page.body(), out);
  }

  @Override
  public FetchedPage decode(InputStream in) throws IOException {
    PageRequest request =
        new PageRequest(VarInt.decodeInt(in), VarInt.decodeLong(in), VarInt.decodeInt(in));
    return new FetchedPage(request, VarInt.decodeInt(in), VarInt.decodeLong(in), Blocks.read(in));
  }

  @Override
  protected long getEncodedElementByteSize(FetchedPage page) {
    return 24L + page.body().length;
  }

  @Override
  public boolean isRegisterByteSizeObserverCheap(FetchedPage page) {
    return true;
  }
}
