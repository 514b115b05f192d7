package org.stillpoint.proof.prover;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.logic.Namespace;
import de.uka.ilkd.key.logic.op.JFunction;
import de.uka.ilkd.key.proof.init.InitConfig;
import de.uka.ilkd.key.proof.init.ProofInputException;
import de.uka.ilkd.key.proof.io.KeYFile;
import de.uka.ilkd.key.proof.mgt.AxiomJustification;
import de.uka.ilkd.key.rule.FindTaclet;
import de.uka.ilkd.key.rule.Taclet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.key_project.logic.sort.Sort;
import org.key_project.util.collection.ImmutableList;

/**
 * The problems of this build as KeY reads them. Reading the Java source with its contracts takes most of the time and is the same
 * for all, so it is done once a virtual machine, with the rules that all problems about networks include. Each problem then adds
 * the rules of its other files, and sees no rule of a file that it does not include.
 */
public final class Problems {

    private static final List<Path> COMMON_RULES = commonRules();
    private static KeYEnvironment<DefaultUserInterfaceControl> common;

    private Problems() {
    }

    public static synchronized KeYEnvironment<DefaultUserInterfaceControl> of(Path problem) {
        if (common == null) {
            common = Prover.environment(Specification.ofThisBuild().problemWith(COMMON_RULES));
        }
        InitConfig configuration = common.getInitConfig().deepCopy();
        List<Taclet> rules = new ArrayList<>(configuration.getTaclets().toList());
        List<Taclet> included = new ArrayList<>();
        List<Path> files = new ArrayList<>(Specification.ofThisBuild().rulesOf(problem));
        files.removeAll(COMMON_RULES);
        // KeY forgets the sort that stands for any class when it has read a problem, and so does this.
        Sort anyClass = anyClass(configuration);
        configuration.namespaces().sorts().add(anyClass);
        files.stream().filter(file -> !file.equals(problem)).forEach(file -> included.addAll(rulesIn(file, configuration)));
        // In the order of a problem loaded alone: the rules of included files precede those that KeY makes of the Java source.
        rules.addAll(rules.size() - rulesOfJava(rules), included);
        List<Path> others = notIncluded(problem);
        rules.removeIf(rule -> isOfAny(rule, others));
        rules.addAll(rulesIn(problem, configuration));
        forget(anyClass, configuration);
        // An array, as KeY takes quadratic time to make such a list of a collection.
        configuration.setTaclets(ImmutableList.of(rules.toArray(Taclet[]::new)));
        return new KeYEnvironment<>(common.getUi(), configuration);
    }

    private static List<Path> notIncluded(Path problem) {
        List<Path> files = new ArrayList<>(COMMON_RULES);
        files.removeAll(Specification.ofThisBuild().rulesOf(problem));
        return files;
    }

    private static boolean isOfAny(Taclet rule, List<Path> files) {
        return files.stream().anyMatch(file -> String.valueOf(rule.getOrigin()).contains("/" + file.getFileName() + ":"));
    }

    /** The sort {@code el}, from a rule that looks for an entry of an array of any class. */
    private static Sort anyClass(InitConfig configuration) {
        return configuration.getTaclets().stream().filter(FindTaclet.class::isInstance)
                .map(rule -> ((FindTaclet) rule).find().sort())
                .filter(sort -> sort.name().toString().equals("el")).findFirst().orElseThrow();
    }

    private static void forget(Sort anyClass, InitConfig configuration) {
        configuration.namespaces().sorts().remove(anyClass.name());
        List.copyOf(configuration.namespaces().functions().allElements()).stream().map(JFunction::name)
                .filter(name -> name.toString().startsWith(anyClass.name() + "::"))
                .forEach(configuration.namespaces().functions()::remove);
    }

    /** How many rules stand behind the last one that has been read from the files that all problems include. */
    private static int rulesOfJava(List<Taclet> rules) {
        String last = COMMON_RULES.get(COMMON_RULES.size() - 1).getFileName().toString();
        int behind = 0;
        while (!String.valueOf(rules.get(rules.size() - 1 - behind).getOrigin()).contains(last)) {
            behind++;
        }
        return behind;
    }

    /** The files that every problem about networks includes, each after those that it includes. */
    private static List<Path> commonRules() {
        Specification specification = Specification.ofThisBuild();
        List<Path> rules = new ArrayList<>(specification.rulesOf(specification.problem()));
        specification.problemsOfNetworks().forEach(problem -> rules.retainAll(specification.rulesOf(problem)));
        return List.copyOf(rules);
    }

    private static List<Taclet> rulesIn(Path file, InitConfig configuration) {
        try {
            int known = configuration.getTaclets().size();
            KeYFile rules = new KeYFile(file.getFileName().toString(), file.toFile(), null, configuration.getProfile());
            rules.setInitConfig(configuration);
            rules.read();
            configuration.namespaces().setVariables(new Namespace<>());
            List<Taclet> read = configuration.getTaclets().stream().skip(known).toList();
            configuration.registerRules(read, AxiomJustification.INSTANCE);
            return read;
        } catch (ProofInputException e) {
            throw new IllegalStateException(file + " does not load", e);
        }
    }
}
