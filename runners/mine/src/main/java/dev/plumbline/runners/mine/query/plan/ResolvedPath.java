package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.ColumnValues;

/**
 * An attribute of a query with the data behind it.
 *
 * @param path the path as written
 * @param javaType the attribute's type, as the model XML spells it
 * @param slot which object of a result row it depends on
 * @param cell the value by that object's row, null where a reference on the way leads nowhere
 */
public record ResolvedPath(String path, String javaType, int slot, ColumnValues cell) {}
