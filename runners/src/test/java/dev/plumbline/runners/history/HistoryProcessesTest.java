package dev.plumbline.runners.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.history.HistoryFile.Read;
import dev.plumbline.runners.process.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class HistoryProcessesTest {
  @TempDir Path folder;

  private Path path() {
    return folder.resolve(HistoryFile.NAME);
  }

  private Process start(String name, int times) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            ClassPath.current().text(),
            AppendingMain.class.getName(),
            path().toString(),
            name,
            String.valueOf(times))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  @Test
  void twoProcessesAndTwoThreadsAppendingAtOnceLoseNothing() throws Exception {
    List<Process> processes = List.of(start("a", 200), start("b", 200));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<?>> ends = new ArrayList<>();
    for (String name : List.of("c", "d")) {
      Callable<Void> task =
          () -> {
            AppendingMain.main(new String[] {path().toString(), name, "200"});
            return null;
          };
      ends.add(threads.submit(task));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    threads.shutdown();
    for (Process process : processes) {
      assertEquals(0, process.waitFor());
    }

    Read read = new HistoryFile(path()).read();
    assertEquals(List.of(), read.broken());
    for (String name : List.of("a", "b", "c", "d")) {
      List<String> own =
          read.lines().stream()
              .map(HistoryLine::runId)
              .filter(id -> id.startsWith(name + "-"))
              .toList();
      assertEquals(expected(name, 200), own);
    }
  }

  @Test
  void processKilledWhileAppendingLosesAtMostItsOwnLines() throws Exception {
    HistoryFile file = new HistoryFile(path());
    file.append(List.of(Lines.valid("before")));
    int lines = 1;
    for (int kill = 0; kill < 5; kill++) {
      Process process = start("k" + kill, 0);
      while (Files.size(path()) < 20_000L * (kill + 1)) {
        assertTrue(process.isAlive(), () -> "it ended: see " + folder);
        Thread.sleep(1);
      }
      process.destroyForcibly().waitFor();

      file.append(List.of(Lines.valid("after-" + kill)));
      Read read = file.read();
      assertTrue(read.broken().size() <= kill + 1, read.broken()::toString);
      assertTrue(read.lines().size() > lines);
      assertEquals("before", read.lines().get(0).runId());
      assertEquals("after-" + kill, read.lines().get(read.lines().size() - 1).runId());
      lines = read.lines().size();
    }
  }

  private static List<String> expected(String name, int times) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      ids.add(name + "-" + i);
      ids.add(name + "-" + i);
    }
    return ids;
  }
}
