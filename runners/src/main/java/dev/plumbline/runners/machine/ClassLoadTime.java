package dev.plumbline.runners.machine;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What classes have cost this JVM so far: finding, loading, linking, verifying and initialising
 * them, as HotSpot's counter {@code sun.cls.time} has it. Each thread counts; what a thread does
 * within such work counts once. The work of static initialisers is part of it, whatever they do.
 */
public final class ClassLoadTime {
  private static final Logger LOG = LoggerFactory.getLogger(ClassLoadTime.class);

  private ClassLoadTime() {}

  /** Nanoseconds since the JVM started, to the millisecond; none where the JVM does not tell. */
  public static OptionalLong nanos() {
    try {
      Object millis = HotSpotClasses.ask("getClassLoadingTime");
      return millis instanceof Long told && told >= 0
          ? OptionalLong.of(TimeUnit.MILLISECONDS.toNanos(told))
          : OptionalLong.empty();
    } catch (ReflectiveOperationException e) {
      LOG.debug("This JVM does not tell what its classes cost", e);
      return OptionalLong.empty();
    }
  }
}
