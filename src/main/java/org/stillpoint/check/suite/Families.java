package org.stillpoint.check.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.generation.Architecture;
import org.stillpoint.generation.Start;

/** Kinds of questions, each made for a claim of the catalogue. */
final class Families {

    private static final int MOST_STEPS = 4;

    private static final List<Family> ALL = List.of(
            new Family(SuiteName.SMOOTH, "LAW-1", pick -> gradient(pick, pick.architecture(1), Start.RANDOM, pick.samples())),
            new Family(SuiteName.SMOOTH, "LAW-3",
                    pick -> gradient(pick, pick.architecture(1), Start.RANDOM, Math.max(2, pick.samples()))),
            new Family(SuiteName.SMOOTH, "LAW-4", pick -> gradient(pick, pick.architecture(2), Start.RANDOM, 1)),
            new Family(SuiteName.SMOOTH, "LAW-5", Families::withoutBiases),
            new Family(SuiteName.SMOOTH, "LAW-6", pick -> gradient(pick, pick.architecture(1), Start.RANDOM, 1)),
            new Family(SuiteName.SMOOTH, "LAW-8", pick -> gradient(pick, pick.architecture(2), Start.RANDOM, pick.samples())),
            new Family(SuiteName.KINKS, "LAW-2", pick -> gradient(pick, pick.architecture(1), Start.RANDOM, pick.samples())),
            new Family(SuiteName.STARTS, "ZERO-1", pick -> gradient(pick, pick.architecture(2), Start.ZEROS, pick.samples())),
            new Family(SuiteName.STARTS, "SYM-1", pick -> gradient(pick, twins(pick), Start.TWINS, pick.samples())),
            new Family(SuiteName.STARTS, "PART-1", pick -> gradient(pick, pick.architecture(2), Start.ZERO_LAST, pick.samples())),
            new Family(SuiteName.STARTS, "PART-2",
                    pick -> gradient(pick, pick.architecture(2), Start.ZERO_FIRST, pick.samples())),
            new Family(SuiteName.STARTS, "PART-6", pick -> gradient(pick, pick.architecture(2), Start.BIASES, pick.samples())),
            new Family(SuiteName.STARTS, "PART-8", Families::deadUnit),
            new Family(SuiteName.STARTS, "PART-9", Families::zeroFeature),
            new Family(SuiteName.STARTS, "LAW-1", Families::narrow),
            new Family(SuiteName.TRAINING, "LAW-7", pick -> training(pick, pick.architecture(1), Start.RANDOM, 1)),
            new Family(SuiteName.TRAINING, "",
                    pick -> withMomentum(4, training(pick, pick.architecture(1), Start.RANDOM, steps(pick)))),
            new Family(SuiteName.TRAINING, "",
                    pick -> withDecay(training(pick, pick.architecture(1), Start.RANDOM, steps(pick)))),
            new Family(SuiteName.TRAINING, "", pick -> training(pick, pick.architecture(2), Start.RANDOM, steps(pick))),
            new Family(SuiteName.TRAINING, "",
                    pick -> withDecay(withMomentum(2, training(pick, pick.architecture(2), Start.RANDOM, steps(pick))))),
            new Family(SuiteName.TRAINING, "ZERO-2", pick -> training(pick, pick.architecture(2), Start.ZEROS, steps(pick))),
            new Family(SuiteName.TRAINING, "SYM-2",
                    pick -> withMomentum(2, training(pick, twins(pick), Start.TWINS, steps(pick)))));

    /**
     * A kind of questions.
     *
     * @param claim empty for none
     */
    record Family(SuiteName suite, String claim, Maker maker) {

        /** One of its questions, if the program takes such. */
        Optional<Case> draw(Picker pick) {
            return maker.make(pick).map(question -> new Case(Optional.of(claim).filter(id -> !id.isEmpty()), question));
        }
    }

    /** Makes a question; none if the program has nothing for it. */
    @FunctionalInterface
    interface Maker {

        Optional<Question> make(Picker pick);
    }

    private Families() {
    }

    static List<Family> of(SuiteName suite) {
        return suite == SuiteName.ALL ? ALL : ALL.stream().filter(family -> family.suite == suite).toList();
    }

