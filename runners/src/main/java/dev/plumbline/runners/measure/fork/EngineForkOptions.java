package dev.plumbline.runners.measure.fork;

import dev.plumbline.runners.measure.arm.WorkArm;
import dev.plumbline.runners.options.EnginesOptions;

/**
 * What the JVM of an engine's fork is told.
 *
 * @param engine the engine
 * @param block the block; 0 is the rehearsal
 * @param seed of the order of works in this block
 * @param warmIterations runs of each work behind its first
 * @param prepared the directory in which what the engines take in was made ready, absolute
 * @param parity the directory that comparisons are kept in by the rehearsal, absolute
 * @param options what was asked for
 */
public record EngineForkOptions(
    String engine,
    int block,
    long seed,
    int warmIterations,
    String prepared,
    String parity,
    EnginesOptions options)
    implements WorkArm.Told {
  @Override
  public EngineForkOptions inBlock(int number) {
    return new EngineForkOptions(engine, number, seed, warmIterations, prepared, parity, options);
  }
}
