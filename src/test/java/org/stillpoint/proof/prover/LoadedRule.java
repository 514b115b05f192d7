package org.stillpoint.proof.prover;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.java.Services;
import de.uka.ilkd.key.logic.Sequent;
import de.uka.ilkd.key.logic.SequentFormula;
import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.JFunction;
import de.uka.ilkd.key.logic.op.SortDependingFunction;
import de.uka.ilkd.key.rule.FindTaclet;
import de.uka.ilkd.key.rule.Taclet;
import de.uka.ilkd.key.rule.tacletbuilder.AntecSuccTacletGoalTemplate;
import de.uka.ilkd.key.rule.tacletbuilder.RewriteTacletGoalTemplate;
import de.uka.ilkd.key.rule.tacletbuilder.TacletGoalTemplate;
import de.uka.ilkd.key.taclettranslation.lemma.GenericRemovingLemmaGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A rule of the theory as KeY loaded it: nothing is read from the text of its file.
 *
 * @param file the name of the file that KeY says it is from
 * @param formula what KeY says must be valid for the rule to be sound; none if the rule speaks of the fields or entries of Java
 *     objects
 * @param variables the constants of the formula that stand for the rule's schema variables, in the order in which they occur
 */
public record LoadedRule(String name, String file, Optional<Term> formula, List<JFunction> variables) {

    private static final String OF_THE_THEORY = "/specs/";

    public LoadedRule {
        variables = List.copyOf(variables);
    }

    /** The rules of the theory that any problem about networks has, each once, in the order in which KeY has them. */
    public static List<LoadedRule> ofNetworks() {
        Map<String, Taclet> known = new HashMap<>();
        List<LoadedRule> rules = new ArrayList<>();
        for (Path problem : Specification.ofThisBuild().problemsOfNetworks()) {
            KeYEnvironment<DefaultUserInterfaceControl> environment = Problems.of(problem);
            for (Taclet rule : environment.getInitConfig().getTaclets()) {
                if (String.valueOf(rule.getOrigin()).contains(OF_THE_THEORY) && isNew(rule, known)) {
                    rules.add(of(rule, environment.getServices()));
                }
            }
        }
        return List.copyOf(rules);
    }

    private static boolean isNew(Taclet rule, Map<String, Taclet> known) {
        Taclet other = known.putIfAbsent(rule.name().toString(), rule);
        if (other != null && !other.getOrigin().equals(rule.getOrigin()) && !other.toString().equals(rule.toString())) {
            throw new IllegalStateException(rule.name() + " is one rule at " + other.getOrigin() + " and another at "
                    + rule.getOrigin());
        }
        return other == null;
    }

    private static LoadedRule of(Taclet rule, Services services) {
        String name = rule.name().toString();
        String file = rule.getOrigin().replaceAll(".*/|:.*", "");
        if (parts(rule).anyMatch(LoadedRule::readsAnObject)) {
            return new LoadedRule(name, file, Optional.empty(), List.of());
        }
        Term formula = new GenericRemovingLemmaGenerator().translate(rule, services).getFormula(services);
        Set<JFunction> variables = new LinkedHashSet<>();
        collectVariables(formula, services, variables);
        return new LoadedRule(name, file, Optional.of(formula), List.copyOf(variables));
    }

    /** KeY makes a new constant for each schema variable, and tells no namespace of it. */
    private static void collectVariables(Term term, Services services, Set<JFunction> variables) {
        if (term.op() instanceof JFunction function && services.getNamespaces().functions().lookup(function.name()) != function) {
            variables.add(function);
        }
        term.subs().forEach(sub -> collectVariables(sub, services, variables));
    }

    private static Stream<Term> parts(Taclet rule) {
        Stream<Term> find = rule instanceof FindTaclet found ? Stream.of(found.find()) : Stream.empty();
        return Stream.of(find, formulas(rule.ifSequent()), rule.goalTemplates().stream().flatMap(LoadedRule::parts))
                .flatMap(part -> part);
    }

    private static Stream<Term> parts(TacletGoalTemplate goal) {
        Stream<Term> added = formulas(goal.sequent());
        if (goal instanceof RewriteTacletGoalTemplate rewriting && rewriting.replaceWith() != null) {
            return Stream.concat(added, Stream.of(rewriting.replaceWith()));
        }
        return goal instanceof AntecSuccTacletGoalTemplate rewriting ? Stream.concat(added, formulas(rewriting.replaceWith()))
                : added;
    }

    private static Stream<Term> formulas(Sequent sequent) {
        return sequent == null ? Stream.empty() : StreamSupport.stream(sequent.spliterator(), false).map(SequentFormula::formula);
    }

    private static boolean readsAnObject(Term term) {
        return term.op() instanceof SortDependingFunction || term.subs().stream().anyMatch(LoadedRule::readsAnObject);
    }
}
