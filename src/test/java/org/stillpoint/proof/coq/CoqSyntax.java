package org.stillpoint.proof.coq;

import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.Equality;
import de.uka.ilkd.key.logic.op.IfThenElse;
import de.uka.ilkd.key.logic.op.JFunction;
import de.uka.ilkd.key.logic.op.Junctor;
import de.uka.ilkd.key.logic.op.LogicVariable;
import de.uka.ilkd.key.logic.op.Operator;
import de.uka.ilkd.key.logic.op.Quantifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.key_project.logic.sort.Sort;
import org.stillpoint.proof.prover.LoadedRule;

/** What a rule says, written for Coq: integers are {@code Z}, and the functions and predicates of the theory keep their names. */
final class CoqSyntax {

    private static final Map<String,
            String> TYPES = Map.of("Q", "Q", "Vec", "Vec", "Mat", "Mat", "Stack", "Stack", "Activations", "Activations",
            "TrainingState", "TrainingState", "Perm", "Perm", "int", "Z", "java.lang.Object", "Obj");
    private static final Map<String, String> COMPARED = Map.of("lt", "<", "leq", "<=", "gt", ">", "geq", ">=");
    private static final Map<String, String> COMPUTED = Map.of("add", "+", "sub", "-", "mul", "*");
    private static final Map<Operator, String> JOINED =
            Map.of(Junctor.AND, "/\\", Junctor.OR, "\\/", Junctor.IMP, "->", Equality.EQV, "<->");
    private static final Map<Operator, String> JOINED_TESTS = Map.of(Junctor.AND, "&&", Junctor.OR, "||");
    private static final String NUMBER = "Z";
    private static final String MINUS = "neglit";
    private static final String NO_DIGIT = "#";

    private final LoadedRule rule;
    private final Term formula;

    CoqSyntax(LoadedRule rule) {
        this.rule = rule;
        formula = rule.formula().orElseThrow();
    }

    /** The functions and predicates of the theory that the rule speaks of, its variables left out. */
    Set<String> symbols() {
        Set<String> symbols = new TreeSet<>();
        collectSymbols(formula, symbols);
        return symbols;
    }

