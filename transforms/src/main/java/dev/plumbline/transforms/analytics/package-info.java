/** What analytics and transform find out: the grouped, joined and scored relation. */
@NullMarked
package dev.plumbline.transforms.analytics;

import org.jspecify.annotations.NullMarked;
