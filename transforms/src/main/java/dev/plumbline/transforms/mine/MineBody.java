package dev.plumbline.transforms.mine;

/**
 * The body of an answer.
 *
 * @param bytes the body, decompressed
 * @param transportBytes its size as it came over the connection, before decompression
 */
@SuppressWarnings("ArrayRecordComponent") // a body is megabytes: it is passed on, never compared
public record MineBody(byte[] bytes, long transportBytes) {}
