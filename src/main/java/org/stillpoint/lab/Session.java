package org.stillpoint.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Vector;
import org.stillpoint.generation.GenerationException;

/**
 * The trainings that a lab shows, each under a name of its own. Every answer is JSON text. What cannot be answered is answered by
 * {@code {"error": "..."}}, one line, with {@code "step"} if it is that a training cannot go on: the last step within its bounds.
 */
public final class Session {

    private static final int MAX_STEP = 1_000_000;
    private static final int MAX_POINTS = 20_000;

    private final Map<String, ExactRun> runs = new HashMap<>();

    /**
     * Begins a training in place of the one of that name.
     *
     * @param problem as {@code ProblemReader} reads it
     * @return its state before the first step, see {@link #at}
     */
    public String begin(String run, String problem) {
        return answer(() -> {
            ExactRun begun = new ExactRun(ProblemReader.read(problem));
            String state = StateText.of(begun, 0);
            runs.put(run, begun);
            return state;
        });
    }

    /** The state after this many steps, as {@code StateText} writes it. */
    public String at(String run, int step) {
        return answer(() -> StateText.of(run(run), requireStep(step)));
    }

    /**
     * Goes on until a whole epoch has changed nothing, or to the last step that is allowed.
     *
     * @return {@code {"step": 2, "still": true}}
     */
    public String until(String run, int most) {
        return answer(() -> {
            ExactRun training = run(run);
            int step = training.until(requireStep(most));
            return JsonText.object("step", String.valueOf(step), "still", String.valueOf(training.isStill(step)));
        });
    }

    /**
     * The mean loss and the accuracy after each step.
     *
     * @param last the last of these steps
     * @return {@code {"loss": ["1", ...], "accuracy": ["1/2", ...]}}, the accuracies null if the targets are no labels
     */
    public String curve(String run, int last) {
        return answer(() -> {
            ExactRun training = run(run);
            training.network(requireStep(last));
            List<Integer> steps = IntStream.rangeClosed(0, last).boxed().toList();
            return JsonText.object("loss", JsonText.array(steps, step -> JsonText.number(training.loss(step))),
                    "accuracy", JsonText.array(steps, step -> JsonText.orNull(training.accuracy(step),
                            accuracy -> JsonText.number(accuracy.share()))));
        });
    }

    /**
     * What the network after a step answers at the points of a grid; it has two inputs.
     *
     * @param grid {@code {"xs": ["-1", "0"], "ys": ["1/2"]}}
     * @return an array of one row for each y, see {@code Regions}
     */
    public String regions(String run, int step, String grid) {
        return answer(() -> {
            ExactRun training = run(run);
            Given given = new Given("grid", JsonReader.read(grid)).allowing(Set.of("xs", "ys"));
            Vector xs = given.required("xs").vector();
            Vector ys = given.required("ys").vector();
            if ((long) xs.size() * ys.size() > MAX_POINTS) {
                throw new DomainException("a grid of " + xs.size() + " by " + ys.size() + " points, expected at most "
                        + MAX_POINTS);
            }
            return Regions.of(training.network(requireStep(step)), training.problem().data(), xs, ys);
        });
    }

    private ExactRun run(String name) {
        ExactRun run = runs.get(name);
        if (run == null) {
            throw new DomainException("no run " + name + ", expected one that was begun");
        }
        return run;
    }

    private static int requireStep(int step) {
        if (step < 0 || step > MAX_STEP) {
            throw new DomainException("step " + step + ", expected one from 0 to " + MAX_STEP);
        }
        return step;
    }

    private static String answer(Supplier<String> answered) {
        try {
            return answered.get();
        } catch (PastBoundException e) {
            return JsonText.object("error", JsonText.string(e.getMessage()), "step", String.valueOf(e.step()));
        } catch (DomainException | GenerationException e) {
            return JsonText.object("error", JsonText.string(e.getMessage()));
        }
    }
}
