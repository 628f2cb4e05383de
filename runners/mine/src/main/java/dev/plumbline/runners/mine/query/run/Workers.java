package dev.plumbline.runners.mine.query.run;

import java.util.function.IntConsumer;

/** Runs independent tasks, all of them before it returns. */
public interface Workers {

  /** One after another, in the calling thread. */
  Workers CALLER =
      (tasks, task) -> {
        for (int i = 0; i < tasks; i++) {
          task.accept(i);
        }
      };

  void each(int tasks, IntConsumer task);
}
