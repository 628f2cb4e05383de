package dev.plumbline.runners.history;

import java.nio.file.Path;
import java.util.List;

/** Appends pairs of lines: {@code AppendingMain FILE NAME TIMES}; forever if times is 0. */
final class AppendingMain {
  private AppendingMain() {}

  public static void main(String[] args) throws Exception {
    HistoryFile file = new HistoryFile(Path.of(args[0]));
    int times = Integer.parseInt(args[2]);
    for (int i = 0; times == 0 || i < times; i++) {
      String runId = args[1] + "-" + i;
      file.append(List.of(Lines.valid(runId), Lines.failed(runId, "because")));
    }
  }
}
