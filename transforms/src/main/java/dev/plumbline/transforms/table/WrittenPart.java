package dev.plumbline.transforms.table;

import dev.plumbline.parity.PageDigest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.jspecify.annotations.Nullable;

/**
 * A complete file of a table that has not got its name yet.
 *
 * @param firstPage the number of the first page in it
 * @param file under the name that it was written under
 * @param given what pages it was given; null where files do not tell
 */
record WrittenPart(int firstPage, WrittenFile file, @Nullable PageDigest given)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Gathers all parts of a table, in the order of their first pages. */
  static final class InOrder extends CombineFn<WrittenPart, List<WrittenPart>, List<WrittenPart>> {
    private static final long serialVersionUID = 1;

    @Override
    public List<WrittenPart> createAccumulator() {
      return new ArrayList<>();
    }

    @Override
    public List<WrittenPart> addInput(List<WrittenPart> parts, WrittenPart part) {
      parts.add(part);
      return parts;
    }

    @Override
    public List<WrittenPart> mergeAccumulators(Iterable<List<WrittenPart>> some) {
      List<WrittenPart> all = createAccumulator();
      some.forEach(all::addAll);
      return all;
    }

    @Override
    public List<WrittenPart> extractOutput(List<WrittenPart> parts) {
      return parts.stream().sorted(Comparator.comparing(WrittenPart::firstPage)).toList();
    }

    @Override
    public Coder<List<WrittenPart>> getAccumulatorCoder(
        CoderRegistry registry, Coder<WrittenPart> input) {
      return ListCoder.of(input);
    }

    @Override
    public Coder<List<WrittenPart>> getDefaultOutputCoder(
        CoderRegistry registry, Coder<WrittenPart> input) {
      return ListCoder.of(input);
    }
  }
}
