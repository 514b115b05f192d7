package org.stillpoint.proof.prover;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.java.abstraction.KeYJavaType;
import de.uka.ilkd.key.logic.Semisequent;
import de.uka.ilkd.key.logic.Sequent;
import de.uka.ilkd.key.logic.SequentFormula;
import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.IObserverFunction;
import de.uka.ilkd.key.logic.op.IProgramMethod;
import de.uka.ilkd.key.nparser.ProofReplayer;
import de.uka.ilkd.key.pp.LogicPrinter;
import de.uka.ilkd.key.proof.Goal;
import de.uka.ilkd.key.proof.Node;
import de.uka.ilkd.key.proof.Proof;
import de.uka.ilkd.key.proof.TacletIndex;
import de.uka.ilkd.key.proof.TacletIndexKit;
import de.uka.ilkd.key.proof.init.InitConfig;
import de.uka.ilkd.key.proof.init.KeYUserProblemFile;
import de.uka.ilkd.key.proof.init.ProofInputException;
import de.uka.ilkd.key.proof.io.IntermediatePresentationProofFileParser;
import de.uka.ilkd.key.proof.io.IntermediateProofReplayer;
import de.uka.ilkd.key.proof.io.ProblemLoaderException;
import de.uka.ilkd.key.rule.NoPosTacletApp;
import de.uka.ilkd.key.rule.OneStepSimplifier;
import de.uka.ilkd.key.rule.OneStepSimplifierRuleApp;
import de.uka.ilkd.key.rule.RuleApp;
import de.uka.ilkd.key.rule.Taclet;
import de.uka.ilkd.key.settings.ChoiceSettings;
import de.uka.ilkd.key.settings.PathConfig;
import de.uka.ilkd.key.settings.ProofIndependentSettings;
import de.uka.ilkd.key.settings.ProofSettings;
import de.uka.ilkd.key.settings.StrategySettings;
import de.uka.ilkd.key.speclang.Contract;
import de.uka.ilkd.key.speclang.FunctionalOperationContract;
import de.uka.ilkd.key.strategy.StrategyProperties;
import de.uka.ilkd.key.util.MiscTools;
import de.uka.ilkd.key.util.ProofStarter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;

/** KeY, loaded with one specification. It searches for proofs without help, or replays saved ones. */
public final class Prover implements AutoCloseable {

    /** What to do about a saved proof that cannot be replayed. */
    public static final String REMEDY = "mvn verify -Preprove finds it again";

    private static final String PACKAGE = "org.stillpoint.kernel";
    private static final int GOAL_LINES = 60;
    private static final String SIMPLIFIER = "One Step Simplification";
    private static final String CONTRACT = "Use Operation Contract";
    private static final Set<String> OF_FORMULAS = Set.of(SIMPLIFIER);
    private static final Set<String> OF_CONTRACTS = Set.of(SIMPLIFIER, CONTRACT, "Loop Invariant");
    private static Prover kernel;

    static {
        // KeY writes the settings of each proof to its user's home, and would begin with those that the last build left there.
        System.setProperty(PathConfig.DISREGARD_SETTINGS_PROPERTY, "true");
    }

    private final KeYEnvironment<DefaultUserInterfaceControl> environment;
    private final SortedMap<String, FunctionalOperationContract> contracts = new TreeMap<>();

    Prover(KeYEnvironment<DefaultUserInterfaceControl> environment) {
        this.environment = environment;
        for (KeYJavaType type : environment.getJavaInfo().getAllKeYJavaTypes()) {
            if (type.getFullName().startsWith(PACKAGE + ".")) {
                addContracts(type);
            }
        }
    }

    /** The contracts of this build's kernel, read once a virtual machine. */
    public static synchronized Prover ofKernel() {
        if (kernel == null) {
            kernel = of(Specification.ofThisBuild().problem());
        }
        return kernel;
    }

    /** One of the problems of this build. */
    public static Prover of(Path problem) {
        return new Prover(Problems.of(problem));
    }

    /** A problem of another specification, read from nothing. */
    public static Prover load(Path problem) {
        return new Prover(environment(problem));
    }

