package dev.plumbline.transforms.decode;

import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.io.Serializable;
import java.util.function.Function;

/**
 * The work of the decode stage, before it is opened: what a pipeline holds and a runner sends to
 * its workers.
 */
@FunctionalInterface
public interface DecodeCore extends Serializable {
  /** A decoder for one thread. */
  Function<FetchedPage, PackedPage> open();
}
