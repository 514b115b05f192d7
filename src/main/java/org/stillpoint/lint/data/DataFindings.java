package org.stillpoint.lint.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.lint.evaluation.Closeness;
import org.stillpoint.lint.evaluation.Evaluation;
import org.stillpoint.lint.evaluation.Evaluator;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.finding.Basis;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.Rule;
import org.stillpoint.lint.finding.Saving;
import org.stillpoint.lint.finding.Severity;
import org.stillpoint.lint.finding.Words;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * What is told of units on data. It is computed over the rationals, with the weights of the file; training goes on from there, so
 * none of it rests on a certificate. What is known whatever the data are is not told again, nor is what follows from what is told
 * of a layer before.
 */
public final class DataFindings {

    private static final int SHORT = 32;

    private final Network network;
    private final Evaluation evaluation;
    private final Told told;
    private final String samples;
    private final List<Finding> findings = new ArrayList<>();

    private DataFindings(Network network, Tensor inputs, Evaluation evaluation, Told told) {
        this.network = network;
        this.evaluation = evaluation;
        this.told = told;
        this.samples = "the data are the " + Words.count(inputs.shape().size(0), "sample") + " that were given";
    }

    /**
     * What is found.
     *
     * @param inputs samples along the first axis, at least two, not all of them the same
     * @param facts what is known of the network
     * @throws DomainException if the network takes other inputs, or is too large to be computed exactly on so much data
     * @throws IOException if the weights cannot be read
     */
    public static List<Finding> of(Network network, Tensor inputs, List<Fact> facts) throws IOException {
        if (network.inputs().size() != 1) {
            throw new DomainException("a model with " + Words.count(network.inputs().size(), "input") + ", expected one with 1");
        }
        if (inputs.shape().axes() < 2 || inputs.shape().size(0) < 2) {
            throw new DomainException("data of the shape " + inputs.shape()
                    + ", expected two samples at least, along the first axis");
        }
        requireFeatures(network.inputs().get(0), inputs.shape());
        int size = inputs.shape().entries() / inputs.shape().size(0);
        if (IntStream.range(size, inputs.shape().entries()).allMatch(at -> inputs.entry(at).equals(inputs.entry(at % size)))) {
            throw new DomainException("samples that are all the same, expected some that differ");
        }
        DataFindings made = new DataFindings(network, inputs, Evaluator.evaluate(network, List.of(inputs), Limits.USUAL),
                new Told(facts));
        made.ofInputs();
        OnData.of(network).forEach(made::ofUnits);
        return List.copyOf(made.findings);
    }

    private static void requireFeatures(Value input, Shape shape) {
        int axis = input.axis() < 0 ? shape.axes() + input.axis() : input.axis();
        if (axis < 1 || axis >= shape.axes() || shape.size(axis) != input.channels().size()) {
            throw new DomainException("data of the shape " + shape + ", expected samples along the first axis and "
                    + Words.count(input.channels().size(), "feature") + " along "
                    + (axis == shape.axes() - 1 ? "the last one" : "axis " + input.axis() + ", counted from 0"));
        }
    }

    private void ofInputs() {
        Value input = network.inputs().get(0);
        network.layers().stream().filter(layer -> layer.inputs().contains(input)).filter(layer -> layer instanceof Layer.Dense)
                .map(layer -> (Layer.Dense) layer).findFirst().ifPresent(layer -> ofInputs(input, layer.kernel()));
    }

    private void ofInputs(Value input, Weights kernel) {
        List<Integer> zero = IntStream.range(0, input.channels().size())
                .filter(unit -> evaluation.constant(input, unit).filter(number -> number.signum() == 0).isPresent()).boxed()
                        .toList();
        if (!zero.isEmpty()) {
            boolean one = zero.size() == 1;
            add(Rule.ZERO_INPUT, Severity.WARNING, kernel, zero, "PART-9", samples + "; no weight decay",
                    Words.count(zero.size(), "input") + (one ? " is" : " are") + " zero in every sample. The weights that read "
                            + (one ? "it" : "them") + " have no gradient and stay as they are.",
                                    "Leave out what is always zero.");
        }
        List<List<Integer>> equal = evaluation.equalChannels(input);
        if (!equal.isEmpty()) {
            add(Rule.EQUAL_INPUTS, Severity.NOTE, kernel, together(equal), "", samples + "; no weight decay",
                    "Inputs are equal in every sample (" + Words.classes(equal)
                            + "). The weights that read them get equal gradients: their "
                            + "differences stay as they started.", "Feed one of them.");
        }
    }

