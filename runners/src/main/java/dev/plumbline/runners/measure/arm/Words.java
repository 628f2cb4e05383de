package dev.plumbline.runners.measure.arm;

import dev.plumbline.runners.options.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into words at blanks, as a shell would, but nothing in it is expanded: quotes keep
 * blanks, and a backslash outside single quotes takes the next character as it is.
 */
final class Words {
  private static final char NONE = 0;

  private Words() {}

  /**
   * The words.
   *
   * @throws UsageException if a quote is not closed, or a backslash ends the text
   */
  static List<String> of(String option, String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = NONE;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '\'') {
        if (++i == text.length()) {
          throw UsageException.of(option, text, "a character behind the last backslash");
        }
        word.append(text.charAt(i));
        inWord = true;
      } else if (quote != NONE) {
        if (c == quote) {
          quote = NONE;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != NONE) {
      throw UsageException.of(option, text, "a closing " + quote);
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