    /** The sorts of its variables, as KeY names them. */
    Set<String> sorts() {
        return rule.variables().stream().map(variable -> variable.sort().name().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether each of its conditions is about integers, so that Coq can compute it. */
    boolean isComputed() {
        return isComputed(formula);
    }

    private static boolean isComputed(Term term) {
        return (term.op() != IfThenElse.IF_THEN_ELSE || isTest(term.sub(0))) && term.subs().stream()
                .allMatch(CoqSyntax::isComputed);
    }

    private static boolean isTest(Term term) {
        if (JOINED_TESTS.containsKey(term.op()) || term.op() == Junctor.NOT) {
            return term.subs().stream().allMatch(CoqSyntax::isTest);
        }
        return COMPARED.containsKey(name(term.op())) || term.op() == Equality.EQUALS && type(term.sub(0).sort()).equals(NUMBER);
    }

    static boolean hasSorts(Set<String> sorts) {
        return TYPES.keySet().containsAll(sorts);
    }

    /** The predicate that the rule says all about: it is equivalent to something, of whatever it is said. */
    Optional<String> word() {
        if (formula.op() != Equality.EQV || !(formula.sub(0).op() instanceof JFunction predicate)) {
            return Optional.empty();
        }
        List<Operator> arguments = formula.sub(0).subs().stream().map(Term::op).toList();
        Set<String> meaning = new TreeSet<>();
        collectSymbols(formula.sub(1), meaning);
        boolean defines = rule.variables().equals(arguments) && !meaning.contains(name(predicate));
        return defines ? Optional.of(name(predicate)) : Optional.empty();
    }

    /** The definition of the predicate. */
    String definition() {
        return "Definition " + word().orElseThrow() + parameters() + " : Prop :=\n  " + proposition(formula.sub(1)) + ".";
    }

    /** What the rule says of all values of its variables. */
    String statement() {
        return (rule.variables().isEmpty() ? "" : "forall" + parameters() + ", ") + proposition(formula);
    }

    private String parameters() {
        return rule.variables().stream().map(variable -> " (" + variableName(variable) + " : " + type(variable.sort()) + ")")
                .collect(Collectors.joining());
    }

    /**
     * {@code not (p -> not q)} is how KeY writes that the rule adds q where it finds p; Coq, without the excluded middle, is
     * asked for p and q. {@code p or not q} is how it writes that the rule finds p where it assumes q; Coq is asked for p, given
     * q.
     */
    private String proposition(Term term) {
        Operator operator = term.op();
        if (operator == Junctor.OR && term.sub(1).op() == Junctor.NOT) {
            return "(" + proposition(term.sub(1).sub(0)) + " -> " + proposition(term.sub(0)) + ")";
        }
        if (JOINED.containsKey(operator)) {
            return joined(term, JOINED.get(operator), this::proposition);
        }
        if (operator == Junctor.NOT) {
            Term denied = term.sub(0);
            return denied.op() == Junctor.IMP && denied.sub(1).op() == Junctor.NOT
                    ? "(" + proposition(denied.sub(0)) + " /\\ " + proposition(denied.sub(1).sub(0)) + ")"
                    : "(~ " + proposition(denied) + ")";
        }
        if (operator == Junctor.TRUE || operator == Junctor.FALSE) {
            return operator == Junctor.TRUE ? "True" : "False";
        }
        if (operator == Quantifier.ALL) {
            return "(forall " + bound(term) + ", " + proposition(term.sub(0)) + ")";
        }
        if (operator == IfThenElse.IF_THEN_ELSE) {
            return conditional(term, this::proposition);
        }
        if (operator == Equality.EQUALS) {
            return joined(term, "=", this::value);
        }
        return COMPARED.containsKey(name(operator)) ? joined(term, COMPARED.get(name(operator)), this::value) : application(term);
    }

    /** A proposition about integers, as a test that Coq computes. */
    private String test(Term term) {
        Operator operator = term.op();
        if (JOINED_TESTS.containsKey(operator)) {
            return joined(term, JOINED_TESTS.get(operator), this::test);
        }
        if (operator == Junctor.NOT) {
            return "(negb " + test(term.sub(0)) + ")";
        }
        return joined(term, operator == Equality.EQUALS ? "=?" : COMPARED.get(name(operator)) + "?", this::value);
    }

    private String value(Term term) {
        Operator operator = term.op();
        if (operator == IfThenElse.IF_THEN_ELSE) {
            return conditional(term, this::value);
        }
        if (operator instanceof LogicVariable) {
            return variableName(operator);
        }
        if (name(operator).equals(NUMBER)) {
            return number(term.sub(0));
        }
        return COMPUTED.containsKey(name(operator)) ? joined(term, COMPUTED.get(name(operator)), this::value) : application(term);
    }

    private String application(Term term) {
        if (!(term.op() instanceof JFunction function)) {
            throw new IllegalArgumentException(rule.name() + " is not translated: " + term);
        }
        if (rule.variables().contains(function)) {
            return variableName(function);
        }
        String arguments = term.subs().stream().map(sub -> " " + value(sub)).collect(Collectors.joining());
        return arguments.isEmpty() ? coqName(name(function)) : "(" + coqName(name(function)) + arguments + ")";
    }

    private static String joined(Term term, String sign, Function<Term, String> part) {
        return "(" + part.apply(term.sub(0)) + " " + sign + " " + part.apply(term.sub(1)) + ")";
    }

    private String conditional(Term term, Function<Term, String> branch) {
        return "(if " + test(term.sub(0)) + " then " + branch.apply(term.sub(1)) + " else " + branch.apply(term.sub(2)) + ")";
    }

    private String bound(Term term) {
        return term.boundVars().stream().map(variable -> boundName((Operator) variable) + " : " + type(variable.sort()))
                .collect(Collectors.joining(" "));
    }

    private String boundName(Operator variable) {
        String name = variableName(variable);
        if (rule.variables().stream().anyMatch(other -> variableName(other).equals(name))) {
            throw new IllegalArgumentException(rule.name() + " has two variables " + name);
        }
        return name;
    }

    private static String number(Term digits) {
        return name(digits.op()).equals(MINUS) ? "(-" + digits(digits.sub(0)) + ")" : digits(digits);
    }

    /** KeY has the last digit first. */
    private static String digits(Term term) {
        return name(term.op()).equals(NO_DIGIT) ? "" : digits(term.sub(0)) + name(term.op());
    }

    private void collectSymbols(Term term, Set<String> symbols) {
        String name = name(term.op());
        if (name.equals(NUMBER)) {
            return;
        }
        boolean known = COMPARED.containsKey(name) || COMPUTED.containsKey(name);
        if (term.op() instanceof JFunction function && !rule.variables().contains(function) && !known) {
            symbols.add(name);
        }
        term.subs().forEach(sub -> collectSymbols(sub, symbols));
    }

    /** Coq's name for a function of the theory: {@code at} is a word of Coq's own. */
    static String coqName(String name) {
        return name.equals("at") ? "at_" : name;
    }

    /** KeY puts f_ or v_ before the name that the rule's file has. */
    private static String variableName(Operator variable) {
        return name(variable).substring(2);
    }

    private static String type(Sort sort) {
        return Optional.ofNullable(TYPES.get(sort.name().toString()))
                .orElseThrow(() -> new IllegalArgumentException("no type for " + sort.name()));
    }

    private static String name(Operator operator) {
        return operator.name().toString();
    }
}
