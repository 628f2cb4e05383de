package dev.plumbline.runners.mine.faults;

import java.io.IOException;
import java.time.Duration;

/** One way to misbehave: what a fault does is what kind of fault it is. */
sealed interface Fault {

  /** The answer is begun later. */
  @FunctionalInterface
  non-sealed interface Delay extends Fault {
    /** How much later; {@code luck} is from 0 (inclusive) to 1 (exclusive). */
    Duration of(FaultTarget asked, double luck);
  }

  /** Other rows are answered than were asked for. */
  @FunctionalInterface
  non-sealed interface OtherRows extends Fault {
    FaultTarget instead(FaultTarget asked);
  }

  /** The answer is spoilt before it is sent. */
  @FunctionalInterface
  non-sealed interface OtherAnswer extends Fault {
    Answer instead(Answer good);
  }

  /** The sending goes wrong. */
  @FunctionalInterface
  non-sealed interface BadSending extends Fault {
    /** Sends what it sends; afterwards the connection is closed. */
    void send(Answer good, Wire wire) throws IOException, InterruptedException;
  }
}
