package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChildJvmTest {
  private static List<String> arguments(int feature) {
    return arguments(feature, List.of());
  }

  private static List<String> arguments(int feature, List<String> moreOptions) {
    return new ChildJvm("3g", Path.of("/run"), false, null)
        .arguments(new ClassPath(List.of(Path.of("/a b/c.jar"))), feature, moreOptions);
  }

  @Test
  void optionsOfTheEnvironmentComeBehindOurOwn() {
    List<String> own = arguments(17);
    List<String> more = new ArrayList<>(own);
    more.addAll(own.indexOf("-cp"), List.of("-Xint", "-Da=b"));
    assertEquals(more, arguments(17, List.of("-Xint", "-Da=b")));
  }

  @Test
  void heapIsPinned() {
    assertTrue(arguments(17).containsAll(List.of("-Xms3g", "-Xmx3g", "-XX:+UseParallelGC")));
  }

  @Test
  void classesAreCountedForClassLoadTime() {
    assertTrue(
        arguments(17)
            .containsAll(
                List.of(
                    "-XX:+UsePerfData",
                    "--add-exports=java.management/sun.management=ALL-UNNAMED")));
  }

  @Test
  void switchesThatOlderJvmsDoNotKnowAreLeftOut() {
    assertEquals(0, warnings(17));
    assertEquals(1, warnings(22));
    assertEquals(2, warnings(25));
  }

  private static long warnings(int feature) {
    return arguments(feature).stream()
        .filter(a -> a.startsWith("--enable-native") || a.startsWith("--sun-misc"))
        .count();
  }
}
