package dev.plumbline.runners.storage;

import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.options.StorageOptions;
import dev.plumbline.transforms.table.FileForm;

/**
 * What the JVM of a form's fork is told.
 *
 * @param form the form
 * @param block the block; 0 is the rehearsal
 * @param seed of the order of works in this block
 * @param warmIterations runs of each work behind its first
 * @param prepared the directory in which everything was made ready, absolute
 * @param options what was asked for
 */
record StorageForkOptions(
    FileForm form,
    int block,
    long seed,
    int warmIterations,
    String prepared,
    StorageOptions options)
    implements WorkArm.Told {
  @Override
  public StorageForkOptions inBlock(int number) {
    return new StorageForkOptions(form, number, seed, warmIterations, prepared, options);
  }
}
