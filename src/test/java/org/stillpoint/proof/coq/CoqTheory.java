package org.stillpoint.proof.coq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stillpoint.proof.prover.LoadedRule;

/**
 * The theory that KeY loaded, as files of Coq: the words are defined by what their rules say, every other definition is a
 * statement to be proved of the functions of {@code KeyModel.v}, and the axioms and the lemmas that theorems end in are
 * propositions.
 */
final class CoqTheory {

    private static final String AXIOM = "axiom";
    private static final String LEMMA = "lemma";
    private static final String HEADER = """
            (* Written from the rules that KeY loaded; -Dstillpoint.coq.write=true writes it again. *)
            Require Import List ZArith Bool.
            From Stillpoint Require Import %s.
            Open Scope Z_scope.

            Section %s.
            Context {key : Key}.

            """;

    private final Set<String> modelled;
    private final List<LoadedRule> definitions = new ArrayList<>();
    private final List<LoadedRule> axioms = new ArrayList<>();
    private final SortedMap<String, LoadedRule> lemmas = new TreeMap<>();
    private final Map<String, LoadedRule> words = new LinkedHashMap<>();

    /**
     * @param modelled the functions that the model has
     */
    CoqTheory(List<LoadedRule> rules, Set<String> modelled) {
        this.modelled = Set.copyOf(modelled);
        for (LoadedRule rule : rules) {
            if (rule.name().startsWith(LEMMA)) {
                lemmas.put(rule.name(), rule);
            } else if (rule.name().startsWith(AXIOM)) {
                axioms.add(rule);
            } else {
                definitions.add(rule);
            }
        }
        collectWords();
    }

    /** Each word after those that it is defined by. */
    private void collectWords() {
        boolean more = true;
        while (more) {
            more = false;
            for (LoadedRule rule : definitions) {
                if (!words.containsValue(rule) && definesAWord(rule)) {
                    words.put(new CoqSyntax(rule).word().orElseThrow(), rule);
                    more = true;
                }
            }
        }
    }

    private boolean definesAWord(LoadedRule rule) {
        return rule.formula().isPresent() && new CoqSyntax(rule).word()
                .filter(word -> !modelled.contains(CoqSyntax.coqName(word)) && !words.containsKey(word) && isCarried(rule, word))
                .isPresent();
    }

    /** Whether all that a rule speaks of is in the model or defined, or is what it defines. */
    private boolean isCarried(LoadedRule rule, String defined) {
        if (rule.formula().isEmpty()) {
            return false;
        }
        CoqSyntax syntax = new CoqSyntax(rule);
        return CoqSyntax.hasSorts(syntax.sorts()) && syntax.isComputed() && syntax.symbols().stream()
                .allMatch(symbol -> symbol.equals(defined) || words.containsKey(symbol)
                        || modelled.contains(CoqSyntax.coqName(symbol)));
    }

    List<String> axioms() {
        return axioms.stream().map(LoadedRule::name).toList();
    }

    String words() {
        return HEADER.formatted("KeyModel", "Words")
                + words.values().stream().map(rule -> new CoqSyntax(rule).definition() + "\n").collect(Collectors.joining())
                + "End Words.\n";
    }

    String rules() {
        Predicate<LoadedRule> isStated = rule -> isCarried(rule, "") && !words.containsValue(rule);
        Set<String> left = new LinkedHashSet<>();
        definitions.stream().filter(rule -> !isCarried(rule, "")).map(LoadedRule::name).forEach(left::add);
        return HEADER.formatted("KeyModel Tactic Words", "Rules")
                + definitions.stream().filter(isStated)
                .map(rule -> "Lemma " + rule.name() + " : " + new CoqSyntax(rule).statement() + ".\nProof. rule. Qed.\n")
                .collect(Collectors.joining())
                + "End Rules.\n\n(* " + (definitions.size() - left.size()) + " of " + definitions.size() + " definitions, "
                + words.size()
                + " of them words. Left out, as they speak of Java objects or of functions that KeyModel.v does not have:\n"
                + String.join("\n", left) + " *)\n";
    }

    /** The axioms, and the lemmas of these names. */
    String statements(List<String> names) {
        return HEADER.formatted("KeyModel Words", "Statements")
                + axioms.stream().map(CoqTheory::proposition).collect(Collectors.joining())
                + names.stream().map(name -> proposition(stated(name))).collect(Collectors.joining())
                + "End Statements.\n";
    }

    private LoadedRule stated(String name) {
        LoadedRule lemma = lemmas.get(name);
        if (lemma == null || !isCarried(lemma, "")) {
            throw new IllegalStateException(name + (lemma == null ? " is no lemma" : " speaks of what KeyModel.v does not have"));
        }
        return lemma;
    }

    private static String proposition(LoadedRule rule) {
        return "Definition " + rule.name() + " : Prop :=\n  " + new CoqSyntax(rule).statement() + ".\n";
    }
}
