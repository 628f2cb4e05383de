package dev.plumbline.runners.microbench.page;

import dev.plumbline.runners.Plumbline;
import dev.plumbline.runners.process.ClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The local mine in a process of its own, which ends with this one. */
final class MineProcess implements AutoCloseable {
  private final Process process;
  private final String address;

  private MineProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static MineProcess start(String rows, Path directory) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-Xmx4g"));
    command.addAll(List.of("-cp", ClassPath.current().text(), Plumbline.class.getName()));
    command.addAll(List.of("mine", "--port=0", "--mine-rows=" + rows, "--until-stdin-closes"));
    Process process =
        new ProcessBuilder(command).redirectError(directory.resolve("mine.log").toFile()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String address = out.readLine();
    if (address == null) {
      throw new IOException("The mine did not start: see " + directory.resolve("mine.log"));
    }
    return new MineProcess(process, address);
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
