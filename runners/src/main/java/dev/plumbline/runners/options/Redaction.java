package dev.plumbline.runners.options;

import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of text that will be printed or stored. */
public final class Redaction {
  private static final String MASK = "***";

  /** {@code scheme://user:password@}, up to the last {@code @} before the host ends. */
  private static final Pattern USER_INFO =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)[^/\\s?#]*@");

  /** {@code token=abc}, {@code --api-key=abc}, {@code -Dx.password=abc}. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)([\\w.-]*(?:token|password|passwd|secret|api-?key|credential)[\\w.-]*=)[^&\\s]*");

  private Redaction() {}

  /** A text that should be one URL, however broken: all that could be a user or a password. */
  public static String url(String url) {
    return text(url.replaceAll("(?s)://.*@", "://" + MASK + "@"));
  }

  /** The text with user information of URLs and values of secret-looking names masked. */
  public static String text(String text) {
    return SECRET
        .matcher(USER_INFO.matcher(text).replaceAll("$1" + MASK + "@"))
        .replaceAll("$1" + MASK);
  }

  /** Each argument redacted; the value after a secret-looking option of its own is masked whole. */
  public static List<String> arguments(List<String> arguments) {
    String[] redacted = new String[arguments.size()];
    for (int i = 0; i < redacted.length; i++) {
      boolean afterSecret = i > 0 && namesSecret(arguments.get(i - 1));
      redacted[i] = afterSecret ? MASK : text(arguments.get(i));
    }
    return List.of(redacted);
  }

  private static boolean namesSecret(String argument) {
    return argument.startsWith("--")
        && argument.indexOf('=') < 0
        && SECRET.matcher(argument + "=").find();
  }
}
