package org.stillpoint.check.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.Rounded;

/**
 * Every number on the way to the right answer.
 *
 * @param steps one for a gradient, those of a training otherwise
 */
public record Worked(List<Step> steps) {

    /**
     * One pass of a batch.
     *
     * @param samples those of the batch, by their numbers in the data, from 0
     * @param parameters before the pass, in the order of {@link org.stillpoint.domain.Network#parameters()}
     * @param passes one for each sample of the batch
     * @param gradients in the order of the parameters
     * @param velocities after the step, if it is one
     * @param moved the parameters after the step, if it is one
     */
    public record Step(List<Integer> samples, List<Rounded> parameters, List<Sample> passes, List<Rounded> gradients,
                       Optional<List<Rounded>> velocities, Optional<List<Rounded>> moved) {
    }

    /**
     * One sample through the network and back.
     *
     * @param lossSlopes the derivative of the loss by each output
     */
    public record Sample(List<Layer> layers, List<Rounded> lossSlopes) {
    }

    /** One number a unit: z, a, the slope at z, and delta, the derivative of the sample's loss by z. */
    public record Layer(List<Rounded> preactivations, List<Rounded> activations, List<Rounded> slopes, List<Rounded> deltas) {
    }

    /** As a program without a mistake calculates it; conventions that are open are the usual ones. */
    public static Worked right(Conventions conventions, Elementary elementary, Question question) {
        Conventions all = conventions.orUsual();
        Prepared prepared = new Prepared(question);
        if (question instanceof GradientQuestion) {
            List<Integer> samples = IntStream.range(0, question.data().size()).boxed().toList();
            Pass pass = Prediction.pass(RightFormulas.RIGHT, all, elementary, prepared).run();
            return new Worked(List.of(step(samples, prepared.parameters(), pass, question, Optional.empty(),
                    Optional.empty())));
        }
        List<Step> steps = new ArrayList<>();
        new Descent(RightFormulas.RIGHT, all, elementary, prepared).run((descent, before) ->
                steps.add(step(RightFormulas.RIGHT.batch(descent), before, descent.pass(), question,
                        Optional.of(descent.velocities().inOrder()), Optional.of(descent.parameters().inOrder()))));
        return new Worked(List.copyOf(steps));
    }

    private static Step step(List<Integer> samples, Parameters before, Pass pass, Question question,
                             Optional<List<Rounded>> velocities, Optional<List<Rounded>> moved) {
        List<Sample> passes = IntStream.range(0, pass.samples()).mapToObj(i -> sample(pass, i)).toList();
        return new Step(samples, before.inOrder(), passes, Parameters.made(question.network().layers(), pass::gradient).inOrder(),
                velocities, moved);
    }

    private static Sample sample(Pass pass, int i) {
        List<Layer> layers = IntStream.range(0, pass.depth()).mapToObj(l -> {
            int units = pass.units(l);
            return new Layer(each(units, j -> pass.z(i, l, j)), each(units, j -> pass.a(i, l, j)),
                    each(units, j -> pass.slope(i, l, j)), each(units, j -> pass.delta(i, l, j)));
        }).toList();
        return new Sample(layers, each(pass.outputs(), j -> pass.lossSlope(i, j)));
    }

    private static List<Rounded> each(int units, IntFunction<Rounded> number) {
        return IntStream.range(0, units).mapToObj(number).toList();
    }
}
