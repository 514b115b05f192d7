package org.stillpoint.graph.certificate;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.graph.training.Role;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.kernel.graph.Feed;
import org.stillpoint.tensor.Content;
import org.stillpoint.tensor.Tensor;

/**
 * Asks, by names, what the training of a model can never do. Nothing is taken to be known of what it is fed but what is said
 * here.
 */
public final class TrainingQuestion {

    private final TrainingProgram training;
    private final FeedFacts feed;

    private TrainingQuestion(TrainingProgram training, FeedFacts feed) {
        this.training = training;
        this.feed = feed;
    }

    /** About a training that may be fed anything. */
    public static TrainingQuestion about(TrainingProgram training) {
        return new TrainingQuestion(training, FeedFacts.arbitrary(training.slots(Role.FED).size()));
    }

    /**
     * The same training, which is fed one of these in each step, in any order.
     *
     * @param steps all that may be fed, with the data, targets and rates of a step each
     * @throws DomainException if there is none, or one does not fit the program
     */
    public TrainingQuestion fedOneOf(List<Map<String, ?>> steps) {
        Feed each = training.feed(steps::get);
        List<List<Object>> rows = IntStream.range(0, steps.size())
                .mapToObj(row -> training.slots(Role.FED).stream().map(slot -> each.at(row, slot)).toList()).toList();
        return new TrainingQuestion(training, FeedFacts.ofData(rows, TrainingQuestion::isZero));
    }

    /** The same, and this is always zero. */
    public TrainingQuestion fedZero(String name) {
        return new TrainingQuestion(training, feed.withZero(place(name)));
    }

    /** The same, and these two are always equal. */
    public TrainingQuestion fedEqual(String name, String other) {
        return new TrainingQuestion(training, feed.withEqual(place(name), place(other)));
    }

    private int place(String name) {
        int slot = training.slot(name);
        if (training.slots().get(slot).role() != Role.FED) {
            throw new DomainException("\"" + name + "\" is not fed, expected one of "
                    + training.slots(Role.FED).stream().map(training::name).toList());
        }
        return slot - training.state();
    }

    private static boolean isZero(Object value) {
        return value instanceof Content content ? content.isZero() : Tensor.ofValue(value).isZero();
    }

    /** What never happens, however long it is trained. */
    public Findings forEver() {
        return Findings.of(question(), Horizon.FOR_EVER);
    }

    /** What does not happen in the first step. */
    public Findings inTheFirstStep() {
        return Findings.of(question(), Horizon.FIRST_STEP);
    }

    private Question question() {
        return new Question(training.program(), training.next(), training.start().toArray(), feed, TrainingQuestion::isZero,
                training::name);
    }

    /** Whether what is fed in the first steps agrees with what is said here, as the findings suppose. */
    public boolean fits(Feed fed, int steps) {
        return feed.fits(fed, training.state(), steps, TrainingQuestion::isZero);
    }
}