    public static KeYEnvironment<DefaultUserInterfaceControl> environment(Path file) {
        try {
            choose();
            return KeYEnvironment.load(file.toFile());
        } catch (ProblemLoaderException e) {
            throw new IllegalStateException(file + " does not load", e);
        }
    }

    /** Integers are mathematical, with an obligation that no operation overflows; an exception fails the proof. */
    private static void choose() {
        ChoiceSettings settings = ProofSettings.DEFAULT_SETTINGS.getChoiceSettings();
        Map<String, String> choices = new HashMap<>(MiscTools.getDefaultTacletOptions());
        choices.putAll(settings.getDefaultChoices());
        choices.put("intRules", "intRules:arithmeticSemanticsCheckingOF");
        choices.put("runtimeExceptions", "runtimeExceptions:allow");
        choices.put("assertions", "assertions:safe");
        settings.setDefaultChoices(choices);
        // With labels of origin KeY 2.12.3 fails on these rules: "Unable to take -1 elements".
        ProofIndependentSettings.DEFAULT_INSTANCE.getTermLabelSettings().setUseOriginLabels(false);
    }

    private void addContracts(KeYJavaType type) {
        for (IObserverFunction target : environment.getSpecificationRepository().getContractTargets(type)) {
            if (target instanceof IProgramMethod method) {
                for (Contract contract : environment.getSpecificationRepository().getContracts(type, target)) {
                    if (contract instanceof FunctionalOperationContract functional
                            && contracts.put(name(type, method), functional) != null) {
                        throw new IllegalStateException("two contracts have the name " + name(type, method));
                    }
                }
            }
        }
    }

    private static boolean hasBody(IProgramMethod method) {
        return !method.isAbstract() && method.getBody() != null;
    }

    private static String name(KeYJavaType type, IProgramMethod method) {
        return type.getName() + "." + (method.isConstructor() ? type.getName() : method.getName());
    }