    private void ofUnits(OnData units) {
        Closeness closeness = evaluation.closeness(units.passedOn());
        if (closeness == Closeness.DRAWN) {
            return;
        }
        String condition = samples + (closeness == Closeness.EXACT ? ""
                : "; values that are no fractions, here rounded to 128 bits, do not change what is said");
        List<Integer> dead = untold(units, units.dead(evaluation, false));
        ofDead(units, dead, condition);
        ofConstant(units, untold(units, units.constant(evaluation)).stream().filter(unit -> !dead.contains(unit)).toList(),
                condition);
        List<List<Integer>> equal = evaluation.equalChannels(units.passedOn()).stream()
                .filter(Predicate.not(alike -> told.areEqual(units, alike))).toList();
        if (!equal.isEmpty()) {
            add(Rule.TWIN_UNITS, Severity.NOTE, units.kernel(), together(equal), "", condition,
                    "Units pass on the same in every sample (" + Words.classes(equal) + ").",
                    "Nothing, if their weights differ: other data may tell them apart.");
        }
    }

    private void ofDead(OnData units, List<Integer> dead, String condition) {
        if (dead.isEmpty()) {
            return;
        }
        boolean all = dead.size() == units.size();
        boolean one = dead.size() == 1;
        boolean strictly = units.dead(evaluation, true).containsAll(dead);
        add(Rule.DEAD_UNIT, Severity.WARNING, units.kernel(), dead, all && strictly && units.isOfRelu() ? "DEAD-1" : "",
                condition + (strictly ? "" : "; the derivative of ReLU at 0 is 0, as frameworks take it"),
                part(units, dead) + (one ? " is" : " are") + " dead in every sample: " + (units.isOfRelu()
                        ? "nothing above 0 ever comes into ReLU" : "nothing above the lower bound ever comes into the activation")
                        + " there, so that no gradient comes back.",
                all ? "Start the layer anew: nothing before it learns while it is dead."
                        : "Start " + (one ? "it" : "them") + " anew, with another bias or a smaller rate, if "
                        + (one ? "it is" : "they are") + " still dead after some training.");
    }

    private void ofConstant(OnData units, List<Integer> constant, String condition) {
        if (constant.isEmpty()) {
            return;
        }
        List<BigFraction> values = constant.stream().map(unit -> evaluation.constant(units.passedOn(), unit).orElseThrow())
                .distinct().toList();
        boolean one = constant.size() == 1;
        String number = values.size() > 1 ? "a number of its own" : ExactNumber.bits(values.get(0)) > SHORT ? "the same number"
                : ExactNumber.write(values.get(0));
        add(Rule.CONSTANT_UNIT, Severity.NOTE, units.kernel(), constant, "", condition,
                part(units, constant) + (one ? " passes" : " pass") + " on " + number + " in every sample.",
                "See whether the data is as varied as it should be.");
    }

    private List<Integer> untold(OnData units, List<Integer> found) {
        return found.stream().filter(unit -> !told.isConstant(units, unit) && !units.isMadeOfConstants(evaluation, unit))
                .toList();
    }

    private static String part(OnData units, List<Integer> some) {
        return Words.number(some.size()) + " of " + (units.size() == 1 ? "1 unit" : "the " + Words.count(units.size(), "unit"));
    }

    private void add(Rule rule, Severity severity, Weights kernel, List<Integer> units, String claim, String condition,
                     String says, String advice) {
        findings.add(new Finding(rule, severity, kernel.name(), units, claim, Basis.DATA, condition, says, advice, Saving.NONE,
                ""));
    }

    private static List<Integer> together(List<List<Integer>> classes) {
        return classes.stream().flatMap(List::stream).sorted().toList();
    }
}
