package dev.plumbline.pipelines.export;

import dev.plumbline.transforms.fetch.FetchSpec;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.PagePlan;

/**
 * An export that the mine can answer: its query checked against the model, its rows counted.
 *
 * @param serviceVersion the mine's web-service version
 * @param fetch what to fetch and how
 * @param schema the columns
 * @param mineRows how many rows the mine has for the query
 * @param pages the pages that make up {@code min(rows-target, mineRows)} rows
 * @param bodyBytesPerRow the size of a row in a response body, seen in a first small page
 */
public record ExportPlan(
    int serviceVersion,
    FetchSpec fetch,
    ExportSchema schema,
    long mineRows,
    PagePlan pages,
    double bodyBytesPerRow) {}
