package dev.plumbline.runners.mine.faults;

/** Pages of other rows than were asked for. */
final class OtherPages {

  private OtherPages() {}

  static Fault early(Arguments arguments) {
    int rows = arguments.count("rows", 1);
    return (Fault.OtherRows)
        asked -> new FaultTarget(asked.kind(), Math.max(0, asked.start() - rows), asked.size());
  }

  static Fault late(Arguments arguments) {
    int rows = arguments.count("rows", 1);
    return (Fault.OtherRows)
        asked -> new FaultTarget(asked.kind(), asked.start() + rows, asked.size());
  }

  static Fault shorter(Arguments arguments) {
    int rows = arguments.count("rows", 1);
    return (Fault.OtherRows)
        asked ->
            asked.size() > rows
                ? new FaultTarget(asked.kind(), asked.start(), asked.size() - rows)
                : new FaultTarget(asked.kind(), Integer.MAX_VALUE, 1); // behind the last row: none
  }
}
