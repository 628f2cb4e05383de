/**
 * Misbehaviour on request. A {@link dev.plumbline.runners.mine.faults.FaultyServer} stands in front
 * of whatever answers, asks it, and spoils what came.
 */
@NullMarked
package dev.plumbline.runners.mine.faults;

import org.jspecify.annotations.NullMarked;
