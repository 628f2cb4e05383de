package dev.plumbline.runners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Adds to the product what anyone would add, and in the same way: by edits of a few files, and new
 * ones. Nothing else is compiled again.
 *
 * @param edits of files that are there
 * @param sources new ones: folders of Java files, or files, from the project's root
 */
public record Addition(List<Edit> edits, List<String> sources) {
  private static final String END = "  };\n";

  /**
   * An edit of a source.
   *
   * @param module the module, by its folder
   * @param className the class
   * @param there what stands there, once
   * @param instead what is to stand there
   */
  public record Edit(String module, String className, String there, String instead) {
    String file() {
      return className.replace('.', '/') + ".java";
    }

    String of(String text) {
      assertEquals(
          2, text.split(Pattern.quote(there), -1).length, "it stands there once: " + there);
      return text.replace(there, instead);
    }
  }

  /** One more constant of an enum whose last constant has a body, and what it names. */
  public static Addition toList(String module, Class<?> list, String constant, String sources) {
    String more = "  },\n" + constant + ";\n";
    return new Addition(List.of(new Edit(module, list.getName(), END, more)), List.of(sources));
  }

  /**
   * The class path of the product with it.
   *
   * @param directory for the sources and classes
   */
  public String classPath(Path directory) throws IOException {
    Path root = Path.of(System.getProperty("plumbline.root"));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    String products = System.getProperty("java.class.path");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", products));
    for (Edit edit : edits) {
      Path source = directory.resolve("source").resolve(edit.file());
      Files.createDirectories(source.resolveSibling(""));
      Path there =
          Files.exists(source)
              ? source
              : root.resolve(edit.module()).resolve("src/main/java").resolve(edit.file());
      Files.writeString(source, edit.of(Files.readString(there)));
      if (!arguments.contains(source.toString())) {
        arguments.add(source.toString());
      }
    }
    for (String more : sources) {
      try (Stream<Path> files = Files.walk(root.resolve(more))) {
        files.filter(Files::isRegularFile).map(Path::toString).sorted().forEach(arguments::add);
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int failed = compiler.run(null, null, null, arguments.toArray(String[]::new));
    assertEquals(0, failed, "javac says why on standard error");
    return packed(classes, directory.resolve("classes.jar")) + File.pathSeparator + products;
  }

  /** Jars come before folders on a fork's class path. */
  private static Path packed(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
