package dev.plumbline.runners.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a JVM has its classes from besides their jars. */
public sealed interface ClassArchive {

  /** The system property that says whether there are any: {@code auto} or {@code off}. */
  String SWITCH = "plumbline.class-archive";

  /** The kind of archive where there is none. */
  String NONE = "none";

  /**
   * What all forks of a measurement have, so that no arm is favoured: {@code cds} or {@code aot} if
   * archives can be made here, else {@value #NONE}.
   */
  static String kindOfForks() {
    ClassArchives archives = ClassArchives.here();
    boolean can = archives.problem(ClassPath.forForks(), ChildJvm.moreOptions()).isEmpty();
    return can ? ArchiveTool.ofThisJvm().kind() : NONE;
  }

  /**
   * What there is of archives, for people.
   *
   * @param found how many, how large and where; or why there are none
   * @param usable whether there can be some, or nobody wants them
   */
  record State(String found, boolean usable) {}

  /** Looks into the cache folder. */
  static State state() {
    ClassArchives archives = ClassArchives.here();
    String problem = archives.problem(ClassPath.forForks(), ChildJvm.moreOptions());
    try {
      List<Path> all = archives.all();
      long bytes = all.stream().mapToLong(file -> file.toFile().length()).sum();
      String found =
          "%d of kind %s, %d MB in %s"
              .formatted(
                  all.size(), ArchiveTool.ofThisJvm().kind(), bytes / 1_000_000, archives.folder());
      return problem.isEmpty()
          ? new State(found, true)
          : new State(problem, ClassArchives.unwanted());
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
