package org.stillpoint.teaching;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks that numbers are drawn for, by topic and by claim. */
final class Tasks {

    /** All or some weights at zero. */
    static final List<Task> ZEROS = List.of(
            new Task("All weights at zero: the gradient", "ZERO-1", ZeroTasks::gradient),
            new Task("All weights at zero: two steps", "ZERO-2", ZeroTasks::twoSteps),
            new Task("All at zero, without an output bias", "ZERO-3", ZeroTasks::withoutBias),
            new Task("What a network says that started at zero", "ZERO-4", ZeroTasks::constant),
            new Task("How often it is right", "ZERO-5", ZeroTasks::halfRight),
            new Task("Two hidden layers at zero", "ZERO-6", ZeroTasks::deep),
            new Task("Several outputs", "ZERO-7", ZeroTasks::severalOutputs),
            new Task("A balanced batch", "ZERO-9", ZeroTasks::balanced),
            new Task("Momentum and weight decay", "ZERO-12", ZeroTasks::momentum),
            new Task("Word vectors", "ZERO-15", ZeroTasks::words),
            new Task("The first layer at zero", "PART-2", PartTasks::zeroFirst),
            new Task("The last layer at zero", "PART-1", PartTasks::zeroLast),
            new Task("Only hidden biases", "PART-6", PartTasks::hiddenBiases),
            new Task("A dead unit", "PART-8", PartTasks::deadUnit),
            new Task("A feature that is always zero", "PART-9", PartTasks::zeroFeature));

    /** Units and features that training cannot tell apart. */
    static final List<Task> SYMMETRY = List.of(
            new Task("Twins", "SYM-1", SymmetryTasks::twinGradients),
            new Task("Twins for two steps", "SYM-2", SymmetryTasks::twinSteps),
            new Task("Counting distinct units", "SYM-5", SymmetryTasks::distinct),
            new Task("Different outgoing weights", "SYM-10", SymmetryTasks::parting),
            new Task("All weights equal", "Q-3", SymmetryTasks::equalWeights),
            new Task("Features that the data cannot tell apart", "DATA-1", SymmetryTasks::features),
            new Task("Exchange and train", "SYM-3", ExchangeTasks::exchange),
            new Task("Exchange and compute", "SYM-4", ExchangeTasks::sameFunction),
            new Task("Two units as one", "SYM-8", ExchangeTasks::asOne),
            new Task("The border of equal units", "SYM-9", ExchangeTasks::halfspace));

    /** Backpropagation by hand, and its laws. */
    static final List<Task> BACKPROPAGATION = List.of(
            new Task("The mean of two gradients", "LAW-3", LawTasks::parts),
            new Task("A multiple of the loss", "LAW-4", LawTasks::linear),
            new Task("Euler's identity", "LAW-5", LawTasks::euler),
            new Task("Rank one", "LAW-6", LawTasks::rank),
            new Task("What the inputs do not reach", "LAW-7", LawTasks::orthogonal),
            new Task("Balance", "LAW-8", LawTasks::balance),
            new Task("Balance of linear layers", "BAL-2", LawTasks::linearBalance),
            new Task("One sample", "LAW-6", PassTasks::oneSample),
            new Task("A batch of two", "LAW-3", PassTasks::batch),
            new Task("Absolute values", "LAW-6", PassTasks::absolute),
            new Task("Two hidden layers", "LAW-6", PassTasks::deep),
            new Task("A unit that is not active", "PART-8", PassTasks::oneInactive));

    /** ReLUs at their kinks. */
    static final List<Task> KINKS = List.of(
            new Task("A unit at its kink", "KINK-1", KinkTasks::mean),
            new Task("A kink that is not seen", "KINK-3", KinkTasks::cancelled),
            new Task("A kink that is seen", "KINK-3", KinkTasks::seen),
            new Task("Off the kinks", "LAW-1", KinkTasks::offKinks));

    /** Tasks that are too special for a sheet, or the same as another with other words. */
    private static final List<Task> OF_CLAIMS = List.of(
            new Task("A block at zero", "BLOCK-1", PartTasks::zeroBlock),
            new Task("A branch scaled by zero", "BLOCK-3", PartTasks::zeroScale),
            new Task("A dead layer", "DEAD-1", PartTasks::deadLayer),
            new Task("Equal output rows", "HEAD-1", HeadTasks::equalRows),
            new Task("A flat loss", "HEAD-2", HeadTasks::flat),
            new Task("Softmax at zero", "HEAD-3", SoftmaxTask::atZero),
            new Task("The perceptron's mistakes", "ZERO-11", HeadTasks::mistakes),
            new Task("Two rates", "RATE-1", HeadTasks::rates),
            new Task("A strict perceptron", "RATE-2", HeadTasks::strict),
            new Task("The weights will change?", "Q-1", ZeroTasks::gradient),
            new Task("Models any function?", "Q-2", ZeroTasks::constant),
            new Task("No change at all", "Q-B", ZeroTasks::twoSteps),
            new Task("The correct weights for some data?", "Q-C", ZeroTasks::halfRight));

    private Tasks() {
    }

    /** All that a sheet may hold. */
    static List<Task> all() {
        return Stream.of(ZEROS, SYMMETRY, BACKPROPAGATION, KINKS).flatMap(List::stream).toList();
    }

    /** The first task about a claim, if there is one. */
    static Optional<Task> of(String claim) {
        return Stream.concat(OF_CLAIMS.stream(), all().stream())
                .filter(task -> task.claim().equals(claim)).findFirst();
    }
}
