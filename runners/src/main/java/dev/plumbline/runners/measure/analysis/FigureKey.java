package dev.plumbline.runners.measure.analysis;

/**
 * What is compared between arms: the same scenario, size, mode and metric.
 *
 * @param scenario the pipeline, or the work of an engine; empty for commands
 * @param rows the size; 0 for commands
 * @param mode cold or warm
 * @param metric of what
 */
public record FigureKey(String scenario, long rows, Mode mode, Metric metric) {
  static FigureKey of(Observation observation) {
    return new FigureKey(
        observation.scenario(), observation.rows(), observation.mode(), observation.metric());
  }

  /** The wall time of the same in another mode. */
  FigureKey wall(Mode other) {
    return new FigureKey(scenario, rows, other, Metric.WALL);
  }
}
