package dev.plumbline.transforms.page;

import java.io.Serializable;

/**
 * One page to be fetched.
 *
 * @param index the page's number, counted from 0
 * @param start the offset of its first row
 * @param rows how many rows it must have, exactly
 */
public record PageRequest(int index, long start, int rows) implements Serializable {}
