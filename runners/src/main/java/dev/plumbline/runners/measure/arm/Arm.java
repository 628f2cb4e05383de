package dev.plumbline.runners.measure.arm;

/** One of the ways that are measured against each other. */
public sealed interface Arm permits PipelineArm, WorkArm, CommandArm {
  /** What it is called in tables and records; no two arms of an experiment share it. */
  String name();
}
