package org.stillpoint.proof.prover;

import de.uka.ilkd.key.java.Services;
import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.TermBuilder;
import de.uka.ilkd.key.logic.op.JFunction;
import de.uka.ilkd.key.logic.op.Junctor;
import de.uka.ilkd.key.logic.op.LocationVariable;
import de.uka.ilkd.key.speclang.Contract.OriginalVariables;
import de.uka.ilkd.key.speclang.FunctionalOperationContract;
import java.util.ArrayList;
import java.util.List;

/** A contract as KeY has it, whatever its text says. */
public final class ContractAsRead {

    private final String name;
    private final FunctionalOperationContract contract;
    private final Services services;

    ContractAsRead(String name, FunctionalOperationContract contract, Services services) {
        this.name = name;
        this.contract = contract;
        this.services = services;
    }

    public String name() {
        return name;
    }

    public FunctionalOperationContract contract() {
        return contract;
    }

    public Services services() {
        return services;
    }

    public OriginalVariables variables() {
        return contract.getOrigVars();
    }

    public LocationVariable heap() {
        return services.getTypeConverter().getHeapLDT().getHeap();
    }

    public LocationVariable heapBefore() {
        return variables().atPres.get(heap());
    }

    /** The parts of the precondition, that is, what "and" joins. */
    public List<Term> requires() {
        return conjuncts(contract.getPre());
    }

    /** The parts of the postcondition; one is that no exception is thrown. */
    public List<Term> ensures() {
        return conjuncts(contract.getPost());
    }

    private List<Term> conjuncts(Term formula) {
        return formula.op() == Junctor.TRUE ? List.of() : flat(formula, Junctor.AND);
    }

    /** The formulas that a junctor joins. */
    public static List<Term> flat(Term formula, Junctor junctor) {
        if (formula.op() != junctor) {
            return List.of(formula);
        }
        List<Term> parts = new ArrayList<>(flat(formula.sub(0), junctor));
        parts.addAll(flat(formula.sub(1), junctor));
        return parts;
    }

    /** The names of the functions and predicates of a term, from left to right. */
    public static List<String> functions(Term term) {
        List<String> functions = new ArrayList<>();
        if (term.op() instanceof JFunction function) {
            functions.add(function.name().toString());
        }
        term.subs().forEach(part -> functions.addAll(functions(part)));
        return functions;
    }

    /**
     * What KeY takes for granted in the proof of the contract or at its use, and has no part of a precondition or a postcondition
     * for.
     */
    public List<String> others() {
        OriginalVariables variables = variables();
        List<String> others = new ArrayList<>();
        addUnlessTrue(others, "free precondition", contract.getFreePre(heap(), variables.self, variables.params, variables.atPres,
                services));
        addUnlessTrue(others, "free postcondition",
                contract.getFreePost(heap(), variables.self, variables.params, variables.result, variables.exception,
                        variables.atPres, services));
        addUnlessTrue(others, "definition", contract.getGlobalDefs());
        addUnlessTrue(others, "measure", contract.getMby());
        if (contract.hasFreeModifiable(heap())) {
            others.add(name + ": free frame");
        }
        return others;
    }

    private void addUnlessTrue(List<String> others, String what, Term term) {
        if (term != null && term.op() != Junctor.TRUE) {
            others.add(name + ": " + what + " " + term);
        }
    }

    /** That no objects and numbers that Java may have there satisfy the precondition. */
    Term uncallable() {
        TermBuilder build = services.getTermBuilder();
        List<Term> callable = new ArrayList<>(List.of(build.wellFormed(heap())));
        if (variables().self != null) {
            callable.add(build.not(build.equals(build.var(variables().self), build.NULL())));
            callable.add(build.reachableValue(variables().self));
        }
        variables().params.forEach(parameter -> callable.add(build.reachableValue(parameter)));
        callable.add(contract.getPre());
        return build.not(build.and(callable));
    }
}
