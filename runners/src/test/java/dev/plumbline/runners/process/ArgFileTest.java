package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArgFileTest {
  private static final List<String> AWKWARD =
      List.of(
          "plain",
          "two words",
          "a\"quote",
          "it's",
          "back\\slash",
          "end\\",
          "# no comment",
          "@at",
          "tab\there",
          "line\nfeed",
          "",
          "*",
          "$HOME");

  /** Prints its arguments, each between brackets. */
  static final class Echo {
    public static void main(String[] args) {
      for (String arg : args) {
        System.out.print("[" + arg + "]");
      }
    }
  }

  @Test
  void javaReadsBackExactlyWhatWasWritten(@TempDir Path folder) throws Exception {
    Path spaced = Files.createDirectories(folder.resolve("a folder with 'spaces'"));
    Path argFile = spaced.resolve("jvm.args");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", ClassPath.current().text()));
    arguments.add(Echo.class.getName());
    arguments.addAll(AWKWARD);
    ArgFile.write(argFile, arguments);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(java, "@" + argFile).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("[" + String.join("][", AWKWARD) + "]", output);
  }
}
