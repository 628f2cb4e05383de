package dev.plumbline.runners.mine;

/**
 * One column of a query's result.
 *
 * @param path the view, such as {@code Gene.organism.name}
 * @param javaType the attribute's type as the model XML spells it, such as {@code
 *     java.lang.Integer}
 */
public record ColumnInfo(String path, String javaType) {}
