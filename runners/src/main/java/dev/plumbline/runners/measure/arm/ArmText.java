package dev.plumbline.runners.measure.arm;

import dev.plumbline.runners.options.Redaction;
import dev.plumbline.runners.options.UsageException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An arm as it is typed: {@code [NAME=]OPTIONS}, or {@code [NAME=]exec:COMMAND}.
 *
 * @param name the name given, or else its words, without secrets
 * @param command whether it is an external command
 * @param words the options, or the command's words
 */
public record ArmText(String name, boolean command, List<String> words) {
  private static final String OPTION = "--arm";
  private static final String EXEC = "exec:";
  private static final Pattern NAMED =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9_.+-]*)=(.*)", Pattern.DOTALL);

  public ArmText {
    words = List.copyOf(words);
  }

  /**
   * Reads an arm.
   *
   * @throws UsageException if it is empty, or neither options nor a command
   */
  public static ArmText parse(String text) {
    Matcher named = NAMED.matcher(text.strip());
    boolean isNamed = named.matches();
    String rest = isNamed ? named.group(2).strip() : text.strip();
    boolean command = rest.startsWith(EXEC);
    List<String> words = Words.of(OPTION, command ? rest.substring(EXEC.length()) : rest);
    if (words.isEmpty() && (command || !isNamed)) {
      throw UsageException.of(OPTION, text, "options such as \"--runner floor\", or exec:COMMAND");
    }
    if (!command && !words.isEmpty() && !words.get(0).startsWith("-")) {
      throw UsageException.of(
          OPTION, text, "options, which begin with --; a command is written exec:" + rest);
    }
    String shown = String.join(" ", Redaction.arguments(words));
    return new ArmText(isNamed ? named.group(1) : command ? EXEC + shown : shown, command, words);
  }
}
