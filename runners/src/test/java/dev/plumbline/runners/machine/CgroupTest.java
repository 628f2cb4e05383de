package dev.plumbline.runners.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CgroupTest {
  @TempDir Path root;

  private Cgroup cgroup(String... membership) {
    return new Cgroup(root, Optional.of(new ProcFile(List.of(membership))));
  }

  private void write(String file, String text) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void leastLimitOnTheWayToTheRootOfVersionTwoCounts() throws Exception {
    write("a/b/memory.max", "max\n");
    write("a/memory.max", "1000\n");
    write("memory.max", "5000\n");
    write("a/b/cpu.max", "150000 100000\n");
    write("a/cpu.max", "max 100000\n");
    assertEquals(1000, cgroup("0::/a/b").memoryLimitBytes().orElseThrow());
    assertEquals(1.5, cgroup("0::/a/b").cpuLimit().orElseThrow());
  }

  @Test
  void versionOneIsUnderstood() throws Exception {
    write("memory/box/memory.limit_in_bytes", "2048\n");
    write("memory/memory.limit_in_bytes", "9223372036854771712\n");
    write("cpu/box/cpu.cfs_quota_us", "50000\n");
    write("cpu/box/cpu.cfs_period_us", "100000\n");
    write("cpu/cpu.cfs_quota_us", "-1\n");
    write("cpu/cpu.cfs_period_us", "100000\n");
    Cgroup cgroup = cgroup("5:memory:/box", "4:cpu,cpuacct:/box");
    assertEquals(2048, cgroup.memoryLimitBytes().orElseThrow());
    assertEquals(0.5, cgroup.cpuLimit().orElseThrow());
  }

  @Test
  void noLimitIsNoNumber() {
    assertTrue(cgroup("0::/").memoryLimitBytes().isEmpty());
    assertTrue(new Cgroup(root, Optional.empty()).cpuLimit().isEmpty());
  }
}
