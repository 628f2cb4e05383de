package dev.plumbline.runners.options;

import org.jspecify.annotations.Nullable;

/**
 * Where results go.
 *
 * @param resultsDir folder that run directories are made in
 * @param jsonOut file the report is copied to; null if none
 */
public record Output(String resultsDir, @Nullable String jsonOut) {}
