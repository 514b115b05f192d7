package org.stillpoint.proof.runnable;

import de.uka.ilkd.key.java.Services;
import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.TermBuilder;
import de.uka.ilkd.key.logic.op.LocationVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.proof.prover.ContractAsRead;

/** A hypothesis that a theorem does not have, and that would weaken it. */
record AddedHypothesis(String name, Term formula) {

    /** Words of hypotheses that say already how many layers there are, how many outputs, or how many units in each layer. */
    private static final Set<String> FIX_THE_DEPTH = Set.of("isNetworkOfSmallUnit", "hasOneHiddenLayer", "isOfDepthTwo",
            "isZeroLayer", "isScaledAt");
    private static final Set<String> FIX_THE_OUTPUTS = Set.of("hasOneHiddenLayer", "hasOneOutput");
    private static final Set<String> FIX_THE_UNITS = Set.of("isChainOfEqualWeights");

    /**
     * All that can be said of a contract's arguments: how many layers, units, outputs, steps and samples; and that a number or an
     * index is 0.
     */
    static List<AddedHypothesis> of(ContractAsRead contract) {
        return new Maker(contract).all();
    }

    private static final class Maker {

        private final ContractAsRead contract;
        private final Services services;
        private final TermBuilder build;
        private final List<AddedHypothesis> hypotheses = new ArrayList<>();
        private final List<String> required = new ArrayList<>();

        Maker(ContractAsRead contract) {
            this.contract = contract;
            services = contract.services();
            build = services.getTermBuilder();
            contract.requires().forEach(part -> required.addAll(ContractAsRead.functions(part)));
        }

        List<AddedHypothesis> all() {
            for (LocationVariable parameter : contract.variables().params) {
                String type = parameter.sort().name().toString().replaceAll(".*\\.", "");
                switch (type) {
                    case "State" -> addSizes(parameter, word("weightsOf", ofObject("state", parameter)));
                    case "Parameters" -> addSizes(parameter, ofObject("weights", parameter));
                    case "LearningRule" -> addRule(parameter);
                    case "Schedule" -> {
                        addMatrices(parameter, "samples", ofObject("samplesOf", parameter));
                        addMatrices(parameter, "targets", ofObject("targetsOf", parameter));
                    }
                    case "SmallUnit" -> addUnit(parameter);
                    case "Program" -> addSlots(parameter);
                    case "int[]" -> addIndices(parameter);
                    case "boolean[]" -> addMarks(parameter);
                    case "Feed" -> add(parameter, "gives slot 1 the same in the first two steps", build.equals(
                            word("fed", build.var(parameter), build.zTerm(0), build.zTerm(1)),
                            word("fed", build.var(parameter), build.zTerm(1), build.zTerm(1))));
                    case "BigFraction[][][]" -> addMatrices(parameter, "", ofObject("stack", parameter));
                    case "BigFraction[][]" -> addRows(parameter, "", build.dotLength(build.var(parameter)));
                    case "BigFraction" -> addZero(parameter, "", word("val", build.var(parameter)), word("qZero"));
                    case "int" -> addZero(parameter, "", build.var(parameter), build.zTerm(0));
                    default -> { }
                }
            }
            return hypotheses;
        }

        private void addSlots(LocationVariable program) {
            Term given = word("givenSlots", ofObject("codeOf", program));
            Term slots = word("slots", ofObject("codeOf", program));
            add(program, "has at most 6 slots", build.leq(slots, build.zTerm(6)));
            add(program, "has 5 slots or more", build.geq(slots, build.zTerm(5)));
            add(program, "is given 2 slots at most", build.leq(given, build.zTerm(2)));
            add(program, "is given 2 slots or more", build.geq(given, build.zTerm(2)));
        }

        private Optional<Term> lastSlot() {
            return contract.variables().params.stream()
                    .filter(parameter -> parameter.sort().name().toString().endsWith("Program"))
                    .findFirst().map(program -> build.add(word("slots", ofObject("codeOf", program)), build.zTerm(-1)));
        }

