package org.stillpoint.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** The theorems that rest on a method are found in the source. */
class TheoremsTest {

    private final Theorems theorems = Theorems.ofThisBuild();
    private final List<String> all = theorems.methods().stream().map(method -> method.contract()).toList();

    @Test
    void aTheoremFallsWithEveryContractThatItRestsOn() {
        List<String> proved = all.stream().filter(theorems::contains).toList();

        assertThat(proved).isNotEmpty().allSatisfy(theorem -> {
            SortedSet<String> basis = theorems.restsOn(theorem);
            assertThat(basis).containsAll(theorems.uses(theorem));
            assertThat(basis).allSatisfy(contract ->
                    assertThat(theorems.fallenWith(contract)).anySatisfy(fallen -> assertThat(fallen).contains(theorem)));
        });
    }

    @Test
    void aCallOfAnActivationFunctionLeadsToItsImplementations() {
        assertThat(theorems.uses("Vectors.activate")).contains("Identity.value", "Relu.value");
    }

    @Test
    void aFallenTheoremIsNamedWithItsClaims() {
        assertThat(all).filteredOn(contract -> !theorems.claims(contract).isEmpty()).isNotEmpty().allSatisfy(contract ->
                assertThat(theorems.fallenWith(contract)).contains(String.join(", ", theorems.claims(contract)) + " (" + contract
                        + ")"));
    }
}
