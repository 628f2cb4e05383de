package dev.plumbline.runners.process;

import dev.plumbline.runners.machine.LoadedClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a JVM has its classes from besides their jars. */
public sealed interface ClassArchive {

  /** The system property that says whether there are any: {@code auto} or {@code off}. */
  String SWITCH = "plumbline.class-archive";

  /** What it says if there are none. */
  String OFF = "off";

  /**
   * What all forks of a measurement have, so that no arm is favoured: {@code cds} or {@code aot} if
   * archives can be made here, else {@code none}.
   */
  static String kindOfForks() {
    ClassArchives archives = ClassArchives.here();
    try {
      archives.probe();
      String unfit = archives.unfit(ClassPath.forForks(), ChildJvm.moreOptions());
      return unfit.isEmpty() ? ArchiveTool.ofThisJvm().kind() : LoadedClasses.NONE;
    } catch (IOException e) {
      return LoadedClasses.NONE;
    }
  }

  /**
   * What there is of archives, for people.
   *
   * @param found how many, how large and where; or why there are none
   * @param usable false if the cache folder is in the way
   */
  record State(String found, boolean usable) {}

  /** Looks into the cache folder. */
  static State state() {
    ClassArchives archives = ClassArchives.here();
    String unfit = archives.unfit(ClassPath.forForks(), ChildJvm.moreOptions());
    if (!unfit.isEmpty()) {
      return new State("none: " + unfit, true);
    }
    try {
      archives.probe();
      List<Path> all = archives.all();
      long bytes = all.stream().mapToLong(file -> file.toFile().length()).sum();
      String kind = ArchiveTool.ofThisJvm().kind();
      return new State(
          "%d, %d MB in %s; this JDK's are of kind %s"
              .formatted(all.size(), bytes / 1_000_000, archives.folder(), kind),
          true);
    } catch (IOException e) {
      return new State(e.toString(), false);
    }
  }

  /** Options of the JVM, with what tells it of its archive. */
  List<String> options();

  /**
   * It is there, whole, and made for this JVM and these classes; the JVM passes over it if it does
   * not fit after all.
   *
   * @param file the archive
   * @param kind {@code cds} or {@code aot}
   * @param digest of its content, 8 hexadecimal digits
   */
  record Used(Path file, String kind, String digest) implements ClassArchive {
    @Override
    public List<String> options() {
      return ArchiveTool.ofThisJvm().using(this);
    }
  }

  /**
   * It is not there yet: the JVM notes what it loads, and when it has ended the archive is made.
   *
   * @param notes what the JVM leaves at its end; empty until then
   * @param file the archive that is made of it, without digest and ending
   */
  record Recorded(Path notes, Path file) implements ClassArchive {
    @Override
    public List<String> options() {
      return ArchiveTool.ofThisJvm().recording(this);
    }
  }

  /**
   * There is none.
   *
   * @param why in a few words; empty if nobody wanted one
   */
  record None(String why) implements ClassArchive {
    @Override
    public List<String> options() {
      return List.of();
    }
  }
}
