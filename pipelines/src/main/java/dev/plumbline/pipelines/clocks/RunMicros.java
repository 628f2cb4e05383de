package dev.plumbline.pipelines.clocks;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The times of a run in whole microseconds, as a report shows them. The attributed times of all
 * stages and the unattributed time add up to the wall time, exactly. Every time is less than one
 * microsecond away from the exact one.
 *
 * <p>Rounded one by one the parts would not add up. So all are rounded down, and what is missing
 * goes, one microsecond each, to those that lost most: the method of largest remainders (M. L.
 * Balinski and H. P. Young, <i>Fair Representation</i>, 1982, there called Hamilton's).
 *
 * @param wall from start to end of the run
 * @param unattributed the time in which no stage was active
 * @param stages by stage name
 */
public record RunMicros(long wall, long unattributed, Map<String, StageMicros> stages) {
  private static final int NANOS = 1_000;

  /** Copies and sorts the stages. */
  public RunMicros {
    stages = Collections.unmodifiableMap(new TreeMap<>(stages));
  }

  static RunMicros of(RunTimes times) {
    long wall = rounded(times.wallNanos());
    long[] nanos =
        LongStream.concat(
                LongStream.of(times.unattributedNanos()),
                times.stages().values().stream().mapToLong(StageTime::attributedNanos))
            .toArray();
    long[] parts = apportion(wall, nanos);
    Map<String, StageMicros> stages = new LinkedHashMap<>();
    times
        .stages()
        .forEach((name, time) -> stages.put(name, StageMicros.of(time, parts[stages.size() + 1])));
    return new RunMicros(wall, parts[0], stages);
  }

  /** Microseconds nearest to a duration of so many nanoseconds. */
  public static long rounded(long nanos) {
    return Math.floorDiv(nanos + NANOS / 2, NANOS);
  }

  /** The parts in whole microseconds; among equal remainders the earlier part comes first. */
  private static long[] apportion(long totalMicros, long[] nanos) {
    long[] micros = Arrays.stream(nanos).map(n -> n / NANOS).toArray();
    long missing = totalMicros - Arrays.stream(micros).sum();
    IntStream.range(0, nanos.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -(nanos[i] % NANOS)))
        .limit(missing)
        .forEach(i -> micros[i]++);
    return micros;
  }
}
