package org.stillpoint.lint.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.lint.evaluation.Closeness;
import org.stillpoint.lint.evaluation.Evaluation;
import org.stillpoint.lint.evaluation.Evaluator;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.Rule;
import org.stillpoint.lint.finding.Saving;
import org.stillpoint.lint.finding.Severity;
import org.stillpoint.lint.finding.Words;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Weights;
import org.stillpoint.tensor.Tensor;

/**
 * What is told of units on data. It is computed over the rationals, with the weights of the file; training goes on from there, so
 * none of it rests on a certificate.
 */
public final class DataFindings {

    private static final int SHOWN = 4;

    private final Network network;
    private final Evaluation evaluation;
    private final String condition;
    private final List<Finding> findings = new ArrayList<>();

    private DataFindings(Network network, Tensor inputs, Evaluation evaluation) {
        this.network = network;
        this.evaluation = evaluation;
        this.condition = "only on the " + Words.count(inputs.shape().size(0), "sample") + " that were given";
    }

    /**
     * What is found.
     *
     * @param inputs samples along the first axis, at least two
     * @throws DomainException if the network takes other inputs, or is too large to be computed exactly on so much data
     * @throws IOException if the weights cannot be read
     */
    public static List<Finding> of(Network network, Tensor inputs) throws IOException {
        if (network.inputs().size() != 1) {
            throw new DomainException(network.inputs().size() + " inputs, expected a model with one");
        }
        if (inputs.shape().axes() < 2 || inputs.shape().size(0) < 2) {
            throw new DomainException("data of the shape " + inputs.shape() + ", expected two samples at least, along the first axis");
        }
        DataFindings made = new DataFindings(network, inputs, Evaluator.evaluate(network, List.of(inputs), Limits.USUAL));
        made.ofInputs();
        OnData.of(network).forEach(made::ofUnits);
        return List.copyOf(made.findings);
    }

    private void ofInputs() {
        Value input = network.inputs().get(0);
        network.layers().stream().filter(layer -> layer.inputs().contains(input)).filter(layer -> layer instanceof Layer.Dense)
                .map(layer -> (Layer.Dense) layer).findFirst().ifPresent(layer -> ofInputs(input, layer.kernel()));
    }

    private void ofInputs(Value input, Weights kernel) {
        List<Integer> zero = units(input).filter(unit -> evaluation.constant(input, unit).filter(number -> number.signum() == 0)
                .isPresent()).boxed().toList();
        if (!zero.isEmpty()) {
            add(Rule.ZERO_INPUT, Severity.WARNING, kernel, zero, "PART-9", Words.count(zero.size(), "input")
                    + (zero.size() == 1 ? " is" : " are") + " zero in every sample. The weights that read "
                    + (zero.size() == 1 ? "it" : "them") + " have no gradient on this data.", "Leave out what is always zero.");
        }
        List<List<Integer>> equal = evaluation.equalChannels(input);
        if (!equal.isEmpty()) {
            add(Rule.EQUAL_INPUTS, Severity.NOTE, kernel, equal.stream().flatMap(List::stream).sorted().toList(), "",
                    "Inputs are equal in every sample (" + shown(equal) + "). The weights that read them get equal gradients: their "
                            + "differences stay as they started, without weight decay.", "Feed one of them.");
        }
    }

    private void ofUnits(OnData units) {
        if (evaluation.closeness(units.passedOn()) != Closeness.EXACT) {
            return;
        }
        List<Integer> dead = units.dead(evaluation);
        if (!dead.isEmpty()) {
            boolean all = dead.size() == units.passedOn().channels().size();
            add(Rule.DEAD_UNIT, Severity.WARNING, units.kernel(), dead, all && units.isNegative(evaluation) ? "DEAD-1" : "", ofAll(dead, units)
                            + " on zero in every sample.", all ? "Start the layer anew: nothing before it learns while it is dead."
                            : "Start them anew, with other biases or a smaller rate, if they are still dead after some training.");
        }
        List<Integer> constant = units.constant(evaluation).stream().filter(unit -> !dead.contains(unit)).toList();
        if (!constant.isEmpty()) {
            List<BigFraction> values = constant.stream().map(unit -> evaluation.constant(units.passedOn(), unit).orElseThrow())
                    .distinct().toList();
            add(Rule.CONSTANT_UNIT, Severity.NOTE, units.kernel(), constant, "", ofAll(constant, units)
                    + (values.size() == 1 ? " on one and the same number" : " on a number of their own")
                    + " in every sample.", "See whether the data is as varied as it should be.");
        }
        List<List<Integer>> equal = evaluation.equalChannels(units.passedOn());
        if (!equal.isEmpty()) {
            add(Rule.TWIN_UNITS, Severity.NOTE, units.kernel(), equal.stream().flatMap(List::stream).sorted().toList(), "",
                    "Units pass on the same in every sample (" + shown(equal) + ").",
                    "Nothing, if their weights differ: other data may tell them apart.");
        }
    }

    private static String ofAll(List<Integer> units, OnData of) {
        return Words.number(units.size()) + " of the " + Words.count(of.passedOn().channels().size(), "unit")
                + (units.size() == 1 ? " passes" : " pass");
    }

    private void add(Rule rule, Severity severity, Weights kernel, List<Integer> units, String claim, String says, String advice) {
        findings.add(new Finding(rule, severity, kernel.name(), units, claim, false, condition, says, advice, Saving.NONE, ""));
    }

    private static IntStream units(Value value) {
        return IntStream.range(0, value.channels().size());
    }

    private static String shown(List<List<Integer>> classes) {
        String first = classes.stream().limit(SHOWN).map(units -> units.stream().limit(SHOWN).map(String::valueOf)
                .collect(Collectors.joining(" = ")) + (units.size() > SHOWN ? " = " + (units.size() - SHOWN) + " more" : ""))
                .collect(Collectors.joining("; "));
        return classes.size() > SHOWN ? first + "; and " + (classes.size() - SHOWN) + " more" : first;
    }
}
