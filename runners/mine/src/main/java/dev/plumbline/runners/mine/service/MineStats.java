package dev.plumbline.runners.mine.service;

import java.time.Duration;

/**
 * What a local mine has done since it started.
 *
 * @param requests HTTP requests taken, refused ones too
 * @param rowsServed rows of the pages it began to send
 * @param bytesServed body bytes handed to the connection, before chunk framing
 * @param cpu CPU time of the mine's own threads, user and system, ended threads included
 * @param firstTouchRows rows rendered; a row that could not be kept counts each time
 * @param firstTouch the part of {@code cpu} spent on rendering those rows
 * @param start wall time from its first step to its listening for requests
 * @param mostAtOnce the most requests that were being answered at one time: each from its arrival
 *     until its last bytes are about to go out; of a recorded mine 0
 */
public record MineStats(
    long requests,
    long rowsServed,
    long bytesServed,
    Duration cpu,
    long firstTouchRows,
    Duration firstTouch,
    Duration start,
    int mostAtOnce) {
  /**
   * The same as one JSON object: {@code requests, rows_served, bytes_served, cpu_ns,
   * first_touch_rows, first_touch_ns, start_ns, most_at_once}.
   */
  public String json() {
    return """
        {"requests":%d,"rows_served":%d,"bytes_served":%d,"cpu_ns":%d,"first_touch_rows":%d,"first_touch_ns":%d,"start_ns":%d,"most_at_once":%d}
        """
        .formatted(
            requests,
            rowsServed,
            bytesServed,
            cpu.toNanos(),
            firstTouchRows,
            firstTouch.toNanos(),
            start.toNanos(),
            mostAtOnce);
  }
}