    static Optional<Question> gradient(Picker pick, Architecture architecture, Start start, int samples) {
        if (!start.suits(architecture)) {
            return Optional.empty();
        }
        return pick.loss(architecture).map(loss -> new GradientQuestion(start.network(architecture, numbers(pick, start)),
                pick.draws().data(architecture, Math.min(samples, pick.ability().maxSamples()), loss), loss));
    }

    private static Optional<Question> training(Picker pick, Architecture architecture, Start start, int steps) {
        if (!start.suits(architecture)) {
            return Optional.empty();
        }
        return pick.loss(architecture).map(loss -> trainingWith(pick, architecture, start, loss, steps));
    }

    private static Question trainingWith(Picker pick, Architecture architecture, Start start, Loss loss, int steps) {
        int samples = pick.samples();
        return new TrainingQuestion(start.network(architecture, numbers(pick, start)),
                pick.draws().data(architecture, samples, loss), pick.settings(loss, steps, samples));
    }

    private static Supplier<BigFraction> numbers(Picker pick, Start start) {
        return () -> Stream.generate(pick.draws()::number).filter(start::takes).findFirst().orElseThrow();
    }

    /** One over a power of 2: 1/2 alone would not tell m from 1 - m. */
    private static Optional<Question> withMomentum(int quotient, Optional<Question> training) {
        return withSettings(training, settings -> settings.withMomentum(new BigFraction(1, quotient)));
    }

    private static Optional<Question> withDecay(Optional<Question> training) {
        return withSettings(training, settings -> settings.withWeightDecay(new BigFraction(1, 4)));
    }

    private static Optional<Question> withSettings(Optional<Question> training, UnaryOperator<Settings> change) {
        return training.map(TrainingQuestion.class::cast).map(question ->
                new TrainingQuestion(question.network(), question.data(), change.apply(question.settings())));
    }

    private static int steps(Picker pick) {
        return pick.draws().between(2, MOST_STEPS);
    }

    private static Optional<Question> withoutBiases(Picker pick) {
        Architecture drawn = pick.architecture(2);
        return !pick.mayLeaveOutBiases() ? Optional.empty()
                : gradient(pick, pick.architecture(drawn.widths(), drawn.hidden(), false), Start.RANDOM, 1);
    }

    private static Architecture twins(Picker pick) {
        Architecture drawn = pick.architecture(2);
        List<Integer> widths = new ArrayList<>(drawn.widths());
        for (int l = 1; l < widths.size() - 1; l++) {
            widths.set(l, Math.max(2, widths.get(l)));
        }
        return pick.architecture(widths, drawn.hidden(), drawn.bias());
    }

    /** The first unit of the first layer has a bias that no input outweighs. */
    private static Optional<Question> deadUnit(Picker pick) {
        return gradient(pick, pick.architecture(2), Start.RANDOM, pick.samples()).filter(question ->
                question.network().layers().size() > 1 && question.network().layers().get(0).bias().isPresent()).map(question -> {
                    List<Layer> layers = new ArrayList<>(question.network().layers());
                    Layer first = layers.get(0);
                    List<BigFraction> bias = new ArrayList<>(first.bias().orElseThrow().entries());
                    bias.set(0, new BigFraction(-16));
                    layers.set(0, new Layer(first.weights(), Optional.of(new Vector(bias)), first.activation()));
                    return question.withNetwork(new Network(layers));
                });
    }

    private static Optional<Question> zeroFeature(Picker pick) {
        return gradient(pick, pick.architecture(1), Start.RANDOM, pick.samples()).map(question -> {
            List<Vector> inputs = question.data().inputs().stream().map(x -> {
                List<BigFraction> entries = new ArrayList<>(x.entries());
                entries.set(0, BigFraction.ZERO);
                return new Vector(entries);
            }).toList();
            return question.withData(new DataSet(inputs, question.data().targets()));
        });
    }

    /** One unit a layer, one sample. */
    private static Optional<Question> narrow(Picker pick) {
        Architecture drawn = pick.architecture(1);
        return gradient(pick, pick.architecture(drawn.widths().stream().map(width -> 1).toList()), Start.RANDOM, 1);
    }
}
