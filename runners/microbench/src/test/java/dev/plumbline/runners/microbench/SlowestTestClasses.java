package dev.plumbline.runners.microbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What {@code mvn verify} ends with: the test classes of all modules that took longest, read off
 * Surefire's reports. This module is built last. {@code SlowestTestClasses ROOT STARTED}, the
 * second the build's start, such as {@code 2026-11-29T10:00:00Z}; older reports are of other
 * builds.
 */
public final class SlowestTestClasses {
  private static final int SHOWN = 10;
  private static final int DEEPEST = 5;

  private SlowestTestClasses() {}

  /**
   * A test class as Surefire reports it.
   *
   * @param seconds of the class, its set-up included
   */
  private record Ran(String name, int tests, double seconds) {}

  /** Prints the table on standard output. */
  public static void main(String[] args) throws IOException, XMLStreamException {
    List<Ran> all = new ArrayList<>();
    for (Path report : reports(Path.of(args[0]), Instant.parse(args[1]))) {
      all.add(read(report));
    }
    all.sort(Comparator.comparingDouble(Ran::seconds).reversed());
    double seconds = all.stream().mapToDouble(Ran::seconds).sum();
    int tests = all.stream().mapToInt(Ran::tests).sum();
    line(
        "%,d tests in %,d classes took %.0f s in all; the slowest classes:",
        tests, all.size(), seconds);
    all.stream()
        .limit(SHOWN)
        .forEach(ran -> line("%7.1f s  %4d tests  %s", ran.seconds(), ran.tests(), ran.name()));
  }

  private static List<Path> reports(Path root, Instant started) throws IOException {
    try (Stream<Path> files = Files.walk(root, DEEPEST)) {
      return files.filter(file -> isReport(file, started)).toList();
    }
  }

  private static boolean isReport(Path file, Instant started) {
    String name = String.valueOf(file.getFileName());
    return file.toString().contains("surefire-reports")
        && name.startsWith("TEST-")
        && name.endsWith(".xml")
        && file.toFile().lastModified() >= started.toEpochMilli();
  }

  private static Ran read(Path report) throws IOException, XMLStreamException {
    try (var in = Files.newInputStream(report)) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      xml.nextTag();
      return new Ran(
          xml.getAttributeValue(null, "name"),
          Integer.parseInt(xml.getAttributeValue(null, "tests")),
          Double.parseDouble(xml.getAttributeValue(null, "time")));
    }
  }

  private static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
