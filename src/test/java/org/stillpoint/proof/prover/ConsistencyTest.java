package org.stillpoint.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;

/** With the same rules and stubs, a short search proves nothing that is false. */
@Tag("proof")
class ConsistencyTest {

    private static final Budget SMOKE = new Budget(3_000, Duration.ofSeconds(60));
    private static final String UNPROVABLE = "\\dl_val(null) == \\dl_qZero()";
    private static final String TWIN = "ThenAnything";
    /** The classes whose searches run out of rules soon, so that the budget is not what ends them. */
    private static final Set<String> BUILDING_BLOCKS = Set.of("Vectors", "Relu", "Identity", "Parameters", "State",
            "LearningRule", "Schedule", "SmallUnit", "Program", "Training", "Checker");

    @Test
    void falseIsNotProvedFromTheRulesAlone() {
        Specification specification = Specification.ofThisBuild().copy("false", (file, text) -> text).withProblem("false");

        try (Prover prover = Prover.load(specification.problem())) {
            assertThat(prover.proveProblem(SMOKE).closed()).isFalse();
        }
    }

    /**
     * Beside each method stands a twin with the same body and precondition that promises something about which there is no rule,
     * so that only a contradiction proves it. The constant {@code false} would end the search before the body is looked at.
     * Nothing calls the twins, so no promise of one helps another.
     */
    @TestFactory
    Stream<DynamicTest> nothingArbitraryIsProvedOfABuildingBlock() {
        Map<String, String> withTwins = new HashMap<>();
        List<SourceMethod> methods = SourceMethods.in(Specification.ofThisBuild().sources()).stream()
                .filter(method -> method.hasBody() && !method.isPrivate() && !method.constructor())
                .filter(method -> BUILDING_BLOCKS.contains(method.contract().substring(0, method.contract().indexOf('.'))))
                .toList();
        methods.stream().sorted(Comparator.comparing(SourceMethod::start).reversed()).forEach(method ->
                withTwins.compute(method.file().getFileName().toString(), (file, text) -> {
                    String source = text == null ? Specification.read(method.file()) : text;
                    return source.substring(0, method.end()) + twin(method) + source.substring(method.end());
                }));
        Specification specification = Specification.ofThisBuild().copy("then-anything", withTwins::getOrDefault);
        Prover prover = Prover.load(specification.problem());
        return methods.stream()
                .map(method -> method.contract() + TWIN)
                .map(contract -> DynamicTest.dynamicTest(contract, () -> {
                    assertThat(prover.contracts()).contains(contract);
                    assertThat(prover.prove(contract, SMOKE).closed()).isFalse();
                }))
                .onClose(prover::close);
    }

    private static String twin(SourceMethod method) {
        String text = Specification.read(method.file());
        String twin = text.substring(method.start(), method.end())
                .replaceFirst("\\b" + method.name() + "\\(", method.name() + TWIN + "(");
        return "\n\n    " + contract(method).replace("normal_behavior", "normal_behavior\n      @ ensures " + UNPROVABLE + ";")
                + "\n    " + twin;
    }

    /** The contract before the method, or else the one that it inherits. */
    private static String contract(SourceMethod method) {
        SourceMethod specified = Specification.read(method.file()).contains(" implements ")
                ? SourceMethods.in(Specification.ofThisBuild().sources()).stream()
                        .filter(other -> !other.hasBody() && other.name().equals(method.name())).findFirst().orElseThrow()
                : method;
        String before = Specification.read(specified.file()).substring(0, specified.start());
        String contract = before.substring(before.lastIndexOf("/*@ public normal_behavior"));
        return contract.substring(0, contract.indexOf("@*/") + "@*/".length());
    }
}
