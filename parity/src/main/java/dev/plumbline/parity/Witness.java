package dev.plumbline.parity;

/**
 * A digest and where it comes from: no statement of equality without naming both byte sources and
 * their readers.
 *
 * @param source what was read, such as {@code decode side output} or {@code parquet files}
 * @param reader who read it, such as {@code plumbline row feed} or {@code duckdb 1.4}
 * @param digest what it held
 */
public record Witness(String source, String reader, TableDigest digest) {}
