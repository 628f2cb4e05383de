package dev.plumbline.runners.process;

import org.jspecify.annotations.Nullable;

/**
 * What the launcher must know of a run, whatever the run does.
 *
 * @param task what the forked JVM does
 * @param options what it is told
 * @param profileName what the last line calls that which was asked, such as a mine; null if it has
 *     no name
 * @param heap heap of the forked JVM, such as {@code 2g}
 * @param archive what the forked JVM does, as the name of its class archive has it
 * @param resultsDir folder that the run's directory is made in
 * @param jsonOut file that the report is copied to; null if none
 */
public record ForkedRun(
    Class<? extends ChildTask> task,
    OptionsSource options,
    @Nullable String profileName,
    String heap,
    String archive,
    String resultsDir,
    @Nullable String jsonOut) {}
