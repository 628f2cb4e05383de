package dev.plumbline.runners.machine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Sets logging up, in code, since reading it from a file costs each JVM a third of a second. One
 * line each on standard error: ours from INFO on, other libraries' from ERROR on, or, if asked for,
 * from WARN on. In the JVM of a run, their warnings and all traces stand in the run's own log. A
 * file named by {@code -Dlogback.configurationFile} takes its place. Logback finds this class by
 * {@code META-INF/services}.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
  /** System property: the log file of a run; a launcher has none. */
  public static final String RUN_LOG = "plumbline.run-log";

  /** System property: whether other libraries' warnings are shown, too. */
  public static final String VERBOSE = "plumbline.verbose";

  private static final String ON_SCREEN = "%d{HH:mm:ss} %-5level %msg%n%nopex";
  private static final String IN_FILE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level [%thread] %logger - %msg%n%ex";

  /** For logback. */
  public LogSetup() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    context.getLogger("dev.plumbline").setLevel(Level.INFO);
    ConsoleAppender<ILoggingEvent> screen = new ConsoleAppender<>();
    screen.setTarget("System.err");
    if (!Boolean.getBoolean(VERBOSE)) {
      screen.addFilter(new OursOrErrors());
    }
    start(screen, "STDERR", ON_SCREEN, root);
    String runLog = System.getProperty(RUN_LOG);
    if (runLog != null) {
      FileAppender<ILoggingEvent> file = new FileAppender<>();
      file.setFile(runLog);
      start(file, "FILE", IN_FILE, root);
    }
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static final class OursOrErrors extends Filter<ILoggingEvent> {
    @Override
    public FilterReply decide(ILoggingEvent event) {
      boolean shown =
          event.getLoggerName().startsWith("dev.plumbline")
              || event.getLevel().isGreaterOrEqual(Level.ERROR);
      return shown ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
  }

  private static void start(
      OutputStreamAppender<ILoggingEvent> appender, String name, String pattern, Logger root) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(root.getLoggerContext());
    encoder.setPattern(pattern);
    encoder.start();
    appender.setContext(root.getLoggerContext());
    appender.setName(name);
    appender.setEncoder(encoder);
    appender.start();
    root.addAppender(appender);
  }
}