        /** Of slots of a program; other lists of indices are given in full by what they have to do. */
        private void addIndices(LocationVariable indices) {
            lastSlot().ifPresent(last -> {
                add(indices, "has 2 entries at most", build.leq(build.dotLength(build.var(indices)), build.zTerm(2)));
                add(indices, "has 3 entries or more", build.geq(build.dotLength(build.var(indices)), build.zTerm(3)));
            });
        }

        private void addMarks(LocationVariable marks) {
            lastSlot().ifPresent(last -> {
                Term marked = build.equals(word("isMarked", ofObject("marks", marks), last), build.TRUE());
                add(marks, "marks the last slot", marked);
                add(marks, "does not mark the last slot", build.not(marked));
            });
        }

        private Term word(String name, Term... arguments) {
            return build.func(services.getNamespaces().functions().lookup(name), arguments);
        }

        private void addSizes(LocationVariable network, Term weights) {
            Term depth = word("depth", weights);
            if (required.stream().noneMatch(FIX_THE_DEPTH::contains)) {
                add(network, "has at most 3 layers", build.leq(depth, build.zTerm(3)));
                add(network, "has 3 layers or more", build.geq(depth, build.zTerm(3)));
            }
            if (required.stream().anyMatch(FIX_THE_UNITS::contains)) {
                return;
            }
            Term units = word("rows", word("layer", weights, build.zTerm(0)));
            add(network, "has at most 2 units in its first layer", build.leq(units, build.zTerm(2)));
            add(network, "has 2 units or more in its first layer", build.geq(units, build.zTerm(2)));
            if (required.stream().noneMatch(FIX_THE_OUTPUTS::contains) && required.stream().noneMatch(FIX_THE_DEPTH::contains)) {
                add(network, "has one output",
                        build.equals(word("rows", word("layer", weights, build.add(depth, build.zTerm(-1)))), build.zTerm(1)));
            }
        }

        /** What a word says of an object, as it is in the memory now. */
        private Term ofObject(String word, LocationVariable object) {
            return word(word, build.getBaseHeap(), build.var(object));
        }

        private void addRule(LocationVariable rule) {
            Map.of("kappa", "hasNoSlopeAtTheKink", "momentum", "hasNoMomentum", "decay", "hasNoDecay")
                    .forEach((number, isZero) -> {
                if (!required.contains(isZero)) {
                    addZero(rule, number, ofObject(number + "Of", rule), word("qZero"));
                }
            });
        }

        private void addUnit(LocationVariable unit) {
            List.of("bias", "outgoing", "scale")
                    .forEach(number -> addZero(unit, number, ofObject(number + "Of", unit), word("qZero")));
            addZero(unit, "index", ofObject("indexOf", unit), build.zTerm(0));
        }

        /** Batches, or the weights of layers. */
        private void addMatrices(LocationVariable batches, String part, Term stack) {
            Term steps = word("depth", stack);
            add(batches, part, "has at most 2 matrices", build.leq(steps, build.zTerm(2)));
            if (!part.isEmpty()) {
                add(batches, part, "has 1 matrix or more", build.geq(steps, build.zTerm(1)));
            }
            addRows(batches, part, word("rows", word("layer", stack, build.zTerm(0))));
        }

        private void addRows(LocationVariable batch, String part, Term rows) {
            add(batch, part, "has at most 2 rows", build.leq(rows, build.zTerm(2)));
        }

        private void addZero(LocationVariable parameter, String part, Term value, Term zero) {
            Term isZero = build.equals(value, zero);
            if (!contract.requires().contains(isZero)) {
                add(parameter, part, "is 0", isZero);
            }
        }

        private void add(LocationVariable parameter, String part, String says, Term formula) {
            add(parameter, part.isEmpty() ? says : part + " " + says, formula);
        }

        private void add(LocationVariable parameter, String says, Term formula) {
            hypotheses.add(new AddedHypothesis(parameter.name() + " " + says, formula));
        }
    }
}
