/**
 * What is made of measured numbers: summaries, intervals, tests and their power. Pure functions;
 * the same input gives the same output. docs/STATISTICS.md lists the figures and the simulations
 * behind them.
 */
@NullMarked
package dev.plumbline.runners.statistics;

import org.jspecify.annotations.NullMarked;
