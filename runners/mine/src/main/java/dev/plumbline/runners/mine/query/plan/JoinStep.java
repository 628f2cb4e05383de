package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.Members;
import java.util.function.LongUnaryOperator;

/**
 * Goes from an object to each of those that a collection of it holds.
 *
 * @param slot gets the row of each
 * @param before where the owner of the collection stands
 * @param members rows by the owner's row
 * @param narrowing from such a row to the slot's, negative for one that is left out
 */
public record JoinStep(int slot, Place before, Members members, LongUnaryOperator narrowing) {}
