/**
 * The result formats of an InterMine service, as bytes: how values, rows, documents and errors are
 * written, and how bodies are compressed. Knows nothing of queries or of HTTP.
 */
@NullMarked
package dev.plumbline.runners.mine.format;

import org.jspecify.annotations.NullMarked;
