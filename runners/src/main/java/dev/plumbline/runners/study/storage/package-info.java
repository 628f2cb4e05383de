/**
 * {@code storage}: CSV against Parquet: size, writing, loading, scanning, each proven and measured.
 */
@NullMarked
package dev.plumbline.runners.study.storage;

import org.jspecify.annotations.NullMarked;
