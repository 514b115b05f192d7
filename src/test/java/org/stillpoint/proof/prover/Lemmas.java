package org.stillpoint.proof.prover;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.java.Services;
import de.uka.ilkd.key.logic.Namespace;
import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.TermBuilder;
import de.uka.ilkd.key.logic.op.JFunction;
import de.uka.ilkd.key.proof.OpReplacer;
import de.uka.ilkd.key.proof.Proof;
import de.uka.ilkd.key.proof.init.InitConfig;
import de.uka.ilkd.key.rule.Taclet;
import de.uka.ilkd.key.taclettranslation.lemma.GenericRemovingLemmaGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.key_project.util.collection.ImmutableList;
import org.key_project.util.collection.ImmutableSLList;

/**
 * Lemma rules, each turned by KeY into the formula that makes the rule sound, to be proved from the
 * definitions, the axioms and the lemmas above it alone.
 */
public final class Lemmas {

    private static final Pattern LEMMA = Pattern.compile("((?:^  // .*\n)*)^  (lemma\\w+) \\{", Pattern.MULTILINE);
    private static final Pattern FROM = Pattern.compile("// from (.+)\n");
    private static final String NO_LEMMAS = "without lemmas";
    private static final String DEFINITIONS = "userTaclets1";

    private final KeYEnvironment<DefaultUserInterfaceControl> environment;
    private final List<Taclet> rules;
    private final List<String> names = new ArrayList<>();
    private final Set<String> inductive = new HashSet<>();
    private final Map<String, Set<String>> definitions = new HashMap<>();
    private final GenericRemovingLemmaGenerator generator = new GenericRemovingLemmaGenerator();

    private final boolean foundation;
    private final Set<Taclet> simplifying;

    private Lemmas(KeYEnvironment<DefaultUserInterfaceControl> environment, boolean foundation, String text) {
        this.environment = environment;
        this.foundation = foundation;
        rules = List.copyOf(environment.getInitConfig().activatedTaclets());
        // Each proof copies the configuration and puts its rules in, which have no parts left that the choices switch off.
        environment.getInitConfig().setTaclets(ImmutableSLList.nil());
        environment.getInitConfig().setTaclet2Builder(new HashMap<>());
        simplifying = Prover.simplifying(with(rules.stream()));
        for (Matcher lemma = LEMMA.matcher(text); lemma.find(); ) {
            names.add(lemma.group(2));
            if (lemma.group(1).contains("// by induction on n\n")) {
                inductive.add(lemma.group(2));
            }
            Matcher from = FROM.matcher(lemma.group(1));
            if (from.find()) {
                definitions.put(lemma.group(2), Set.of(from.group(1).split(", ")));
            }
        }
    }

    /**
     * The lemmas in a file of rules; those in the files that it includes are known. The problem of the kernel and that of
     * programs stand for all that they include.
     */
    public static Lemmas of(Path file) {
        boolean foundation = Specification.ofThisBuild().foundations().contains(file);
        return new Lemmas(Problems.of(file), foundation, text(file));
    }

    /** The names of the same. */
    public static List<String> namesIn(Path file) {
        return LEMMA.matcher(text(file)).results().map(lemma -> lemma.group(2)).toList();
    }

    private static String text(Path file) {
        Specification specification = Specification.ofThisBuild();
        return (specification.foundations().contains(file) ? specification.rulesOf(file) : List.of(file)).stream()
                .map(Specification::read).collect(Collectors.joining("\n"));
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * What is to be proved of a lemma; of one by induction the base and the step, and that it says nothing wrong of negative n.
     */
    public Map<String, Term> obligations(String name) {
        Services services = environment.getServices();
        TermBuilder terms = services.getTermBuilder();
        Term formula = generator.translate(rule(name), services).getFormula(services);
        Map<String, Term> obligations = new LinkedHashMap<>();
        if (inductive.contains(name)) {
            Term n = inductionVariable(formula);
            obligations.put(name + ", n < 0", terms.imp(terms.lt(n, terms.zero()), formula));
            obligations.put(name + ", n = 0", replace(formula, n, terms.zero(), services));
            obligations.put(name + ", n to n + 1", terms.imp(terms.and(terms.geq(n, terms.zero()), formula),
                    replace(formula, n, terms.add(n, terms.one()), services)));
        } else {
            obligations.put(name, formula);
        }
        return obligations;
    }

    /** Tries an obligation of a lemma, and shows the finished proof, closed or not, before it is dropped. */
    public Attempt prove(String name, Term obligation, Budget budget, BiConsumer<Proof, Attempt> finished) {
        return Prover.proveFormula(name, obligation, configuration(name, obligation), environment, budget, finished);
    }

    /** Applies saved steps, one by one, to an obligation of a lemma, with the rules that a search has. */
    public Attempt replay(String name, Term obligation, String steps) {
        return Prover.replayFormula(name, obligation, configuration(name, obligation), simplifying, environment, steps);
    }

    /** The only rules that KeY finds in a proof of the lemma. */
    private InitConfig configuration(String name, Term obligation) {
        Set<String> unproved = Set.copyOf(names.subList(names.indexOf(name), names.size()));
        InitConfig configuration = with(rules.stream().filter(rule -> !unproved.contains(rule.name().toString()))
                .filter(rule -> isAllowed(name, rule)));
        declare(obligation, configuration.namespaces().functions());
        return configuration;
    }

    private InitConfig with(Stream<Taclet> allowed) {
        InitConfig configuration = environment.getInitConfig().deepCopy();
        // Of an array, as KeY takes quadratic time to make such a list of a collection.
        configuration.setTaclets(ImmutableList.of(allowed.toArray(Taclet[]::new)));
        return configuration;
    }

    /** KeY leaves the constants that stand for a rule's variables undeclared, and a saved step may name them. */
    private static void declare(Term term, Namespace<JFunction> functions) {
        if (term.op() instanceof JFunction function && functions.lookup(function.name()) == null) {
            functions.addSafely(function);
        }
        term.subs().forEach(sub -> declare(sub, functions));
    }

    /**
     * A comment above a lemma names the definitions unfolded in its proof, and the rules left out, maybe all lemmas not named;
     * without one, those of the kernel and of programs unfold all.
     */
    private boolean isAllowed(String lemma, Taclet rule) {
        String name = rule.name().toString();
        Set<String> from = definitions.get(lemma);
        if (from != null && from.contains(NO_LEMMAS) && name.startsWith("lemma")) {
            return from.contains(name);
        }
        return from == null ? foundation || !isUnfoldedOnRequest(rule) : (!isUnfoldedOnRequest(rule) || from.contains(name))
                && !from.contains("without " + name);
    }

    private static boolean isUnfoldedOnRequest(Taclet rule) {
        return rule.getRuleSets().stream().anyMatch(set -> set.name().toString().equals(DEFINITIONS));
    }

    private Taclet rule(String name) {
        return rules.stream()
                .filter(rule -> rule.name().toString().equals(name)).findFirst().orElseThrow();
    }

    private static Term replace(Term formula, Term n, Term value, Services services) {
        return new OpReplacer(Map.of(n, value), services.getTermFactory()).replace(formula);
    }

    /** KeY names the constant that stands for the rule's variable {@code n} after it. */
    private static Term inductionVariable(Term term) {
        if (term.arity() == 0 && term.op() instanceof JFunction && term.sort().name().toString().equals("int")
                && term.op().name().toString().equals("f_n")) {
            return term;
        }
        for (Term sub : term.subs()) {
            Term found = inductionVariable(sub);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
