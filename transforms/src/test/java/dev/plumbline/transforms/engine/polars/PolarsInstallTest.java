package dev.plumbline.transforms.engine.polars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.ReadyEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PolarsInstallTest {
  /** Takes a while, and installs so much of Polars that the worker can be loaded. */
  private static final String STAND_IN =
      """
      [ "$1" = --version ] && exec echo 10.0.0
      echo run >> "$(dirname "$0")/runs"
      sleep 1
      mkdir -p node_modules/nodejs-polars && cd node_modules/nodejs-polars
      echo '{"name": "nodejs-polars", "exports": "./index.mjs"}' > package.json
      echo 'export default { version: "0", lit: () => null, Datetime: () => null };' > index.mjs
      """;

  private static final Duration PATIENT = Duration.ofMinutes(2);

  @TempDir Path directory;
  private Path cache;

  @BeforeEach
  void prepare() throws Exception {
    cache = directory.resolve("a cache/it's here");
  }

  @Test
  void whatIsInstalledWorksAndIsCompleteBeforeItHasItsName() throws Exception {
    needNode();
    Path npm = tool("npm", STAND_IN);

    Path worker = install("node", npm.toString()).worker();

    assertEquals(cache.resolve(WorkerFiles.folder()).resolve("worker.mjs"), worker);
    assertTrue(WorkerFiles.folder().matches("polars-0[.]24[.]1-[0-9a-f]{12}"));
    assertTrue(Files.exists(worker.resolveSibling("node_modules/nodejs-polars/index.mjs")));
    assertEquals(List.of(WorkerFiles.folder()), inCache());
  }

  @Test
  void whatIsInstalledNeedsNeitherNodeNorNpmAgain() throws Exception {
    needNode();
    Path worker = install("node", tool("npm", STAND_IN).toString()).worker();

    assertEquals(worker, install("/no/node", "/no/npm").worker());
    assertEquals(List.of("run"), Files.readAllLines(directory.resolve("runs")));
  }

  @Test
  void installsAtOnceDoNotDisturbEachOther() throws Exception {
    needNode();
    Path npm = tool("npm", STAND_IN);
    Callable<Path> install = () -> install("node", npm.toString()).worker();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Path> workers = new ArrayList<>();
    try {
      for (Future<Path> worker : threads.invokeAll(List.of(install, install, install, install))) {
        workers.add(worker.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertEquals(1, workers.stream().distinct().count());
    assertEquals(List.of(WorkerFiles.folder()), inCache());
  }

  @Test
  void withoutNodeItSaysWhatIsMissing() throws Exception {
    assertSays(
        install("/no/such/node", "npm"),
        "needs Node 20 or later with npm, but Node does not run here",
        "/no/such/node",
        "nvm install 20");
  }

  @Test
  void anOldNodeIsNamedByItsVersion() throws Exception {
    Path node = tool("node", "echo v18.20.4");

    assertSays(
        install(node.toString(), "npm"),
        "needs Node 20 or later",
        "says it is v18.20.4",
        "nvm install 20");
  }

  @Test
  void aNodeThatTalksRubbishIsNotTaken() throws Exception {
    assertSays(install(tool("node", "echo welcome").toString(), "npm"), "says it is welcome");
    assertSays(install(tool("node", "exit 127").toString(), "npm"), "exit code 127");
  }

  @Test
  void withoutNpmItSaysWhatIsMissing() throws Exception {
    Path node = tool("node", "echo v22.1.0");

    assertSays(
        install(node.toString(), "/no/such/npm"),
        "but npm does not run here",
        "/no/such/npm",
        "nvm install 20");
  }

  @Test
  void anNpmThatFailsIsQuotedAndLeavesNothing() throws Exception {
    Path node = tool("node", "echo v22.1.0");
    Path npm =
        tool(
            "npm",
            "[ \"$1\" = --version ] && exit 0; echo first; echo 'npm error E404' >&2; exit 9");

    assertSays(
        install(node.toString(), npm.toString()),
        "npm ci ended with exit code 9, its last words: npm error E404",
        "npm view nodejs-polars@0.24.1 version");
  }

  @Test
  void anNpmThatHangsIsKilledWithItsChildren() throws Exception {
    Path node = tool("node", "echo v22.1.0");
    Path npm =
        tool(
            "npm",
            "[ \"$1\" = --version ] && exit 0; sleep 600 & echo $! > \"$(dirname \"$0\")/child\"; wait");
    PolarsInstall install =
        new PolarsInstall(
            new NodeTools(node.toString(), npm.toString()), cache, Duration.ofSeconds(2));

    assertSays(install, "npm ci was not done within 2 s, and was killed");

    long child = Long.parseLong(Files.readString(directory.resolve("child")).strip());
    ProcessHandle.of(child).ifPresent(process -> process.onExit().join());
  }

  @Test
  void aPolarsThatCannotBeLoadedIsNotInstalled() throws Exception {
    needNode();
    Path npm = tool("npm", "[ \"$1\" = --version ] && exit 0; mkdir node_modules");

    assertSays(install("node", npm.toString()), "its worker ended with exit code 1");
  }

  @Test
  void aCacheThatCannotBeMadeIsNamed() throws Exception {
    cache = Files.createFile(directory.resolve("file")).resolve("cache");

    EngineUnavailable failed =
        assertThrows(EngineUnavailable.class, () -> install("node", "npm").worker());

    assertTrue(failed.getMessage().contains(cache.toString()), failed.getMessage());
    assertTrue(failed.getMessage().contains("export PLUMBLINE_CACHE="), failed.getMessage());
  }

  @Test
  void whatAKilledInstallLeftIsSweptAfterADay() throws Exception {
    needNode();
    Path old = Files.createDirectories(cache.resolve(".polars-0.24.1-x-1/node_modules"));
    Path young = Files.createDirectories(cache.resolve(".polars-0.24.1-x-2"));
    Instant yesterday = Instant.now().minus(Duration.ofHours(25));
    Files.setLastModifiedTime(old.getParent(), FileTime.from(yesterday));

    install("node", tool("npm", STAND_IN).toString()).worker();

    assertFalse(Files.exists(old.getParent()));
    assertTrue(Files.exists(young));
  }

  @Test
  void theRealOneInstallsFromItsLock() throws Exception {
    PolarsInstall install = new PolarsInstall(NodeTools.ON_PATH, cache, Duration.ofMinutes(3));
    Path worker;
    try {
      worker = install.worker();
    } catch (EngineUnavailable e) {
      ReadyEngine.skipOrFail(e);
      return;
    }

    WorkerAnswer ready = new Polars(ReadyEngine.settings(1), worker.toString()).start();

    assertEquals(WorkerFiles.POLARS_VERSION, ready.polars());
  }

  @Test
  void theLockHoldsNoAddresses() throws Exception {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    WorkerFiles.copy(copy);
    String lock = Files.readString(copy.resolve("package-lock.json"));

    assertFalse(lock.contains("resolved"));
    assertFalse(lock.contains("://"));
    for (String platform :
        List.of("linux-x64-gnu", "linux-arm64-gnu", "darwin-arm64", "win32-x64")) {
      assertTrue(lock.contains("node_modules/nodejs-polars-" + platform), platform);
    }
  }

  private void assertSays(PolarsInstall install, String... parts) throws IOException {
    EngineUnavailable failed = assertThrows(EngineUnavailable.class, install::worker);

    for (String part : parts) {
      assertTrue(failed.getMessage().contains(part), failed.getMessage());
    }
    assertEquals(List.of(), inCache());
  }

  private PolarsInstall install(String node, String npm) {
    return new PolarsInstall(new NodeTools(node, npm), cache, PATIENT);
  }

  private void needNode() {
    try {
      NodeTools.ON_PATH.check(directory);
    } catch (EngineUnavailable e) {
      ReadyEngine.skipOrFail(e);
    }
  }

  private List<String> inCache() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** A program for the shell. */
  private Path tool(String name, String script) throws IOException {
    Path tool = directory.resolve(name);
    Files.writeString(tool, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
