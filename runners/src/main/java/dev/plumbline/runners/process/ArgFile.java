package dev.plumbline.runners.process;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Arguments in a file for {@code java @file}, which has no limit on their length. */
final class ArgFile {
  private ArgFile() {}

  /** Writes one argument per line, in the encoding that the {@code java} command reads. */
  static void write(Path file, List<String> arguments) throws IOException {
    String text =
        arguments.stream().map(ArgFile::quote).collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(file, text, nativeCharset());
  }

  /** One argument in double quotes, where the {@code java} command knows backslash escapes. */
  static String quote(String argument) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\f' -> quoted.append("\\f");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static Charset nativeCharset() {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
  }
}
