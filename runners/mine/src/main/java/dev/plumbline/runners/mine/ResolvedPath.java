package dev.plumbline.runners.mine;

import java.util.List;

/**
 * A path of a query with the data behind it.
 *
 * @param path the path as written
 * @param javaType type of its attribute, {@code java.lang.Integer} (the id) for a reference
 * @param cell the value per row of the root table, null where a reference on the way leads nowhere
 * @param partialLinks the references on the way that lead nowhere in some rows
 * @param outer whether an OUTER join lies on the way
 * @param attribute whether the path ends in an attribute, not a reference
 */
record ResolvedPath(
    String path,
    String javaType,
    Cell cell,
    List<PartialLink> partialLinks,
    boolean outer,
    boolean attribute) {

  /** A reference by its path, and whether a row of the root has it. */
  record PartialLink(String path, RowTest present) {}
}
