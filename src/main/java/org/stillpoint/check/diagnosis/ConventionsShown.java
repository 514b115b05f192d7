package org.stillpoint.check.diagnosis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.OpenConventionException;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.verdict.ShownConvention;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** Which case shows a convention: with those before it, it would be answered otherwise with each other way. */
final class ConventionsShown {

    private final Fit fit;
    private final Hypothesis hypothesis;
    private final Conventions conventions;
    private final List<Answered> explained;

    /** @param explained cases that the hypothesis gives with the conventions, small ones first */
    ConventionsShown(Fit fit, Hypothesis hypothesis, Conventions conventions, List<Answered> explained) {
        this.fit = fit;
        this.hypothesis = hypothesis;
        this.conventions = conventions;
        this.explained = explained;
    }

    /** Those that a program may have that declares this. */
    List<ShownConvention> of(Ability ability) {
        return Arrays.stream(Convention.values()).filter(convention -> concerns(convention, ability)).map(this::shown).toList();
    }

    private ShownConvention shown(Convention convention) {
        Optional<String> way = conventions.wayOf(convention);
        Optional<Answered> by = way.flatMap(own -> by(convention, own));
        return new ShownConvention(convention, by.flatMap(one -> way), by.map(Answered::question));
    }

    /** The case with which the last other way is out. */
    private Optional<Answered> by(Convention convention, String own) {
        Set<Integer> others = IntStream.range(0, convention.ways().size())
                .filter(way -> !convention.ways().get(way).equals(own)).boxed().collect(Collectors.toCollection(HashSet::new));
        for (Answered one : explained) {
            if (dependsOn(one, convention)) {
                others.removeIf(way -> !fit.admits(hypothesis, conventions.orUsual().with(convention, way), one));
            }
            if (others.isEmpty()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private boolean dependsOn(Answered one, Convention convention) {
        try {
            fit.admits(hypothesis, conventions.orUsual().without(convention), one);
            return false;
        } catch (OpenConventionException e) {
            return true;
        }
    }

    private static boolean concerns(Convention convention, Ability ability) {
        return switch (convention) {
            case RELU_AT_0 -> ability.activations().contains(Activation.RELU);
            case LEAKY_RELU_AT_0 -> ability.activations().stream()
                    .anyMatch(activation -> activation.id().startsWith(Activation.LEAKY_RELU.id()));
            case ABS_AT_0 -> ability.activations().contains(Activation.ABS);
            case HARD_TANH_AT_KINKS -> ability.activations().contains(Activation.HARD_TANH);
            case BATCH -> ability.maxSamples() > 1;
            case LOSS_FACTOR -> ability.losses().contains(Loss.SQUARED);
            case LOSS_OVER_OUTPUTS -> ability.losses().stream().anyMatch(loss -> loss != Loss.SQUARED);
            case HINGE_AT_1 -> ability.losses().contains(Loss.HINGE);
            case PERCEPTRON_AT_0 -> ability.losses().contains(Loss.PERCEPTRON);
            case ABSOLUTE_AT_0 -> ability.losses().contains(Loss.ABSOLUTE);
            case DECAY, DECAY_ON_BIASES, MOMENTUM -> ability.trains();
            case REPORTED_LOSS, REPORTED_FACTOR -> false;
        };
    }
}
