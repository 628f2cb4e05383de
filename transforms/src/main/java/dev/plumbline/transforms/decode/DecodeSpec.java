package dev.plumbline.transforms.decode;

import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.util.function.Function;

/**
 * What to decode pages by.
 *
 * @param mine the mine's address, for error messages
 * @param schema the export's columns
 */
public record DecodeSpec(String mine, ExportSchema schema) implements DecodeCore {
  private static final long serialVersionUID = 1;

  @Override
  public Function<FetchedPage, PackedPage> open() {
    return new PageDecoder(mine, schema)::decode;
  }
}
