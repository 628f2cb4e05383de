package dev.plumbline.pipelines.report;

/**
 * A file that the run wrote.
 *
 * @param path relative to the report
 * @param rows the rows in it
 * @param sizeBytes its size
 */
public record Artifact(String path, long rows, long sizeBytes) {}
