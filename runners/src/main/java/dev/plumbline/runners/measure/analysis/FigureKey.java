package dev.plumbline.runners.measure.analysis;

/**
 * What is compared between arms: the same size, mode and metric.
 *
 * @param rows the size; 0 for commands
 * @param mode cold or warm
 * @param metric of what
 */
public record FigureKey(long rows, Mode mode, Metric metric) {
  static FigureKey of(Observation observation) {
    return new FigureKey(observation.rows(), observation.mode(), observation.metric());
  }
}
