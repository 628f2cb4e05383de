/**
 * The local mine: a loopback HTTP server that speaks the InterMine web-service protocol over
 * generated data, or over a file of the user's.
 *
 * <p>Generated data are a pure function of a seed and a row number, so two processes with the same
 * {@link dev.plumbline.runners.mine.MineConfig} hold the same mine. {@link
 * dev.plumbline.runners.mine.LocalMine} serves it; {@link dev.plumbline.runners.mine.MineData}
 * answers the same queries without a server, for whoever must judge what a client received.
 *
 * <p>One deviation from InterMine: a query without a sort order comes in the order of the root's
 * ids, which needs no sorting, instead of the order of its views.
 */
@NullMarked
package dev.plumbline.runners.mine;

import org.jspecify.annotations.NullMarked;
