package dev.plumbline.transforms.engine;

import java.io.Serializable;

/**
 * What an engine says of itself, once it is ready.
 *
 * @param name its name
 * @param version its own version, as it reports it
 * @param threads how many threads it may use
 * @param memoryLimit what it may hold in memory, such as {@code 1GB}; empty where it knows no limit
 */
public record EngineFacts(String name, String version, int threads, String memoryLimit)
    implements Serializable {}
