package dev.plumbline.transforms.mine;

import java.time.Duration;

/**
 * An answer of a mine with status 200.
 *
 * @param request what was asked
 * @param contentType as the mine says it, or empty
 * @param contentEncoding {@code gzip}, or empty for a body that came as it is
 * @param raw the body as it came over the connection
 * @param bytes the body, decompressed; the same array as {@code raw} where nothing was compressed
 * @param firstByte from the request's first step to the answer's head
 * @param elapsed from there to the body's end
 */
@SuppressWarnings("ArrayRecordComponent") // a body is megabytes: it is passed on, never compared
public record MineAnswer(
    MineRequest request,
    String contentType,
    String contentEncoding,
    byte[] raw,
    byte[] bytes,
    Duration firstByte,
    Duration elapsed) {}
