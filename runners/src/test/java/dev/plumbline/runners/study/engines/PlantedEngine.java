package dev.plumbline.runners.study.engines;

import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.study.engines.WrongEngine.Defect;
import dev.plumbline.transforms.engine.Engine;

/** A fork whose engine has a defect: one class for each, since a fork is told no more than that. */
abstract class PlantedEngine extends EngineChild {
  abstract Defect defect();

  @Override
  protected final Engine engine(ForkPlan fork, EnginesOptions options) {
    return new WrongEngine(super.engine(fork, options), defect());
  }

  /** Loses a row. */
  public static final class LostRow extends PlantedEngine {
    @Override
    Defect defect() {
      return Defect.LOST_ROW;
    }
  }

  /** Writes another order. */
  public static final class OtherOrder extends PlantedEngine {
    @Override
    Defect defect() {
      return Defect.OTHER_ORDER;
    }
  }

  /** Adds up one more. */
  public static final class ScoreOffByOne extends PlantedEngine {
    @Override
    Defect defect() {
      return Defect.SCORE_OFF_BY_ONE;
    }
  }

  /** Reads nothing. */
  public static final class ScansNothing extends PlantedEngine {
    @Override
    Defect defect() {
      return Defect.SCANS_NOTHING;
    }
  }

  /** Writes nothing. */
  public static final class WritesNothing extends PlantedEngine {
    @Override
    Defect defect() {
      return Defect.WRITES_NOTHING;
    }
  }
}
