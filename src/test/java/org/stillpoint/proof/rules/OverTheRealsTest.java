package org.stillpoint.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.OverTheReals;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.prover.Theorems;

/**
 * Which theorems hold over the reals is read from their contracts: from all words of what these ask for, and all that those words
 * are defined by. {@code AxiomModelTest} shows that the axioms hold of the reals.
 */
@Tag("proof")
class OverTheRealsTest {

    /** What speaks of the values and slopes of activations, of their classes, or of a loss. */
    private static final Set<String> OF_FUNCTIONS = Set.of("sigma", "slope", "lossEntry", "lossDerivative", "exactInstance",
            "instance", "Relu", "Identity", "isRelu");
    private static final Set<String> ZERO_AT_ZERO = Set.of("isZeroAtZero", "areZeroAtZero");
    private static final Set<String> OPPOSITE_LOSS = Set.of("hasBalancedBatches");

    private static final Pattern REQUIRES = Pattern.compile("@ requires (.*?)(?=@ (?:requires|ensures) )", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("(?:\\\\dl_)?(\\w+)");
    private static final Pattern AXIOMS = Pattern.compile("^\\| axioms of arithmetic, also through what it uses \\| (.*) \\|$",
            Pattern.MULTILINE);

    private final Rules rules = Rules.ofThisBuild();
    private final Map<String, Set<String>> spokenOf = new HashMap<>();

    @Test
    void theTheoremsThatAreSaidToHoldOverTheRealsAreThoseWhoseContractsAskNoMoreOfActivationsAndLoss() {
        Map<OverTheReals, Set<String>> read = claimed().filter(method -> kind(method).isPresent())
                .collect(Collectors.groupingBy(method -> kind(method).get(),
                        Collectors.mapping(SourceMethod::contract, Collectors.toSet())));

        assertThat(Arrays.stream(OverTheReals.values()).collect(Collectors.toMap(kind -> kind, OverTheReals::theorems)))
                .isEqualTo(read);
    }

    @Test
    void whatIsAskedOfAnActivationAtZeroIsItsValueThere() {
        Set<String> defined = new TreeSet<>();
        ZERO_AT_ZERO.forEach(word -> defined.addAll(spokenOf(word)));

        assertThat(defined).contains("sigma", "zeroAtZero").doesNotContain("slope", "lossEntry", "exactInstance");
        assertThat(rules.definitions().get("zeroAtZero").values().stream().flatMap(List::stream).map(KeyRule::meaning))
                .singleElement().asString().contains("sigma(activationAt(F, k), qZero) = qZero");
    }

    @Test
    void theirProofsUseOfNumbersNothingButAxioms() throws IOException {
        Set<String> axioms = KeyRule.all().stream().filter(KeyRule::isAxiom).map(KeyRule::name).collect(Collectors.toSet());
        for (OverTheReals kind : OverTheReals.values()) {
            for (String theorem : kind.theorems()) {
                assertThat(axiomsOf(theorem)).as(theorem).isSubsetOf(axioms);
            }
        }
    }

    @Test
    void theSentenceStandsByTheClaimsThatSuchATheoremDecides() throws IOException {
        List<Claim> claims = Catalogue.load(Path.of("specs/claims")).claims();

        assertThat(claims.stream().filter(claim -> !OverTheReals.of(claim).isEmpty()).map(Claim::id).toList())
                .contains("ZERO-2", "SYM-2").isEqualTo(claims.stream().filter(this::isDecidedByOne).map(Claim::id).toList());
    }

    private boolean isDecidedByOne(Claim claim) {
        return claim.grounds().all().stream().filter(ground -> ground.of().decides() && ground.evidence().kind() == Kind.PROOF)
                .anyMatch(ground -> kind(Theorems.ofThisBuild().method(ground.evidence().name())).isPresent());
    }

    private static Stream<SourceMethod> claimed() {
        Theorems theorems = Theorems.ofThisBuild();
        return theorems.methods().stream().filter(method -> theorems.contains(method.contract()))
                .filter(method -> !theorems.claims(method.contract()).isEmpty());
    }

    /** What a contract asks of activations and loss; empty if it is something else. */
    private Optional<OverTheReals> kind(SourceMethod method) {
        if (method.parameters().containsValue("Program")) {
            return Optional.of(OverTheReals.ANY_OPERATION);
        }
        Set<String> asked = Stream.concat(requiredWords(method), method.parameters().values().stream())
                .filter(word -> spokenOf(word).stream().anyMatch(OF_FUNCTIONS::contains)).collect(Collectors.toSet());
        return asked.isEmpty() ? Optional.of(OverTheReals.ANY_ACTIVATION)
                : ZERO_AT_ZERO.containsAll(asked) ? Optional.of(OverTheReals.ZERO_AT_ZERO)
                : OPPOSITE_LOSS.containsAll(asked) ? Optional.of(OverTheReals.OPPOSITE_LOSS) : Optional.empty();
    }

    private Set<String> spokenOf(String word) {
        return spokenOf.computeIfAbsent(word, rules::spokenOf);
    }

    private static Stream<String> requiredWords(SourceMethod method) {
        String before = Specification.read(method.file()).substring(0, method.start());
        String contract = before.substring(before.lastIndexOf("/*@"));
        return REQUIRES.matcher(contract).results().map(clause -> clause.group(1))
                .flatMap(clause -> WORD.matcher(clause).results()).map(word -> word.group(1))
                .filter(word -> !method.parameters().containsKey(word));
    }

    private static List<String> axiomsOf(String theorem) throws IOException {
        Matcher axioms = AXIOMS.matcher(Files.readString(Path.of("proofs/theorems", theorem, "README.md")));
        assertThat(axioms.find()).as(theorem).isTrue();
        return axioms.group(1).equals("none") ? List.of() : List.of(axioms.group(1).split(", "));
    }
}
