package dev.plumbline.runners.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An option that has no part in which rows and files an export gives, so that an earlier export
 * under another value can stand for it. Whatever does not say so is thought to have one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface BesideTheRows {}
