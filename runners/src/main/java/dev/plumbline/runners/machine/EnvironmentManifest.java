package dev.plumbline.runners.machine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;

/**
 * What a result was measured on: two results are comparable only if theirs agree.
 *
 * @param machine the machine
 * @param jvm the JVM that did the work
 * @param libraries library to version, sorted by name
 * @param projectVersion version of this program
 * @param commit what it was built from, {@code -dirty} if with changes; null if unknown
 */
public record EnvironmentManifest(
    MachineFacts machine,
    JvmFacts jvm,
    Map<String, String> libraries,
    String projectVersion,
    @Nullable String commit) {

  public EnvironmentManifest {
    libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
  }

  /** Looks at this machine and this JVM; costs some tenths of a second, so not inside a clock. */
  public static EnvironmentManifest collect() {
    return new EnvironmentManifest(
        MachineFacts.collect(new SystemInfo()),
        JvmFacts.collect(),
        LibraryVersions.present(),
        BuildVersion.current(),
        GitCommit.current().orElse(null));
  }

  /**
   * The same for a measurement.
   *
   * @param archive the kind of class archive that its forks have
   */
  public static EnvironmentManifest ofForks(String archive) {
    EnvironmentManifest here = collect();
    return new EnvironmentManifest(
        here.machine,
        here.jvm.withClasses(LoadedClasses.ofForks(archive)),
        here.libraries,
        here.projectVersion,
        here.commit);
  }

  /** What must be equal for two records to be comparable; see {@link Fingerprint}. */
  public String fingerprint() {
    return Fingerprint.of(this);
  }

  /** The {@link #build} of this program, without a look at the machine. */
  public static String currentBuild() {
    return build(BuildVersion.current(), GitCommit.current().orElse(null));
  }

  /** What was measured: version and commit, such as {@code 0.1.0+1a2b3c}; no commit if unknown. */
  public String build() {
    return build(projectVersion, commit);
  }

  private static String build(String version, @Nullable String commit) {
    return commit == null ? version : version + "+" + commit;
  }
}
