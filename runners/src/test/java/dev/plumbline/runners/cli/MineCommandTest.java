package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.runners.Plumbline;
import dev.plumbline.runners.process.ClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class MineCommandTest {

  private static Process mine(String... more) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            ClassPath.current().text(),
            Plumbline.class.getName(),
            "mine",
            "--port=0",
            "--mine-rows=100");
    builder.command().addAll(java.util.List.of(more));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void answers(BufferedReader out) throws Exception {
    URI version = URI.create(out.readLine() + "/version/ws");
    HttpRequest request = HttpRequest.newBuilder(version).build();
    assertEquals(
        200, HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
  }

  @Test
  void printsItsAddressServesAndEndsWellOnSignal() throws Exception {
    Process mine = mine();
    try (BufferedReader out = mine.inputReader()) {
      answers(out);
      mine.toHandle().destroy();
      assertEquals(0, mine.waitFor());
    }
  }

  @Test
  void endsWithStandardInputIfAsked() throws Exception {
    Process mine = mine("--until-stdin-closes");
    try (BufferedReader out = mine.inputReader()) {
      answers(out);
      mine.getOutputStream().close();
      assertEquals(0, mine.waitFor());
    }
  }
}
