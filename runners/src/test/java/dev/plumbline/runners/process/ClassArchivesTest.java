package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real JVMs that record archives, read them, and pass over what is no archive of theirs. */
final class ClassArchivesTest {
  private static final String WORK = "tiny";

  /** Classes of this module in a jar, libraries in theirs: nothing else can be archived. */
  private static ClassPath classes = new ClassPath(List.of());

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void packAndRecord() throws Exception {
    List<Path> jars = new ArrayList<>();
    for (Path entry : ClassPath.current().entries()) {
      jars.add(Files.isDirectory(entry) ? PackedClasses.of(entry) : entry);
    }
    classes = new ClassPath(jars);
    assertEquals("recording", started(archives(shared)).path("archive").asText());
  }

  private static ClassArchives archives(Path cache) {
    return ClassArchives.in(cache);
  }

  private static ClassArchive found(ClassArchives archives) {
    return archives.of(WORK, classes, List.of());
  }

  /** What a JVM says that is started with what there is. */
  private static JsonNode started(ClassArchives archives) throws Exception {
    ClassArchive archive = found(archives);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UsePerfData"));
    for (String counters : List.of("sun.management", "sun.management.counter")) {
      command.add("--add-exports=java.management/" + counters + "=ALL-UNNAMED");
    }
    command.addAll(archive.options());
    command.addAll(List.of("-cp", classes.text(), LoadedClassesMain.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    assertEquals(0, exit, said);
    if (archive instanceof ClassArchive.Recorded recorded) {
      assertNotEquals(0, archives.settle(recorded, exit, command));
    }
    return Json.mapper().readTree(said.lines().findFirst().orElseThrow());
  }

  /** A cache folder of its own that holds what was recorded once. */
  private Path copied() throws IOException {
    Path archives = Files.createDirectories(archives(folder).folder());
    Path only = only(shared);
    Files.copy(only, archives.resolve(only.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    return archives.resolve(only.getFileName());
  }

  private static Path only(Path cache) throws IOException {
    List<Path> all = archives(cache).all();
    assertEquals(1, all.size(), all::toString);
    return all.get(0);
  }

  @Test
  void theSecondJvmHasNearlyAllClassesFromTheArchive() throws Exception {
    JsonNode second = started(archives(shared));

    assertEquals(ArchiveTool.ofThisJvm().kind(), second.path("archive").asText());
    assertTrue(only(shared).toString().contains(second.path("digest").asText("none")));
    double share = second.path("shared").asDouble() / second.path("loaded").asDouble();
    assertTrue(share > 0.9, second::toString);
  }

  @Test
  void otherOptionsOrClassesAreAnotherArchive() throws Exception {
    copied();
    ClassPath fewer = new ClassPath(classes.entries().subList(1, classes.entries().size()));

    assertInstanceOf(ClassArchive.Used.class, found(archives(folder)));
    assertRecorded(archives(folder).of("other", classes, List.of()));
    assertRecorded(archives(folder).of(WORK, classes, List.of("-XX:+UseZGC")));
    assertRecorded(archives(folder).of(WORK, fewer, List.of()));
  }

  private static void assertRecorded(ClassArchive archive) {
    assertInstanceOf(ClassArchive.Recorded.class, archive, archive::toString);
  }

  /** As a library that was put in the place of another, under the same name. */
  @Test
  void aJarThatWasReplacedIsAnotherArchive() throws Exception {
    Path jar = Files.copy(classes.entries().get(0), folder.resolve("a.jar"));
    ClassPath one = new ClassPath(List.of(jar));
    ClassArchive before = archives(folder).of(WORK, one, List.of());
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    ClassArchive after = archives(folder).of(WORK, one, List.of());

    assertNotEquals(
        assertInstanceOf(ClassArchive.Recorded.class, before).file(),
        assertInstanceOf(ClassArchive.Recorded.class, after).file());
  }

  @Test
  void aTruncatedArchiveIsRemovedAndMadeAgain() throws Exception {
    Path archive = copied();
    byte[] whole = Files.readAllBytes(archive);
    Files.delete(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

    assertEquals("recording", started(archives(folder)).path("archive").asText());
    assertEquals(
        ArchiveTool.ofThisJvm().kind(), started(archives(folder)).path("archive").asText());
    assertEquals(1, archives(folder).all().size());
  }

  /** Its name and digest are right, but the JVM that is given it does not take it. */
  @Test
  void anArchiveOfAnotherJvmIsPassedOver() throws Exception {
    Path archive = copied();
    byte[] other = Files.readAllBytes(archive);
    Arrays.fill(other, 0, 4096, (byte) 7);
    Files.delete(archive);
    Files.write(archive, other);
    String digest = "%08x".formatted(crc(other));
    String name = archive.getFileName().toString();
    Path renamed = archive.resolveSibling(name.replaceFirst("-[0-9a-f]{8}\\.", "-" + digest + "."));
    Files.move(archive, renamed);

    assertInstanceOf(ClassArchive.Used.class, found(archives(folder)));
    assertEquals("none", started(archives(folder)).path("archive").asText());
  }

  private static long crc(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return sum.getValue();
  }

  @Test
  void twoThatRecordAtOnceDoNotHarmEachOther() throws Exception {
    ClassArchive.Recorded one = assertInstanceOf(ClassArchive.Recorded.class, found(here()));
    ClassArchive.Recorded two = assertInstanceOf(ClassArchive.Recorded.class, found(here()));

    assertNotEquals(one.notes(), two.notes());
    Files.write(one.notes(), new byte[] {1});
    Files.write(two.notes(), new byte[] {2});
    assumeTrue(ArchiveTool.ofThisJvm() == ArchiveTool.CDS, "the other kind makes a real one of it");
    assertEquals(1, here().settle(one, 0, List.of()));
    assertEquals(1, here().settle(two, 0, List.of()));
    assertInstanceOf(ClassArchive.Used.class, found(here()));
  }

  private ClassArchives here() {
    return archives(folder);
  }

  @Test
  void whatAFailedJvmNotedIsNoArchive() throws Exception {
    ClassArchive.Recorded archive = assertInstanceOf(ClassArchive.Recorded.class, found(here()));
    Files.write(archive.notes(), new byte[] {1});

    assertEquals(0, here().settle(archive, 1, List.of()));
    try (Stream<Path> left = Files.list(here().folder())) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void theOldestAreSwept() throws Exception {
    Files.createDirectories(here().folder());
    for (int i = 0; i < 30; i++) {
      Path old = Files.write(here().folder().resolve("old-" + i + ".archive"), new byte[] {1});
      Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(30 - i))));
    }
    ClassArchive.Recorded archive = assertInstanceOf(ClassArchive.Recorded.class, found(here()));
    Files.write(archive.notes(), new byte[] {1});
    assumeTrue(ArchiveTool.ofThisJvm() == ArchiveTool.CDS, "the other kind makes a real one of it");
    here().settle(archive, 0, List.of());

    List<String> left = here().all().stream().map(file -> file.getFileName().toString()).toList();
    assertEquals(24, left.size(), left::toString);
    assertFalse(left.contains("old-0.archive"), left::toString);
    assertTrue(left.contains("old-29.archive"), left::toString);
  }

  @Test
  void aCacheThatIsAFileIsNoMatter() throws Exception {
    Path file = Files.writeString(folder.resolve("cache"), "");

    ClassArchive archive = found(archives(file));

    assertTrue(assertInstanceOf(ClassArchive.None.class, archive).why().contains("cache"));
  }

  @Test
  void aCacheThatCannotBeWrittenToIsReadStill() throws Exception {
    copied();
    Path archives = here().folder();
    assertTrue(archives.toFile().setWritable(false));
    try {
      assumeTrue(!Files.isWritable(archives), "this user may write anywhere");
      assertInstanceOf(ClassArchive.Used.class, found(here()));
      assertInstanceOf(ClassArchive.None.class, here().of("other", classes, List.of()));
    } finally {
      assertTrue(archives.toFile().setWritable(true));
    }
  }

  @Test
  void aPathThatNoJvmTakesIsNoMatter() {
    ClassArchive archive = found(archives(folder.resolve("a:b")));

    assertTrue(assertInstanceOf(ClassArchive.None.class, archive).why().contains("a:b"));
  }

  @Test
  void whoSaysWhatToShareGetsThat() {
    ClassArchive archive = here().of(WORK, classes, List.of("-Xshare:off"));

    assertEquals(new ClassArchive.None(""), archive);
    assertTrue(here().unfit(classes, List.of("-Xshare:off")).contains("-Xshare:off"));
  }

  /** A JVM that is told to archive refuses to start with one. */
  @ParameterizedTest
  @ValueSource(
      strings = {"-agentpath:/a.so", "-javaagent:a.jar", "-agentlib:jdwp=x", "--patch-module=a=b"})
  void withAnAgentNothingIsArchived(String option) {
    assertEquals(new ClassArchive.None(""), here().of(WORK, classes, List.of(option)));
  }

  @Test
  void aFolderOfClassesIsNotArchived() throws Exception {
    ClassPath folders = new ClassPath(List.of(Files.createDirectories(folder.resolve("classes"))));

    assertInstanceOf(ClassArchive.None.class, here().of(WORK, folders, List.of()));
  }

  @Test
  void blanksAndLettersOfAnyLanguageInThePath() throws Exception {
    Path odd = Files.createDirectories(folder.resolve("Zwischen ablage – ünïcode"));

    assertEquals("recording", started(archives(odd)).path("archive").asText());
    assertEquals(ArchiveTool.ofThisJvm().kind(), started(archives(odd)).path("archive").asText());
  }
}
