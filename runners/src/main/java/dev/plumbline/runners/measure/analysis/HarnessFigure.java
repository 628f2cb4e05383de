package dev.plumbline.runners.measure.analysis;

import dev.plumbline.runners.statistics.Summary;

/**
 * What measuring itself has cost in each fork of an arm, in seconds; the rehearsal counts, too.
 *
 * @param arm the arm's name
 * @param cycle all of it, from the fork before to its own record
 * @param harness what is neither the JVM's start nor the work: control workload, process start and
 *     end, options, journal, class loading of the harness
 */
public record HarnessFigure(String arm, Summary cycle, Summary harness) {}
