package org.stillpoint.proof.wording;

import de.uka.ilkd.key.java.Services;
import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.AbstractTermTransformer;
import de.uka.ilkd.key.logic.op.Equality;
import de.uka.ilkd.key.logic.op.Junctor;
import de.uka.ilkd.key.logic.op.LocationVariable;
import de.uka.ilkd.key.logic.op.LogicVariable;
import de.uka.ilkd.key.logic.op.Quantifier;
import de.uka.ilkd.key.speclang.Contract.OriginalVariables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.proof.prover.ContractAsRead;

/**
 * A term of a contract as KeY has it, in words. Every operator and every argument of it leaves its trace in the words; an
 * operator that there are no words for is an error.
 */
final class TermInWords {

    private static final int LONG = 3;

    private final Words words;
    private final Services services;
    private final OriginalVariables variables;
    private final LocationVariable now;
    private final LocationVariable before;
    /** Whether what is said is said after the call. */
    private final boolean afterwards;
    private final Map<Term, String> named = new HashMap<>();

    TermInWords(Words words, ContractAsRead contract, boolean afterwards) {
        this.words = words;
        this.afterwards = afterwards;
        services = contract.services();
        variables = contract.variables();
        now = contract.heap();
        before = contract.heapBefore();
    }

    /** A part of a precondition or a postcondition, with a name for each long state that it speaks of more than once. */
    String say(Term conjunct) {
        named.clear();
        Map<Term, Integer> states = new HashMap<>();
        count(conjunct, states);
        StringBuilder where = new StringBuilder();
        states.entrySet().stream().filter(state -> state.getValue() > 1).map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Term::toString)).forEach(state -> {
                    String name = "T" + "'".repeat(named.size());
                    where.append(", where ").append(name).append(" is ").append(phrase(state));
                    named.put(state, name);
                });
        return phrase(conjunct) + where;
    }

    private static void count(Term term, Map<Term, Integer> states) {
        if (term.sort().name().toString().equals("TrainingState") && term.arity() > LONG) {
            states.merge(term, 1, Integer::sum);
        }
        term.subs().forEach(part -> count(part, states));
    }

    private String phrase(Term term) {
        if (named.containsKey(term)) {
            return named.get(term);
        }
        if (term.op() instanceof LocationVariable variable) {
            return variable(variable);
        }
        if (term.op() instanceof LogicVariable variable) {
            return variable.name().toString();
        }
        if (term.op() == Equality.EQUALS) {
            return equality(term.sub(0), term.sub(1), "is");
        }
        if (term.op() instanceof Quantifier quantifier && quantifier == Quantifier.ALL) {
            return "for every " + term.boundVars().get(0).sort() + " " + term.boundVars().get(0).name() + ": "
                    + phrase(term.sub(0));
        }
        return term.op() instanceof Junctor ? junction(term) : function(term);
    }

    private String variable(LocationVariable variable) {
        if (variable.equals(variables.result)) {
            return "the result";
        }
        if (variable.equals(variables.self)) {
            return "this";
        }
        if (!variables.params.contains(variable)) {
            throw new IllegalStateException(variable + " is no argument and no result");
        }
        return variable.name().toString();
    }

    private String equality(Term left, Term right, String is) {
        if (left.op().equals(variables.exception) && isNull(right)) {
            return is.equals("is") ? "no exception is thrown" : "an exception is thrown";
        }
        String name = left.op().name().toString();
        if (name.endsWith("::exactInstance") && right.equals(services.getTermBuilder().TRUE())) {
            return phrase(left.sub(0)) + " " + is + " exactly of the class "
                    + name.replaceAll("::exactInstance$|.*\\.(?=\\w+::)", "");
        }
        if (name.equals("boolean::select") && left.sub(2).op().name().toString().equals("java.lang.Object::<created>")
                && left.sub(0).op().equals(before) && right.equals(services.getTermBuilder().FALSE())) {
            return phrase(left.sub(1)) + (is.equals("is") ? " did not exist before" : " existed before");
        }
        return Words.inBrackets(phrase(left)) + " " + is + " " + (isNull(right) ? "null" : Words.inBrackets(phrase(right)));
    }

    private boolean isNull(Term term) {
        return term.equals(services.getTermBuilder().NULL());
    }

    private String junction(Term term) {
        if (term.op() == Junctor.NOT) {
            Term denied = term.sub(0);
            return denied.op() == Equality.EQUALS ? equality(denied.sub(0), denied.sub(1), "is not")
                    : "it is not so that " + Words.inBrackets(phrase(denied));
        }
        if (term.op() == Junctor.IMP) {
            return "if " + Words.inBrackets(phrase(term.sub(0))) + ", then " + Words.inBrackets(phrase(term.sub(1)));
        }
        if (term.op() == Junctor.AND || term.op() == Junctor.OR) {
            return String.join(term.op() == Junctor.AND ? " and " : " or ",
                    ContractAsRead.flat(term, (Junctor) term.op()).stream().map(part -> Words.inBrackets(phrase(part))).toList());
        }
        if (term.op() == Junctor.TRUE) {
            return "nothing";
        }
        throw new IllegalStateException("no words for " + term.op());
    }

    private String function(Term term) {
        String name = term.op().name().toString();
        if (name.equals("Z")) {
            return AbstractTermTransformer.convertToDecimalString(term, services);
        }
        if (name.endsWith("::select") && term.sub(2).op().name().toString().equals("arr")) {
            return "entry " + index(term.sub(2).sub(0)) + " of " + object(term.sub(1), term.sub(0));
        }
        if (name.endsWith("::select") && term.sub(2).arity() == 0 && term.sub(2).op().name().toString().contains("::$")) {
            return "the " + term.sub(2).op().name().toString().replaceFirst(".*::\\$", "") + " of "
                    + object(term.sub(1), term.sub(0));
        }
        List<String> arguments = new ArrayList<>();
        boolean readsMemory = term.arity() > 0 && term.sub(0).sort().equals(now.sort());
        for (Term argument : term.subs().toList().subList(readsMemory ? 1 : 0, term.arity())) {
            arguments.add(readsMemory && isObject(argument) ? object(argument, term.sub(0)) : phrase(argument));
        }
        return words.say(name, arguments);
    }

    /** An index that is itself an entry of something stands in brackets. */
    private String index(Term term) {
        String index = phrase(term);
        return index.contains(" of ") ? "(" + index + ")" : index;
    }

    private boolean isObject(Term term) {
        return term.sort().extendsTrans(services.getJavaInfo().objectSort());
    }

    /**
     * An object in a state of the memory: without a word of it where there is only one, before the call, or after it for the
     * result.
     */
    private String object(Term object, Term memory) {
        if (!memory.op().equals(now) && !memory.op().equals(before)) {
            throw new IllegalStateException("no words for " + memory);
        }
        boolean isBefore = !afterwards || memory.op().equals(before);
        boolean isResult = object.op().equals(variables.result);
        return phrase(object) + (isBefore == isResult ? isBefore ? " as it was before" : " as it is then" : "");
    }
}
