package dev.plumbline.runners.mine.scripted;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a scripted mine serves and how it misbehaves. */
record Script(
    String model, String root, List<String> views, List<String> rows, List<Fault> faults) {

  private static final String GOOD = "\"wasSuccessful\":true,\"error\":null,\"statusCode\":200}";
  private static final String FAILED =
      "\"wasSuccessful\":false,"
          + "\"error\":\"Service failed. Please contact support.\",\"statusCode\":500}";

  Script {
    views = List.copyOf(views);
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /** How long to wait before the answer to a request for a page. */
  Duration delay(long start, int attempt) {
    return faults.stream()
        .filter(fault -> fault instanceof Fault.Delay && fault.when().strikes(start, attempt))
        .map(fault -> ((Fault.Delay) fault).duration())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The first fault, delays and counts apart, that strikes a request for a page. */
  Optional<Fault> fault(long start, int attempt) {
    return faults.stream()
        .filter(fault -> !(fault instanceof Fault.Delay || fault instanceof Fault.WrongCount))
        .filter(fault -> fault.when().strikes(start, attempt))
        .findFirst();
  }

  String count(int attempt) {
    long delta =
        faults.stream()
            .filter(f -> f instanceof Fault.WrongCount && attempt <= f.when().attempts())
            .mapToLong(f -> ((Fault.WrongCount) f).delta())
            .sum();
    return rows.size() + delta + "\n";
  }

  List<String> page(long start, long size) {
    int from = (int) Math.min(start, rows.size());
    return rows.subList(from, (int) Math.min(rows.size(), from + size));
  }

  String goodBody(long start, List<String> page) {
    String lines = page.isEmpty() ? "" : String.join(",\n", page) + "\n";
    return header(start) + lines + trailer(GOOD);
  }

  String failedBody(long start, List<String> page, int afterRows) {
    if (afterRows >= page.size()) {
      return header(start) + String.join(",\n", page) + "\n" + trailer(FAILED);
    }
    String lines =
        page.stream().limit(afterRows).map(row -> row + ",\n").collect(Collectors.joining());
    return header(start) + lines + trailer(FAILED);
  }

  private String header(long start) {
    String paths =
        views.stream().map(v -> "\"" + v + "\"").collect(Collectors.joining(",", "[", "]"));
    return "{\"modelName\":\"genomic\",\"columnHeaders\":"
        + paths
        + ",\"rootClass\":\""
        + root
        + "\",\"start\":"
        + start
        + ",\"views\":"
        + paths
        + ",\"results\":[\n";
  }

  private static String trailer(String outcome) {
    return "],\"executionTime\":\"2026.01.01 00:00::00\"," + outcome;
  }
}
