package dev.plumbline.runners.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.options.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FingerprintTest {
  private static final long MEMORY = 16L << 30;

  private static final EnvironmentManifest HERE =
      new EnvironmentManifest(
          new MachineFacts("cpu", 4, 8, MEMORY, 1L << 33, 1.5, "Linux", "6.1.0", "amd64"),
          new JvmFacts(
              "vendor",
              "17.0.15+6",
              1L << 31,
              List.of("young", "old"),
              4,
              List.of("-Xa"),
              new LoadedClasses("cds", "0a1b2c3d", 7000L, 6800L)),
          Map.of("beam", "2.70.0"),
          "0.1.0",
          "abc");

  @Test
  void textIsStable() {
    assertEquals(
        """
        cpu_model=cpu
        physical_cores=4
        logical_cores=8
        memory_gib=16
        cgroup_memory_limit_bytes=8589934592
        cgroup_cpu_limit=1.5
        os=Linux
        kernel=6.1.0
        architecture=amd64
        jvm_vendor=vendor
        jvm_version=17.0.15+6
        collectors=young, old
        gc_threads=4
        class_archive=cds
        """,
        Fingerprint.text(HERE));
    assertEquals("6bb16632d1c9a0d27ce362775c962044", HERE.fingerprint());
  }

  @ParameterizedTest
  @CsvSource({
    "machine, cpu_model, \"other\"",
    "machine, physical_cores, 2",
    "machine, logical_cores, 4",
    "machine, memory_bytes, 18253611008",
    "machine, cgroup_memory_limit_bytes, null",
    "machine, cgroup_cpu_limit, null",
    "machine, cgroup_cpu_limit, 2.0",
    "machine, os, \"Windows\"",
    "machine, kernel, \"6.1.1\"",
    "machine, architecture, \"aarch64\"",
    "jvm, vendor, \"other\"",
    "jvm, version, \"25.0.1\"",
    "jvm, collectors, [\"young\"]",
    "jvm, gc_threads, 2",
    "jvm, classes, {\"archive\": \"none\"}"
  })
  void eachIngredientChangesIt(String part, String name, String value) throws Exception {
    assertNotEquals(HERE.fingerprint(), with(part, name, value).fingerprint());
  }

  @ParameterizedTest
  @CsvSource({
    "machine, memory_bytes, 17179000000",
    "machine, memory_bytes, 17400000000",
    "jvm, heap_max_bytes, 1",
    "jvm, flags, []",
    "jvm, classes, {\"archive\": \"cds\"}",
    ", libraries, {}",
    ", project_version, \"0.2.0\"",
    ", commit, null"
  })
  void whatAnArmOrBuildMayChangeAndJitterOfMemoryDoNot(
      @Nullable String part, String name, String value) throws Exception {
    EnvironmentManifest other = with(part, name, value);
    assertNotEquals(HERE, other);
    assertEquals(HERE.fingerprint(), other.fingerprint());
  }

  @Test
  void isNoPropertyOfTheManifest() {
    assertFalse(Json.line(HERE).contains(HERE.fingerprint()));
    assertFalse(Json.mapper().valueToTree(HERE).has("build"));
  }

  @Test
  void buildIsVersionAndCommit() throws Exception {
    assertEquals("0.1.0+abc", HERE.build());
    assertEquals("0.1.0", with(null, "commit", "null").build());
  }

  /** The manifest with one value replaced, or one of its parts with one. */
  private static EnvironmentManifest with(@Nullable String part, String name, String value)
      throws Exception {
    ObjectNode tree = Json.mapper().valueToTree(HERE);
    ObjectNode holder = part == null ? tree : (ObjectNode) tree.get(part);
    holder.set(name, Json.mapper().readTree(value));
    return Json.mapper().treeToValue(tree, EnvironmentManifest.class);
  }
}
