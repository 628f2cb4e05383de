package dev.plumbline.transforms.clock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kernel's high-water mark of this process's resident memory ({@code VmHWM}), on Linux. */
public final class PeakRss {
  private static final Logger LOG = LoggerFactory.getLogger(PeakRss.class);
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR_REFS = Path.of("/proc/self/clear_refs");

  /** Written to clear_refs, it sets the high-water mark back to what is resident now (proc(5)). */
  private static final byte[] RESET = "5".getBytes(StandardCharsets.US_ASCII);

  private PeakRss() {}

  /**
   * The peak since the last reset that worked, or since the process started, in bytes; 0 where
   * there is none.
   */
  public static long read() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      LOG.debug("No peak memory: {} cannot be read", STATUS, e);
      return 0;
    }
  }

  /** Starts a new phase; returns whether the kernel lets us. */
  public static boolean reset() {
    try {
      Files.write(CLEAR_REFS, RESET);
      return true;
    } catch (IOException e) {
      LOG.debug("Peak memory is not per phase: {} cannot be written", CLEAR_REFS, e);
      return false;
    }
  }
}
