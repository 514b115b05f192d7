package org.stillpoint.check.planted;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.check.diagnosis.Judge;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.question.Respondents;
import org.stillpoint.check.suite.SuiteName;
import org.stillpoint.check.verdict.Verdict;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/**
 * A program of some style to be judged.
 *
 * @param outputs activations of the last layer
 */
record Subject(Style style, Ways ways, List<Planted> mistakes, List<Activation> activations, List<Activation> outputs, Loss loss,
               boolean trains, boolean reportsOutputs, Biases biases) {

    private static final int CASES = 60;
    private static final long SEED = 7;

    /** Relu networks with squared loss; only gradients. */
    static Subject of(Style style, String... mistakes) {
        return new Subject(style, Ways.usual(), Arrays.stream(mistakes).map(Planted::everywhere).toList(),
                List.of(Activation.RELU), List.of(Activation.IDENTITY), Loss.SQUARED, false, true, Biases.OPTIONAL);
    }

    boolean makes(String mistake) {
        return mistakes.stream().anyMatch(planted -> planted.mistake().equals(mistake));
    }

    Subject in(Planted.Where where) {
        return planted(mistakes.stream().map(planted -> new Planted(planted.mistake(), where)).toList());
    }

    Subject and(String mistake, Planted.Where where) {
        return planted(Stream.concat(mistakes.stream(), Stream.of(new Planted(mistake, where))).toList());
    }

    private Subject planted(List<Planted> others) {
        return new Subject(style, ways, others, activations, outputs, loss, trains, reportsOutputs, biases);
    }

    Subject ways(Ways other) {
        return new Subject(style, other, mistakes, activations, outputs, loss, trains, reportsOutputs, biases);
    }

    Subject with(Activation... hidden) {
        return new Subject(style, ways, mistakes, List.of(hidden), outputs, loss, trains, reportsOutputs, biases);
    }

    Subject output(Activation... last) {
        return new Subject(style, ways, mistakes, activations, List.of(last), loss, trains, reportsOutputs, biases);
    }

    Subject loss(Loss other) {
        return new Subject(style, ways, mistakes, activations, outputs, other, trains, reportsOutputs, biases);
    }

    Subject training() {
        return new Subject(style, ways, mistakes, activations, outputs, loss, true, reportsOutputs, biases);
    }

    Subject silent() {
        return new Subject(style, ways, mistakes, activations, outputs, loss, trains, false, biases);
    }

    Subject biases(Biases other) {
        return new Subject(style, ways, mistakes, activations, outputs, loss, trains, reportsOutputs, other);
    }

    private Ability ability() {
        return new Ability(toString(), style.arithmetic(), activations, List.of(loss), true, trains, 1, 3, 64, biases, false,
                outputs, Ability.DEFAULT_ULPS);
    }

    Verdict judged() {
        Respondents fresh = () -> new InProcess(ability(), style.program(ways, mistakes), reportsOutputs);
        return Judge.judge(fresh, trains ? SuiteName.TRAINING : SuiteName.ALL, CASES, SEED);
    }

    @Override
    public String toString() {
        return style.name().toLowerCase() + mistakes;
    }
}
