package dev.plumbline.runners.doctor;

import dev.plumbline.runners.machine.ContainerLimits;
import dev.plumbline.runners.machine.MachineMemory;
import dev.plumbline.runners.process.ClassArchive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine: JDK, processors, memory, disk, loopback, class archives. */
final class MachineChecks {
  private static final int LEAST_JDK = 17;
  private static final long LEAST_MEMORY_BYTES = 4L << 30;
  private static final long LEAST_DISK_BYTES = 2L << 30;

  private MachineChecks() {}

  static List<Check> all(Path resultsDir) {
    return List.of(
        jdk(), processors(), memory(), limits(), disk(resultsDir), loopback(), archives());
  }

  private static Check jdk() {
    String found = Runtime.version() + ", " + System.getProperty("java.vendor");
    return Runtime.version().feature() >= LEAST_JDK
        ? Check.ok("JDK", found)
        : Check.missing("JDK", found, "everything", "point JAVA_HOME at a JDK 17 or later");
  }

  private static Check processors() {
    return Check.ok("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
  }

  private static Check memory() {
    long bytes = MachineMemory.limitBytes();
    String found = mebibytes(bytes) + ", " + mebibytes(MachineMemory.freeBytes()) + " of it free";
    return bytes >= LEAST_MEMORY_BYTES
        ? Check.ok("memory", found + ": room for the default --heap 2g")
        : Check.missing(
            "memory", found, "the default heap of 2 GiB beside DuckDB's 1 GB", "add --heap 1g");
  }

  private static Check limits() {
    return Check.ok("cgroup limits", ContainerLimits.describe());
  }

  private static Check disk(Path resultsDir) {
    Path folder = resultsDir.toAbsolutePath();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    String mend = "add --results-dir with a folder that has room";
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      String found = mebibytes(free) + " free for " + resultsDir.toAbsolutePath();
      if (!Files.isWritable(folder)) {
        return Check.missing("disk", folder + " cannot be written to", "every run", mend);
      }
      return free >= LEAST_DISK_BYTES
          ? Check.ok("disk", found)
          : Check.missing("disk", found, "runs of many millions of rows", mend);
    } catch (IOException e) {
      return Check.missing("disk", e.toString(), "every run", mend);
    }
  }

  private static Check loopback() {
    InetAddress local = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 1, local);
        Socket client = new Socket(local, server.getLocalPort())) {
      return Check.ok("loopback sockets", "connected to " + client.getRemoteSocketAddress());
    } catch (IOException e) {
      return Check.missing(
          "loopback sockets",
          e.toString(),
          "the embedded mine",
          "ip link set lo up, or use --mine-url");
    }
  }

  private static Check archives() {
    ClassArchive.State state = ClassArchive.state();
    return state.usable()
        ? Check.ok("class archives", state.found())
        : Check.missing(
            "class archives",
            state.found(),
            "the quick start of a second run",
            "add --cache-dir with a folder that has room");
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
