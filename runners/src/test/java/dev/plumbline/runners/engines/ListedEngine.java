package dev.plumbline.runners.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.engine.list.Engines;
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
 * Adds the engine of plain loops to the product as anyone would add one: its package, and a
 * constant in the list. Nothing else is compiled again.
 */
final class ListedEngine {
  static final String NAME = "loop";

  private static final String SOURCES = "transforms/src/%s/java/";
  private static final String END = "  };\n";
  private static final String CONSTANT =
      """
        },
        /** Plain loops. */
        LOOP {
          @Override
          public Engine with(EngineSettings settings) {
            return dev.plumbline.transforms.engine.loop.LoopEngine.of(settings);
          }
        };
      """;

  private ListedEngine() {}

  /**
   * The class path of the product with it.
   *
   * @param directory for the sources and classes
   */
  static String classPath(Path directory) throws IOException {
    Path root = Path.of(System.getProperty("plumbline.root"));
    String list = Engines.class.getName().replace('.', '/') + ".java";
    String text = Files.readString(root.resolve(SOURCES.formatted("main") + list));
    assertEquals(text.indexOf(END), text.lastIndexOf(END), "where does the list of engines end?");
    Path changed = Files.createDirectories(directory.resolve("source")).resolve("Engines.java");
    Files.writeString(changed, text.replace(END, CONSTANT));

    Path classes = Files.createDirectories(directory.resolve("classes"));
    String products = System.getProperty("java.class.path");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", products, changed.toString()));
    String own = Engines.class.getPackageName().replace('.', '/') + "/" + NAME;
    try (Stream<Path> files = Files.list(root.resolve(SOURCES.formatted("test") + own))) {
      files.map(Path::toString).sorted().forEach(arguments::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int failed = compiler.run(null, null, null, arguments.toArray(String[]::new));
    assertEquals(0, failed, "javac says why on standard error");
    assertTrue(Files.exists(classes.resolve(own).resolve("LoopEngine.class")));
    Path jar = directory.resolve("classes.jar"); // jars come before folders on a fork's class path
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar + File.pathSeparator + products;
  }
}