    /** {@code Class.method} of each method and constructor with a body that has a contract, inherited ones included. */
    public SortedSet<String> contracts() {
        return contracts.keySet().stream().filter(contract -> hasBody(contracts.get(contract).getTarget()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The contracts as KeY has them by name, those of interfaces included. */
    public SortedMap<String, ContractAsRead> read() {
        SortedMap<String, ContractAsRead> read = new TreeMap<>();
        contracts.forEach((name, contract) -> read.put(name, new ContractAsRead(name, contract, environment.getServices())));
        return read;
    }

    /** Tries to prove that no call satisfies what a contract requires. */
    public Attempt proveUncallable(String contract, Budget budget) {
        return proveFormula(contract + " cannot be called", read().get(contract).uncallable(),
                environment.getInitConfig().deepCopy(), environment, budget, (proof, attempt) -> { });
    }

    /** What KeY has read besides these contracts. */
    public SortedSet<String> otherSpecifications() {
        return new OtherSpecifications(environment, PACKAGE).found();
    }

    public Attempt prove(String contract, Budget budget) {
        return prove(contract, budget, (proof, attempt) -> { });
    }

    /** Tries a contract, and shows the finished proof, closed or not, before it is dropped. */
    public Attempt prove(String contract, Budget budget, BiConsumer<Proof, Attempt> finished) {
        return attempt(obligation(contract), environment, strategy(), proof -> search(proof, budget), finished);
    }

    /** Applies the steps of a saved proof, one by one, to the obligation that this specification has for the contract. */
    public Attempt replay(String contract, Path saved) {
        return attempt(obligation(contract), environment, strategy(), proof -> follow(proof, saved), (proof, attempt) -> { });
    }

    private Proof obligation(String contract) {
        try {
            FunctionalOperationContract obligation = contracts.get(contract);
            return environment.createProof(obligation.createProofObl(environment.getInitConfig(), obligation));
        } catch (ProofInputException e) {
            throw new IllegalStateException("no obligation for " + contract, e);
        }
    }

    /** Whether a saved proof, loaded on its own with all that it names, closes what it is a proof of. */
    public static boolean replayAlone(Path proof) {
        KeYEnvironment<DefaultUserInterfaceControl> environment = environment(proof);
        try {
            return environment.getLoadedProof() != null && environment.getLoadedProof().closed() && !environment.getReplayResult()
                    .hasErrors();
        } finally {
            environment.dispose();
        }
    }

    /** Tries the formula under {@code \problem} in the file loaded. */
    Attempt proveProblem(Budget budget) {
        return attempt(environment.getLoadedProof(), environment, strategy(), proof -> search(proof, budget),
                (proof, attempt) -> { });
    }

    /**
     * Tries a formula with the rules of a configuration, those of the set userTaclets1 included, and shows the finished proof.
     */
    static Attempt proveFormula(String name, Term formula, InitConfig configuration,
                                KeYEnvironment<DefaultUserInterfaceControl> environment, Budget budget,
                                BiConsumer<Proof, Attempt> finished) {
        return attempt(new Proof(name, formula, "", configuration), environment, strategyOfFormulas(),
                proof -> search(proof, budget), finished);
    }

    /**
     * Applies saved steps, one by one, to a formula with the rules of a configuration. No strategy chooses among the rules, so
     * that none has to be indexed but those that KeY's simplifier takes.
     */
    static Attempt replayFormula(String name, Term formula, InitConfig configuration, Set<Taclet> simplifying,
                                 KeYEnvironment<DefaultUserInterfaceControl> environment, String steps) {
        Sequent sequent = Sequent.createSuccSequent(Semisequent.EMPTY_SEMISEQUENT.insertFirst(new SequentFormula(formula))
                .semisequent());
        TacletIndex index = TacletIndexKit.getKit()
                .createTacletIndex(configuration.activatedTaclets().stream().filter(simplifying::contains).toList());
        return attempt(withSimplifier(configuration,
                () -> new Proof(name, sequent, "", index, configuration.createBuiltInRuleIndex(), configuration)),
                environment, proof -> follow(proof, steps), (proof, attempt) -> { });
    }

    /** The rules of a configuration that KeY's simplifier takes. */
    static Set<Taclet> simplifying(InitConfig configuration) {
        Term formula = configuration.getServices().getTermBuilder().tt();
        Proof proof = withSimplifier(configuration, () -> new Proof("rules", formula, "", configuration));
        try {
            return MiscTools.findOneStepSimplifier(proof).getCapturedTaclets().stream().map(NoPosTacletApp::taclet)
                    .collect(Collectors.toSet());
        } finally {
            proof.dispose();
        }
    }

    private static Proof withSimplifier(InitConfig configuration, Supplier<Proof> proofs) {
        configuration.getSettings().getStrategySettings().setActiveStrategyProperties(strategyOfFormulas());
        Proof proof = proofs.get();
        OneStepSimplifier.refreshOSS(proof);
        return proof;
    }

    private static Attempt attempt(Proof proof, KeYEnvironment<DefaultUserInterfaceControl> environment,
                                   StrategyProperties strategy, Consumer<Proof> work, BiConsumer<Proof, Attempt> finished) {
        proof.getSettings().getStrategySettings().setActiveStrategyProperties(strategy);
        proof.setActiveStrategy(proof.getServices().getProfile().getDefaultStrategyFactory().create(proof, strategy));
        return attempt(proof, environment, work, finished);
    }

    private static Attempt attempt(Proof proof, KeYEnvironment<DefaultUserInterfaceControl> environment, Consumer<Proof> work,
                                   BiConsumer<Proof, Attempt> finished) {
        long start = System.nanoTime();
        try {
            work.accept(proof);
            Attempt attempt = new Attempt(proof.closed(), proof.countNodes(), proof.countBranches(),
                    (System.nanoTime() - start) / 1_000_000, rules(proof), openGoal(proof, environment));
            finished.accept(proof, attempt);
            return attempt;
        } finally {
            proof.dispose();
        }
    }

    private static void search(Proof proof, Budget budget) {
        StrategySettings settings = proof.getSettings().getStrategySettings();
        settings.setMaxSteps(budget.steps());
        settings.setTimeout(budget.time().toMillis());
        ProofStarter starter = new ProofStarter(false);
        starter.init(proof);
        starter.start();
    }

    private static void follow(Proof proof, Path saved) {
        IntermediatePresentationProofFileParser steps = stepsBy(OF_CONTRACTS, proof);
        try {
            new KeYUserProblemFile(proof.name().toString(), saved.toFile(), null, proof.getServices().getProfile(), true)
                    .readProof(steps);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(saved + " cannot be read as a saved proof; " + REMEDY, e);
        }
        apply(steps, proof);
    }

    private static void follow(Proof proof, String saved) {
        IntermediatePresentationProofFileParser steps = stepsBy(OF_FORMULAS, proof);
        try {
            ProofReplayer.run(CharStreams.fromString(saved), steps, 1, null);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the saved steps of " + proof.name() + " cannot be read; " + REMEDY, e);
        }
        apply(steps, proof);
    }

    /**
     * Steps by rules, and by these parts of the calculus: another prover, or for a lemma a contract, would take more for granted.
     */
    private static IntermediatePresentationProofFileParser stepsBy(Set<String> parts, Proof proof) {
        return new IntermediatePresentationProofFileParser(proof) {
            @Override
            public void beginExpr(ProofElementID element, String argument) {
                if (element == ProofElementID.CONTRACT && !parts.contains(CONTRACT)
                        || element == ProofElementID.BUILT_IN_RULE && !parts.contains(argument)) {
                    throw new IllegalArgumentException(argument + " is no rule");
                }
                super.beginExpr(element, argument);
            }
        };
    }

    /** KeY looks up each step's rule and its place, checks that it may be applied there, and leaves the goal open if not. */
    private static void apply(IntermediatePresentationProofFileParser steps, Proof proof) {
        new IntermediateProofReplayer(null, proof, steps.getResult()).replay(null, null);
    }

    /** All options of the search: those not named here are as KeY has them by itself, never as another proof has set them. */
    private static StrategyProperties strategy() {
        StrategyProperties strategy = new StrategyProperties();
        strategy.setProperty(StrategyProperties.METHOD_OPTIONS_KEY, StrategyProperties.METHOD_CONTRACT);
        strategy.setProperty(StrategyProperties.LOOP_OPTIONS_KEY, StrategyProperties.LOOP_INVARIANT);
        strategy.setProperty(StrategyProperties.DEP_OPTIONS_KEY, StrategyProperties.DEP_OFF);
        strategy.setProperty(StrategyProperties.QUERY_OPTIONS_KEY, StrategyProperties.QUERY_OFF);
        strategy.setProperty(StrategyProperties.NON_LIN_ARITH_OPTIONS_KEY, StrategyProperties.NON_LIN_ARITH_DEF_OPS);
        strategy.setProperty(StrategyProperties.STOPMODE_OPTIONS_KEY, StrategyProperties.STOPMODE_NONCLOSE);
        strategy.setProperty(StrategyProperties.CLASS_AXIOM_OPTIONS_KEY, StrategyProperties.CLASS_AXIOM_OFF);
        strategy.setProperty(StrategyProperties.OSS_OPTIONS_KEY, StrategyProperties.OSS_ON);
        return strategy;
    }

    private static StrategyProperties strategyOfFormulas() {
        StrategyProperties strategy = strategy();
        strategy.setProperty(StrategyProperties.userTacletsOptionsKey(1), StrategyProperties.USER_TACLETS_HIGH);
        return strategy;
    }

    /** The rules applied, those that one step of simplification puts together included. */
    private static SortedSet<String> rules(Proof proof) {
        SortedSet<String> rules = new TreeSet<>();
        for (Iterator<Node> nodes = proof.root().subtreeIterator(); nodes.hasNext(); ) {
            RuleApp application = nodes.next().getAppliedRuleApp();
            if (application != null) {
                rules.add(application.rule().name().toString());
            }
            if (application instanceof OneStepSimplifierRuleApp simplification && simplification.getProtocol() != null) {
                simplification.getProtocol().forEach(step -> rules.add(step.rule().name().toString()));
            }
        }
        return rules;
    }

    private static String openGoal(Proof proof, KeYEnvironment<DefaultUserInterfaceControl> environment) {
        Collection<Goal> open = proof.openGoals().toList();
        return open.stream().findFirst()
                .map(goal -> LogicPrinter.quickPrintSequent(goal.sequent(), environment.getServices()).lines()
                        .limit(GOAL_LINES).collect(Collectors.joining("\n")))
                .orElse("");
    }

    @Override
    public void close() {
        environment.dispose();
    }
}
