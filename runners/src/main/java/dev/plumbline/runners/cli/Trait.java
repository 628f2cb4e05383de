package dev.plumbline.runners.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an option is, beside what its parser must know: it says so where it is declared. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
@interface Trait {
  /** It decides what comes in, or where results go: arms of one measurement do not differ in it. */
  boolean sameForAllArms() default false;

  /** A recording settles it: beside {@code --replay-pages} it is refused. */
  boolean settledByRecording() default false;

  /** The option without which it would change nothing; empty if there is none. */
  String needs() default "";
}
