package dev.plumbline.runners.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many classes this JVM has loaded, and from where, as HotSpot's counters {@code
 * java.cls.loadedClasses} and {@code java.cls.sharedLoadedClasses} have it.
 *
 * @param archive {@code none}; {@code recording} while an archive is made of what is loaded; {@code
 *     cds} or {@code aot} if most classes came from an archive of that kind, which the launcher
 *     gave
 * @param digest of that archive; null if there is none. It is never compared: archives of two
 *     builds differ, and builds are compared
 * @param loaded classes loaded since the JVM started; null if it does not tell
 * @param shared those of them that came from an archive, the JDK's own among them; null if it does
 *     not tell
 */
public record LoadedClasses(
    String archive, @Nullable String digest, @Nullable Long loaded, @Nullable Long shared) {
  private static final Logger LOG = LoggerFactory.getLogger(LoadedClasses.class);

  /** Where there is no archive. */
  public static final String NONE = "none";

  /** The system property that tells a JVM what kind of archive it was given. */
  public static final String KIND = "plumbline.class-archive-kind";

  /** The system property that tells it the archive's digest. */
  public static final String DIGEST = "plumbline.class-archive-digest";

  /** The JVM notes what it loads, and an archive is made of it. */
  public static final String RECORDING = "recording";

  /** The JDK's own archive alone has no more than a fifth of them. */
  private static final double MOST = 0.5;

  /** Looks at this JVM. */
  public static LoadedClasses collect() {
    Long shared = counter("java.cls.sharedLoadedClasses");
    Long unshared = counter("java.cls.loadedClasses");
    Long loaded = shared == null || unshared == null ? null : Long.valueOf(shared + unshared);
    String given = System.getProperty(KIND, NONE);
    boolean used = loaded == null || shared == null || shared > MOST * loaded;
    return used && !given.equals(NONE) && !given.equals(RECORDING)
        ? new LoadedClasses(given, System.getProperty(DIGEST), loaded, shared)
        : new LoadedClasses(given.equals(RECORDING) ? given : NONE, null, loaded, shared);
  }

  /** Those of the forks of a measurement, of which only this is known beforehand. */
  static LoadedClasses ofForks(String archive) {
    return new LoadedClasses(archive, null, null, null);
  }

  private static @Nullable Long counter(String name) {
    try {
      Object all = HotSpotClasses.ask("getInternalClassLoadingCounters");
      Class<?> type = Class.forName("sun.management.counter.Counter");
      for (Object counter : (List<?>) all) {
        if (name.equals(type.getMethod("getName").invoke(counter))) {
          return (Long) type.getMethod("getValue").invoke(counter);
        }
      }
      return null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("This JVM does not tell how many classes it has loaded", e);
      return null;
    }
  }
}
