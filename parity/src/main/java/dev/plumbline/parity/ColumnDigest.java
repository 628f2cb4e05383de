package dev.plumbline.parity;

import java.io.Serializable;

/**
 * What a column holds, whatever the order of its rows.
 *
 * @param column name and type
 * @param nonNull how many of its cells are not null
 * @param hash the sum of the non-null cells' hashes, modulo 2^128
 */
public record ColumnDigest(Column column, long nonNull, Hash128 hash) implements Serializable {}
