package dev.plumbline.transforms.artifact;

import java.time.Instant;

/**
 * What artifacts were made of.
 *
 * @param scenario the scenario's name
 * @param input what tells the rows' origin from all others, as {@link StreamKey} has it; empty in
 *     manifests that are older than that
 * @param queryHash SHA-256 of the query's XML, in hexadecimal
 * @param source the mine's address, or what else the rows come from
 * @param contentDigest the judge's content digest of the rows, in hexadecimal; empty if unknown
 * @param modelDigest SHA-256 of the mine's model document, in hexadecimal; empty if unknown
 * @param createdAt when
 */
public record ArtifactOrigin(
    String scenario,
    String input,
    String queryHash,
    String source,
    String contentDigest,
    String modelDigest,
    Instant createdAt) {}
