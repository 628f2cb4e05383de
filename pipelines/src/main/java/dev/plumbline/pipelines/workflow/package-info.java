/** The one list of workflows: whoever adds one adds its pipeline and a constant here. */
@NullMarked
package dev.plumbline.pipelines.workflow;

import org.jspecify.annotations.NullMarked;
