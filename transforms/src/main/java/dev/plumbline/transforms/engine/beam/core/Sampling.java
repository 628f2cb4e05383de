package dev.plumbline.transforms.engine.beam.core;

import java.io.Serializable;

/**
 * Which keys are sampled, and what for.
 *
 * @param input the input whose keys are: the largest stands for all, since what is brought together
 *     by key has mostly the same keys
 * @param oneIn in how many rows there is one whose key is sampled
 * @param partitions how many ranges the keys are to be cut into
 */
record Sampling(int input, long oneIn, int partitions) implements Serializable {}
