package dev.plumbline.runners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Adds to the product what anyone would add, and in the same way: a constant in a list, and the
 * sources that it names. Nothing else is compiled again.
 *
 * @param module whose list it is, by its folder
 * @param list an enum whose last constant has a body
 * @param constant one more, with its documentation and its body
 * @param sources a folder of Java files, or one file, from the project's root
 */
public record Addition(String module, Class<?> list, String constant, String sources) {
  private static final String END = "  };\n";

  /**
   * The class path of the product with it.
   *
   * @param directory for the sources and classes
   */
  public String classPath(Path directory) throws IOException {
    Path root = Path.of(System.getProperty("plumbline.root"));
    String source = list.getName().replace('.', '/') + ".java";
    String text = Files.readString(root.resolve(module).resolve("src/main/java").resolve(source));
    assertEquals(text.indexOf(END), text.lastIndexOf(END), "where does the list end?");
    Path changed = Files.createDirectories(directory.resolve("source"));
    changed = changed.resolve(list.getSimpleName() + ".java");
    Files.writeString(changed, text.replace(END, "  },\n" + constant + ";\n"));

    Path classes = Files.createDirectories(directory.resolve("classes"));
    String products = System.getProperty("java.class.path");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", products, changed.toString()));
    try (Stream<Path> files = Files.walk(root.resolve(sources))) {
      files.filter(Files::isRegularFile).map(Path::toString).sorted().forEach(arguments::add);
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
