package dev.plumbline.runners.mine.faults;

import java.time.Duration;

/** Answers that are begun later. */
final class Delays {

  private Delays() {}

  static Fault latency(Arguments arguments) {
    Duration from = arguments.duration("by", Duration.ofMillis(20));
    Duration to = arguments.duration("to", from);
    long span = Math.max(0, to.minus(from).toNanos());
    return (Fault.Delay) (asked, luck) -> from.plusNanos((long) (span * luck));
  }

  static Fault perRow(Arguments arguments) {
    Duration each = arguments.duration("each", Duration.ofNanos(3_000));
    return (Fault.Delay) (asked, luck) -> each.multipliedBy(asked.start());
  }
}
