package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the process that the user starts tells the launcher that it hands a command over to. */
final class LauncherJvmTest {
  private static final String NAME = "launcher-jvm-test.rows-target";
  private static final List<String> ARGUMENTS = List.of("elt", "--results-dir=/data/ü 中", "");
  private static final String OTHER = "launcher-jvm-test.query";

  @AfterEach
  void forget() {
    System.clearProperty(NAME);
    System.clearProperty(OTHER);
  }

  private static byte[] told(Map<String, String> properties) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LauncherJvm.tell(out, properties, ARGUMENTS);
    return out.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  @Test
  void propertiesComeAsTheyAre() throws Exception {
    String odd = "a=b\n\"ä 中\" \u0000 " + "x".repeat(100_000);

    String[] arguments = LauncherJvm.listen(in(told(Map.of(NAME, "300", OTHER, odd))));

    assertEquals(ARGUMENTS, List.of(arguments));

    assertEquals("300", System.getProperty(NAME));
    assertEquals(odd, System.getProperty(OTHER));
  }

  @Test
  void anEmptyValueIsAValue() throws Exception {
    LauncherJvm.listen(in(told(Map.of(NAME, ""))));

    assertEquals("", System.getProperty(NAME));
  }

  @Test
  void whatTheJvmItselfSetsIsNotTold() throws Exception {
    String version = System.getProperty("java.version");

    LauncherJvm.listen(in(told(Map.of("java.version", "1.4", "user.dir", "/", NAME, "1"))));

    assertEquals(version, System.getProperty("java.version"));
    assertEquals("1", System.getProperty(NAME));
  }

  /** The process that tells was killed in the middle. */
  @Test
  void halfOfItIsNothing() throws Exception {
    byte[] half = Arrays.copyOf(told(Map.of(NAME, "300")), 10);

    assertThrows(EOFException.class, () -> LauncherJvm.listen(in(half)));
    assertNull(System.getProperty(NAME));
  }
}
