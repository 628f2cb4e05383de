package dev.plumbline.transforms.record;

import dev.plumbline.transforms.mine.PathQuery;

/**
 * The export that a recording was made of, so that a replay can ask the same.
 *
 * @param mine address of the mine's service root
 * @param query what was asked
 * @param rows how many rows were exported
 * @param pageSize the rows of a page
 */
public record RecordedExport(String mine, PathQuery query, long rows, int pageSize) {}
