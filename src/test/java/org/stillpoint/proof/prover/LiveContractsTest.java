package org.stillpoint.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;

/** No method goes without a contract, and no contract goes unread. */
@Tag("proof")
class LiveContractsTest {

    private static final Pattern CONTRACT = Pattern.compile("/\\*@ public normal_behavior\\s");
    /** KeY skips a comment with a space before the at sign, and some of those for one tool only. */
    private static final Pattern DEAD_CONTRACT =
            Pattern.compile("/[*/]\\s+@|/[*/][+-]|\\b(behaviour|exceptional_behavior|also)\\b");

    private final List<Path> sources = Specification.ofThisBuild().sources();
    private final List<SourceMethod> methods = SourceMethods.in(sources);

    @Test
    void everyMethodAndConstructorWithABodyHasAContractThatTheProverSees() {
        assertThat(Prover.ofKernel().contracts()).isEqualTo(methods.stream()
                .filter(method -> method.hasBody() && !method.isPrivate())
                .map(SourceMethod::contract)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyMethodButAnInheritingOneHasAContractInTheSource() {
        for (Path source : sources) {
            String text = Specification.read(source);
            boolean inherits = text.contains(" implements ");
            long specified = methods.stream().filter(method -> method.file().endsWith(source) && !method.isPrivate())
                    .filter(method -> !inherits || method.constructor()).count();

            assertThat(CONTRACT.matcher(text).results().count()).as("contracts in %s", source).isEqualTo(specified);
        }
    }

    @Test
    void noCommentOnlyLooksLikeAContract() {
        assertThat(sources).allSatisfy(source -> assertThat(Specification.read(source)).doesNotContainPattern(DEAD_CONTRACT));
    }

    @Test
    void noContractIsAssumedInsteadOfProved() {
        assertThat(sources).allSatisfy(source ->
                assertThat(Specification.read(source)).doesNotContainPattern("\\b(assume|axiom|model|ghost|native)\\b"));
    }
}
