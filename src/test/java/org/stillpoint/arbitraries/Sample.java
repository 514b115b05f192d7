package org.stillpoint.arbitraries;

/** What one try of a property is about: a training, and perhaps parts of it to look at. */
public interface Sample {

    TrainingRun run();
}
