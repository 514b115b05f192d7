package org.stillpoint.contract;

/** The values in a state of a training: weights, biases, and the velocities of both. */
public record TrainingState(Stack w, Mat b, Stack vw, Mat vb) {
}
