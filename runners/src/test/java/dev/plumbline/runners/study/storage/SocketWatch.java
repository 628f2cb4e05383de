package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.process.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * What processes do with sockets of the Internet, watched by strace. Those that only reach other
 * processes of this machine (AF_UNIX) or the kernel (AF_NETLINK) do not count.
 *
 * @param trace what strace wrote
 */
record SocketWatch(Path trace) {
  private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");
  private static final List<String> STRACE =
      List.of(
          "strace", "-f", "--seccomp-bpf", "-e", "trace=socket,connect,bind,listen,sendto,execve");

  /** What is put before a command to watch it; nothing where strace does not work. */
  List<String> prefix() throws Exception {
    return canWatch() ? before() : List.of();
  }

  /** Skips the test where nothing was watched; with PLUMBLINE_REQUIRE_STRACE=1 it fails there. */
  void assumeWatched() {
    String reason = "strace with --seccomp-bpf does not work here, or is not installed";
    if ("1".equals(System.getenv("PLUMBLINE_REQUIRE_STRACE"))) {
      assertTrue(Files.exists(trace), reason);
    }
    Assumptions.assumeTrue(Files.exists(trace), reason);
  }

  /**
   * What was done beyond what every JVM does by itself: when it first opens a file it loads its
   * library of sockets, and that asks the kernel, by sockets that it closes at once, which of IPv4
   * and IPv6 there are.
   */
  List<String> beyondTheJvmsOwn() throws Exception {
    List<String> own = ofAJvmThatOpensAFile();
    List<String> beyond = new ArrayList<>();
    int probing = 0;
    for (Map.Entry<String, List<String>> thread : calls().entrySet()) {
      if (thread.getValue().equals(own)) {
        probing++;
      } else {
        thread.getValue().forEach(call -> beyond.add(thread.getKey() + " " + call));
      }
    }
    if (probing > jvms()) {
      beyond.add("%d threads ask for IPv4 and IPv6 in %d JVMs".formatted(probing, jvms()));
    }
    return beyond;
  }

  /** How many JVMs were started. */
  long jvms() throws IOException {
    try (var lines = Files.lines(trace)) {
      return lines.filter(line -> line.matches("\\d+ +execve\\(\"[^\"]*/java\".* = 0")).count();
    }
  }

  /** Watches a JVM with this main class and argument to its end. */
  void watch(Class<?> main, String argument) throws Exception {
    List<String> command = new ArrayList<>(before());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", ClassPath.current().text(), main.getName(), argument));
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private List<String> ofAJvmThatOpensAFile() throws Exception {
    SocketWatch own = new SocketWatch(trace.resolveSibling(trace.getFileName() + ".jvm"));
    own.watch(OpensAFile.class, trace.toString());
    Map<String, List<String>> calls = own.calls();
    assertTrue(calls.size() <= 1, calls::toString);
    return calls.values().stream().findFirst().orElse(List.of());
  }

  /** Calls that have to do with the Internet, by thread, without what they returned. */
  private Map<String, List<String>> calls() throws IOException {
    Map<String, List<String>> calls = new TreeMap<>();
    for (String line : Files.readAllLines(trace)) {
      Matcher call = CALL.matcher(line);
      if (call.matches() && (line.contains("AF_INET") || call.group(2).equals("listen"))) {
        String what = call.group(2) + "(" + call.group(3).replaceAll("(\\)| <unfin).*", "");
        calls.computeIfAbsent(call.group(1), thread -> new ArrayList<>()).add(what);
      }
    }
    return calls;
  }

  private List<String> before() {
    List<String> prefix = new ArrayList<>(STRACE);
    prefix.addAll(List.of("-o", trace.toString()));
    return prefix;
  }

  private boolean canWatch() throws InterruptedException {
    List<String> command = new ArrayList<>(STRACE);
    command.addAll(List.of("-o", "/dev/null", "true"));
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
