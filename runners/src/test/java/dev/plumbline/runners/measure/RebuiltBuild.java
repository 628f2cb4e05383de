package dev.plumbline.runners.measure;

import dev.plumbline.runners.process.ClassPath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A really different build of this module: its sources with other words in the place of some,
 * compiled and packaged. The modules below it stay what they are.
 *
 * @param folder an empty folder of its own
 * @param words what stands in the place of what, in sources and in the names of resources
 */
record RebuiltBuild(Path folder, Map<String, String> words) {
  private static final Path MODULE = Path.of(System.getProperty("plumbline.root"), "runners");

  /** Compiles it and returns its jar. */
  Path jar() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path sources = Files.createDirectories(folder.resolve("sources"));
    compile(sources, classes);
    Path built = MODULE.resolve("target/classes");
    for (Path file : files(built)) {
      if (!file.toString().endsWith(".class")) {
        copy(file, classes.resolve(replaced(built.relativize(file).toString())));
      }
    }
    return packaged(classes);
  }

  private void compile(Path sources, Path classes) throws IOException {
    Path root = MODULE.resolve("src/main/java");
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-encoding", "UTF-8", "--release", "17", "-d"));
    arguments.add(classes.toString());
    arguments.addAll(List.of("-cp", path(libraries(), java.io.File.pathSeparator)));
    for (Path file : files(root)) {
      Path other = sources.resolve(replaced(root.relativize(file).toString()));
      Files.createDirectories(Objects.requireNonNull(other.getParent()));
      Files.writeString(other, replaced(Files.readString(file)));
      arguments.add(other.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int exit =
        compiler.run(null, OutputStream.nullOutputStream(), null, arguments.toArray(String[]::new));
    if (exit != 0) {
      throw new AssertionError("the other build does not compile; its sources are in " + sources);
    }
  }

  private Path packaged(Path classes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    String others =
        libraries().stream().map(p -> p.toUri().toString()).collect(Collectors.joining(" "));
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, others);
    Path jar = folder.resolve("other.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Path file : files(classes)) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static List<Path> libraries() {
    Path target = MODULE.resolve("target");
    return ClassPath.current().entries().stream().filter(p -> !p.startsWith(target)).toList();
  }

  private static String path(List<Path> entries, String separator) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(separator));
  }

  private String replaced(String text) {
    String other = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      other = other.replace(word.getKey(), word.getValue());
    }
    return other;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.copy(from, to);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
