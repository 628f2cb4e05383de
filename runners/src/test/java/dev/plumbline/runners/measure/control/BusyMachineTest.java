package dev.plumbline.runners.measure.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A machine that is busy from the start on looks even to whoever looks at it alone. */
class BusyMachineTest {
  @Test
  void isToldByTheBestTimeItHasEverShown() throws Exception {
    try (ControlWatch watch = new ControlWatch(1, OptionalDouble.of(1e-6))) {
      String signs = watch.busy().orElse("");
      assertTrue(signs.contains("the control workload takes"), signs);
      assertTrue(signs.contains("0.0 ms when it was quiet"), signs);
      assertTrue(watch.leastSeconds().getAsDouble() > 0);
    }
  }

  @Test
  void isToldByWhatOtherProcessesUse() throws Exception {
    List<Process> others = new ArrayList<>();
    try {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        others.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
      }
      try (ControlWatch watch = new ControlWatch(1, OptionalDouble.empty())) {
        String signs = watch.busy().orElse("");
        assertTrue(signs.contains("other processes use"), signs);
      }
    } finally {
      others.forEach(Process::destroyForcibly);
    }
  }
}
