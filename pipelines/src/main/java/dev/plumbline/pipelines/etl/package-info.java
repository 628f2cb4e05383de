/** ETL: transform before load. */
@NullMarked
package dev.plumbline.pipelines.etl;

import org.jspecify.annotations.NullMarked;
