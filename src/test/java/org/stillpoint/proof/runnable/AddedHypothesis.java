package org.stillpoint.proof.runnable;

import de.uka.ilkd.key.java.Services;
import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.TermBuilder;
import de.uka.ilkd.key.logic.op.LocationVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stillpoint.proof.prover.ContractAsRead;

/** A hypothesis that a theorem does not have, and that would weaken it. */
record AddedHypothesis(String name, Term formula) {

    /** Words of hypotheses that say already how many layers there are, or how many outputs. */
    private static final Set<String> FIX_THE_DEPTH = Set.of("oneSmallUnit", "oneHiddenLayer");
    private static final Set<String> FIX_THE_OUTPUTS = Set.of("oneHiddenLayer", "oneOutput");

    /** All that can be said of a contract's arguments: how many layers, units, outputs, steps and samples; and that a number or an index is 0. */
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
                    case "State" -> addSizes(parameter, word("stW", word("state", build.getBaseHeap(), build.var(parameter))));
                    case "Parameters" -> addSizes(parameter, word("weights", build.getBaseHeap(), build.var(parameter)));
                    case "BigFraction[][][]" -> addMatrices(parameter);
                    case "BigFraction[][]" -> addRows(parameter, build.dotLength(build.var(parameter)));
                    case "BigFraction" -> addZero(parameter, word("val", build.var(parameter)), word("qZero"));
                    case "int" -> addZero(parameter, build.var(parameter), build.zTerm(0));
                    default -> { }
                }
            }
            return hypotheses;
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
            Term units = word("rows", word("layer", weights, build.zTerm(0)));
            add(network, "has at most 2 units in its first layer", build.leq(units, build.zTerm(2)));
            add(network, "has 2 units or more in its first layer", build.geq(units, build.zTerm(2)));
            if (required.stream().noneMatch(FIX_THE_OUTPUTS::contains) && required.stream().noneMatch(FIX_THE_DEPTH::contains)) {
                add(network, "has one output", build.equals(word("rows", word("layer", weights, build.add(depth, build.zTerm(-1)))), build.zTerm(1)));
            }
        }

        /** Batches, or the weights of layers. */
        private void addMatrices(LocationVariable batches) {
            Term steps = build.dotLength(build.var(batches));
            add(batches, "has at most 2 matrices", build.leq(steps, build.zTerm(2)));
            if (required.contains("isSchedule")) {
                add(batches, "has 1 matrix or more", build.geq(steps, build.zTerm(1)));
            }
            addRows(batches, word("rows", word("layer", word("stack", build.getBaseHeap(), build.var(batches)), build.zTerm(0))));
        }

        private void addRows(LocationVariable batch, Term rows) {
            add(batch, "has at most 2 rows", build.leq(rows, build.zTerm(2)));
        }

        private void addZero(LocationVariable parameter, Term value, Term zero) {
            Term isZero = build.equals(value, zero);
            if (!contract.requires().contains(isZero)) {
                add(parameter, "is 0", isZero);
            }
        }

        private void add(LocationVariable parameter, String says, Term formula) {
            hypotheses.add(new AddedHypothesis(parameter.name() + " " + says, formula));
        }
    }
}
