package org.stillpoint.graph.architecture;

import org.stillpoint.graph.certificate.TrainingQuestion;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.kernel.graph.Feed;

/**
 * A small network in the training that surrounds it, from a start.
 *
 * @param name what it is, in a few words
 * @param start in a few words or symbols
 * @param claim the identifier of the claim that says what becomes of it
 * @param program one step of its training
 * @param question what it can never do, whatever is fed, but for what is said here of it
 * @param feed an example of what is fed, for runs
 */
public record Architecture(String name, String start, String claim, TrainingProgram program, TrainingQuestion question,
                           Feed feed) {
}
