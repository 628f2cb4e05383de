package dev.plumbline.transforms.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void givesEveryResultOnceInOrderOnTheCallersThread(int count) throws Exception {
    Thread caller = Thread.currentThread();
    List<Integer> given = new ArrayList<>();
    try (Lanes<List<Integer>, Integer> lanes = new Lanes<>("test", count, ArrayList::new)) {
      for (int i = 0; i < 100; i++) {
        int element = i;
        lanes.next(
            state -> {
              state.add(element);
              return element;
            },
            result -> {
              assertSame(caller, Thread.currentThread());
              given.add(result);
            });
      }
      lanes.await(given::add);
      assertEquals(IntStream.range(0, 100).boxed().toList(), given);

      List<List<Integer>> states = lanes.each(state -> state);
      assertEquals(count, states.size());
      for (int lane = 0; lane < count; lane++) {
        int first = lane;
        assertEquals(
            IntStream.iterate(first, i -> i < 100, i -> i + count).boxed().toList(),
            states.get(lane));
      }
    }
  }

  @Test
  void lanesWorkAtOnceEachOnItsOwnThread() throws Exception {
    CountDownLatch all = new CountDownLatch(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Lanes<Integer, Boolean> lanes = new Lanes<>("test", 3, () -> 0)) {
      for (int i = 0; i < 3; i++) {
        lanes.next(
            state -> {
              threads.add(Thread.currentThread());
              all.countDown();
              all.await(); // for ever, if they did not work at once
              return true;
            },
            done -> {});
      }
      lanes.await(done -> {});
    }
    assertEquals(3, threads.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void failureComesAsItWasThrown(int count) {
    IOException failure = new IOException("the disk is full");
    try (Lanes<Integer, Boolean> lanes = new Lanes<>("test", count, () -> 0)) {
      assertSame(
          failure,
          assertThrows(
              IOException.class,
              () -> {
                lanes.next(
                    state -> {
                      throw failure;
                    },
                    done -> {});
                lanes.await(done -> {});
              }));
    }
  }
}
