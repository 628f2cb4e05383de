package dev.plumbline.runners.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a request calls a {@link ChildTask}: part of the wire between builds, where classes may have
 * any name. {@code ForkMain} knows them all. A task without it is called by its class, and only
 * within one build.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TaskName {
  /** Such as {@code measure}. */
  String value();
}
