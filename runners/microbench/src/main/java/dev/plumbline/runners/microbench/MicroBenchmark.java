package dev.plumbline.runners.microbench;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One benchmark, as it is named in results.
 *
 * @param scenario its name, {@code micro.} and what it does
 * @param type the class that holds its one benchmark method
 * @param rows the rows of one invocation, which the method's {@code OperationsPerInvocation}
 *     divides the time by; 0 if its work has no rows
 */
record MicroBenchmark(String scenario, Class<?> type, long rows) {

  /** All there are: in the order of a row's path, then statistics. */
  static List<MicroBenchmark> all() {
    return List.of(
        new MicroBenchmark("micro.query", QueryBenchmark.class, 0),
        new MicroBenchmark("micro.decode", DecodeBenchmark.class, Export.ROWS),
        new MicroBenchmark("micro.pack", PackBenchmark.class, Export.ROWS),
        new MicroBenchmark("micro.digest", DigestBenchmark.class, Export.ROWS),
        new MicroBenchmark("micro.parquet_write", ParquetBenchmark.class, Export.ROWS),
        new MicroBenchmark("micro.signed_rank", SignedRankBenchmark.class, 0),
        new MicroBenchmark("micro.change_points", ChangePointsBenchmark.class, 0));
  }

  String metric() {
    return rows == 0 ? "time_per_op" : "time_per_row";
  }

  String unit() {
    return rows == 0 ? "ns/op" : "ns/row";
  }

  /** What JMH finds it by, and nothing else. */
  String include() {
    return "^" + Pattern.quote(type.getName()) + "\\.";
  }
}
