/**
 * Runner profiles: how a Beam pipeline is run, for measuring and for testing. A module of its own,
 * so that tests of every module run on the same runners as the product.
 */
@NullMarked
package dev.plumbline.runners.profiles;

import org.jspecify.annotations.NullMarked;
