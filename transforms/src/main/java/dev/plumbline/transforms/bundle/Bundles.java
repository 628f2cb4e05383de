package dev.plumbline.transforms.bundle;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.TupleTag;

/** What a bundle gives out at its end: without a time, in the one window that there is. */
public final class Bundles {
  private Bundles() {}

  /** Gives out an element. */
  public static <I, O> void end(DoFn<I, O>.FinishBundleContext context, O element) {
    context.output(element, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
  }

  /** Gives out an element under a tag. */
  public static <I, O, T> void end(
      DoFn<I, O>.FinishBundleContext context, TupleTag<T> tag, T element) {
    context.output(tag, element, BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
  }
}
