/** A web service that misbehaves by script, for tests of clients. */
@NullMarked
package dev.plumbline.runners.mine.scripted;

import org.jspecify.annotations.NullMarked;
