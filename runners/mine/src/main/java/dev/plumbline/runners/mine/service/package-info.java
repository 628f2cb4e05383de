/**
 * What an InterMine service knows besides its data: who may ask, what a request asks for, its
 * templates and its lists. Knows nothing of the query engine.
 */
@NullMarked
package dev.plumbline.runners.mine.service;

import org.jspecify.annotations.NullMarked;
