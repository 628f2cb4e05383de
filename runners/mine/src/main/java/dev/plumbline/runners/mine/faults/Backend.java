package dev.plumbline.runners.mine.faults;

import java.io.IOException;

/** What answers behind a {@link FaultyServer}. Thread-safe. */
@FunctionalInterface
public interface Backend {
  /** Answers, well. */
  Answer answer(RawRequest request) throws IOException;
}
