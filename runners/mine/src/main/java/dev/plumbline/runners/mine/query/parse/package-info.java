/** A path query as it is sent, XML or JSON, read into what it says; what cannot be is refused. */
@NullMarked
package dev.plumbline.runners.mine.query.parse;

import org.jspecify.annotations.NullMarked;
