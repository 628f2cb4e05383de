package dev.plumbline.transforms.mine;

import dev.plumbline.parity.Column;
import java.io.Serializable;

/**
 * An exported view and the column it becomes.
 *
 * @param view the path, such as {@code Gene.organism.name}
 * @param mineType the Java type that the model gives it, such as {@code java.lang.String}
 * @param column the column's name and canonical type
 */
public record ViewColumn(String view, String mineType, Column column) implements Serializable {}
