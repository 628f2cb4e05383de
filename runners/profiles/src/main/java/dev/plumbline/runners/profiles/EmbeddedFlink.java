package dev.plumbline.runners.profiles;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * A Flink cluster inside this JVM, on loopback, that we start ourselves: so its start can be timed
 * apart, and its own record of a job can be read. Needs the add-opens that Flink asks for.
 */
public final class EmbeddedFlink implements AutoCloseable {
  private final MiniCluster cluster;
  private final URI address;
  private final Path jar;
  private final int slots;

  private EmbeddedFlink(MiniCluster cluster, URI address, Path jar, int slots) {
    this.cluster = cluster;
    this.address = address;
    this.jar = jar;
    this.slots = slots;
  }

  /**
   * Starts a cluster of one TaskManager.
   *
   * @param slots how many subtasks of an operator can run at once
   */
  public static EmbeddedFlink start(int slots) {
    return start(slots, 0);
  }

  /** The same, but a job whose subtask fails is begun again so many times. */
  public static EmbeddedFlink start(int slots, int restarts) {
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(restarts))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
    try {
      cluster.start();
      return new EmbeddedFlink(cluster, cluster.getRestAddress().get(), emptyJar(), slots);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while the embedded Flink cluster was starting", e);
    } catch (Exception e) { // MiniCluster.start declares no less
      throw new IllegalStateException(
          "The embedded Flink cluster did not start: " + e.getMessage(), e);
    }
  }

  private static Configuration configuration(int restarts) {
    Configuration configuration = new Configuration();
    if (restarts > 0) {
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, restarts);
      configuration.set(
          RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    }
    configuration.set(RestOptions.ADDRESS, "127.0.0.1");
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(JobManagerOptions.ADDRESS, "127.0.0.1");
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    return configuration;
  }

  /** Our classes are on the class path already; but Beam wants at least one jar to send along. */
  private static Path emptyJar() throws IOException {
    Path jar = Files.createTempFile("plumbline-empty", ".jar");
    jar.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("META-INF/"));
      zip.closeEntry();
    }
    return jar;
  }

  /** {@code host:port}, as Flink's clients want it. */
  public String address() {
    return address.getHost() + ":" + address.getPort();
  }

  /** A jar without classes. */
  public Path emptyJarFile() {
    return jar;
  }

  /** How many subtasks of an operator can run at once. */
  public int slots() {
    return slots;
  }

  /**
   * A job as the cluster remembers it.
   *
   * @param id Flink's job id
   * @param state such as {@code FINISHED}
   * @param restarts how many subtasks were tried again
   * @param initializingMillis when the cluster took it on, in milliseconds since 1970
   */
  public record Job(String id, String state, int restarts, long initializingMillis) {}

  /** All jobs that this cluster has run. */
  public List<Job> jobs() {
    try {
      return cluster.listJobs().get().stream().map(job -> job(cluster, job.getJobId())).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking Flink for its jobs", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Flink does not tell its jobs: " + e.getMessage(), e);
    }
  }

  private static Job job(MiniCluster cluster, JobID id) {
    AccessExecutionGraph graph = cluster.getExecutionGraph(id).join();
    int restarts = 0;
    for (AccessExecutionVertex vertex : graph.getAllExecutionVertices()) {
      restarts += vertex.getCurrentExecutionAttempt().getAttemptNumber();
    }
    return new Job(
        id.toHexString(),
        graph.getState().name(),
        restarts,
        graph.getStatusTimestamp(JobStatus.INITIALIZING));
  }

  @Override
  public void close() {
    cluster.closeAsync().join();
  }
}
