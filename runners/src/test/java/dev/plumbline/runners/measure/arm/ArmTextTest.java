package dev.plumbline.runners.measure.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmTextTest {
  @Test
  void isNamedByItsOptionsUnlessItHasAName() {
    assertEquals("--runner floor", ArmText.parse(" --runner floor ").name());
    assertEquals(List.of("--runner", "floor"), ArmText.parse("--runner floor").words());
    assertEquals("new", ArmText.parse("new=--heap=1g").name());
    assertEquals(List.of("--heap=1g"), ArmText.parse("new=--heap=1g").words());
  }

  @Test
  void takesANameAloneForTheDefaults() {
    assertEquals(List.of(), ArmText.parse("plain=").words());
  }

  @Test
  void takesACommandWithoutExpandingAnything() {
    ArmText arm = ArmText.parse("zip=exec:sh -c 'echo $HOME; ls *' \"two words\" a\\ b");
    assertTrue(arm.command());
    assertEquals(List.of("sh", "-c", "echo $HOME; ls *", "two words", "a b"), arm.words());
    assertFalse(ArmText.parse("--runner floor").command());
  }

  @Test
  void isNeverNamedByASecret() {
    assertEquals("exec:tool --password ***", ArmText.parse("exec:tool --password x1").name());
  }

  @Test
  void keepsAnEmptyQuotedWord() {
    assertEquals(List.of("printf", ""), ArmText.parse("exec:printf ''").words());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "exec:", "name=exec:", "gzip -k f", "x=gzip f", "--a 'b", "--a \\"})
  void rejectsWhatIsNeitherOptionsNorACommand(String text) {
    UsageException e = assertThrows(UsageException.class, () -> ArmText.parse(text));
    assertTrue(e.getMessage().startsWith("--arm: found"), e::getMessage);
  }

  @Test
  void findsAProgramInThePathAndNamesOneThatIsNotThere() {
    Executable.check("--arm", "sh");
    UsageException e =
        assertThrows(UsageException.class, () -> Executable.check("--arm", "no-such-program"));
    assertTrue(e.getMessage().contains("no-such-program"), e::getMessage);
    assertThrows(UsageException.class, () -> Executable.check("--arm", "/etc"));
  }
}
