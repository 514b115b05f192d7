package org.stillpoint.proof.model;

import de.uka.ilkd.key.java.Services;
import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.Equality;
import de.uka.ilkd.key.logic.op.IfThenElse;
import de.uka.ilkd.key.logic.op.JFunction;
import de.uka.ilkd.key.logic.op.Junctor;
import de.uka.ilkd.key.logic.op.LocationVariable;
import de.uka.ilkd.key.logic.op.Operator;
import de.uka.ilkd.key.logic.op.Quantifier;
import de.uka.ilkd.key.rule.Taclet;
import de.uka.ilkd.key.taclettranslation.lemma.GenericRemovingLemmaGenerator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a rule says: the formula that makes it sound, as KeY has it, with a constant for each variable of the rule.
 *
 * @param variables the constants that stand for the variables
 * @param assumptions what has to hold so that the formula says something; all that would have to hold for it to be false, but its
 *     conclusion
 * @param wishes where it says that two formulas are equivalent, what makes one of them true
 * @param branches each {@code \if} in it
 */
public record Statement(String name, Term formula, Set<JFunction> variables, List<Condition> assumptions, List<Condition> wishes,
                        Set<Term> branches) {

    /** The prefix of the constants that KeY puts in the place of a rule's variables. */
    private static final String CONSTANT = "f_";

    /** A formula and the truth value that it is to have. */
    public record Condition(Term formula, boolean holds) {

        /** A comparison of integers that are made of variables alone. */
        boolean isOfIndices() {
            return formula.op() instanceof Equality && formula.subs().stream().allMatch(Condition::isIndex);
        }

        private static boolean isIndex(Term term) {
            boolean arithmetic = Set.of("add", "sub", "Z").contains(term.op().name().toString());
            return term.sort().name().toString().equals("int")
                    && (isVariable(term.op()) || arithmetic
                            && (term.op().name().toString().equals("Z") || term.subs().stream().allMatch(Condition::isIndex)));
        }
    }

    /**
     * What some rules say.
     *
     * @param services of the problem that the rules are of
     * @throws RuntimeException if KeY cannot make a formula of one
     */
    public static List<Statement> of(List<Taclet> rules, Services services) {
        GenericRemovingLemmaGenerator generator = new GenericRemovingLemmaGenerator();
        return rules.stream().map(rule -> of(rule.name().toString(), generator.translate(rule, services).getFormula(services)))
                .toList();
    }

    private static Statement of(String name, Term formula) {
        Set<JFunction> variables = new LinkedHashSet<>();
        Set<Term> branches = new LinkedHashSet<>();
        collect(formula, variables, branches);
        List<Condition> conditions = new ArrayList<>();
        needed(formula, false, conditions);
        List<Condition> wishes = new ArrayList<>();
        conditions.stream().map(Condition::formula).filter(condition -> condition.op() == Equality.EQV)
                .forEach(equivalence -> equivalence.subs().forEach(side -> needed(side, true, wishes)));
        return new Statement(name, formula, variables, assumptions(conditions), wishes, branches);
    }

    static boolean isVariable(Operator operator) {
        return operator instanceof JFunction function && function.arity() == 0 && function.name().toString().startsWith(CONSTANT);
    }

    /** The name of the rule's variable that a constant stands for. */
    static String name(JFunction variable) {
        return variable.name().toString().substring(CONSTANT.length());
    }

    /** Where it says a word of nothing but variables. */
    List<Term> applications() {
        List<Term> applications = new ArrayList<>();
        addApplications(formula, applications);
        return applications;
    }

    private static void addApplications(Term term, List<Term> applications) {
        if (term.arity() > 0 && term.subs().stream().allMatch(sub -> isVariable(sub.op()))) {
            applications.add(term);
        }
        term.subs().forEach(sub -> addApplications(sub, applications));
    }

    /** The variables of a program that stand for the memory in which everything is, such as KeY's {@code heap}. */
    Set<LocationVariable> memories() {
        Set<LocationVariable> memories = new LinkedHashSet<>();
        addMemories(formula, memories);
        return memories;
    }

    private static void addMemories(Term term, Set<LocationVariable> memories) {
        if (term.op() instanceof LocationVariable variable) {
            memories.add(variable);
        }
        term.subs().forEach(sub -> addMemories(sub, memories));
    }

    private static void collect(Term term, Set<JFunction> variables, Set<Term> branches) {
        if (isVariable(term.op())) {
            variables.add((JFunction) term.op());
        }
        if (term.op() instanceof IfThenElse) {
            branches.add(term);
        }
        term.subs().forEach(sub -> collect(sub, variables, branches));
    }

    /** What must hold so that a formula has a truth value; where one of several would be enough, the formula itself. */
    private static void needed(Term formula, boolean holds, List<Condition> conditions) {
        Operator operator = formula.op();
        if (operator == Junctor.NOT) {
            needed(formula.sub(0), !holds, conditions);
        } else if (operator == Junctor.AND && holds || operator == Junctor.OR && !holds) {
            formula.subs().forEach(sub -> needed(sub, holds, conditions));
        } else if (operator == Junctor.IMP && !holds) {
            needed(formula.sub(0), true, conditions);
            needed(formula.sub(1), false, conditions);
        } else if (operator == Junctor.IMP && isTrivial(formula.sub(0))) {
            needed(formula.sub(1), true, conditions);
        } else if (!(holds ? Junctor.TRUE : Junctor.FALSE).equals(operator)) {
            conditions.add(new Condition(formula, holds));
        }
    }

    /** KeY writes of a term that a rule only looks for that it equals itself. */
    private static boolean isTrivial(Term formula) {
        return formula.op() instanceof Equality && formula.sub(0).equals(formula.sub(1));
    }

    /**
     * All conditions but the conclusion: what is to be false, of several such not the comparisons of indices if there is another;
     * where nothing is to be false, it is that two things are not equal.
     */
    private static List<Condition> assumptions(List<Condition> conditions) {
        List<Condition> negative = conditions.stream().filter(condition -> !condition.holds())
                .sorted(Comparator.comparing(Condition::isOfIndices)).toList();
        List<Condition> conclusion = negative.isEmpty()
                ? conditions.stream().filter(condition -> condition.formula().op() instanceof Equality).limit(1).toList()
                : negative.stream().filter(condition -> condition == negative.get(0) || !condition.isOfIndices()).toList();
        return conditions.stream().filter(condition -> !conclusion.contains(condition)).toList();
    }

    /** Whether two formulas are said to be equivalent, so that both truth values are to be seen. */
    boolean isEquivalence() {
        return !wishes.isEmpty();
    }

    boolean isAboutMemory() {
        return hasVariableOf("Heap");
    }

    boolean isAboutPrograms() {
        return hasVariableOf("Code");
    }

    private boolean hasVariableOf(String sort) {
        return variables.stream().anyMatch(variable -> variable.sort().name().toString().equals(sort));
    }

    /** How deep quantifiers of integers stand in one another. */
    int nesting() {
        return nesting(formula);
    }

    private static int nesting(Term term) {
        return (term.op() instanceof Quantifier ? 1 : 0) + term.subs().stream().mapToInt(Statement::nesting).max().orElse(0);
    }
}
