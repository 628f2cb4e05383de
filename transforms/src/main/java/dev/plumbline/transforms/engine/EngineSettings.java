package dev.plumbline.transforms.engine;

import java.io.Serializable;

/**
 * What an engine is given to work with.
 *
 * @param threads how many threads it may use
 * @param memoryLimit what it may hold in memory, such as {@code 1GB}; engines without such a limit
 *     pass over it
 * @param workDirectory where it may put temporary files, absolute
 * @param timeLimitSeconds how long one piece of work may take in an engine outside this process
 *     before it counts as hanging
 */
public record EngineSettings(
    int threads, String memoryLimit, String workDirectory, int timeLimitSeconds)
    implements Serializable {}
