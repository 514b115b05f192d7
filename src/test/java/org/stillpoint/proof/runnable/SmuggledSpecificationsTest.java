package org.stillpoint.proof.runnable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.prover.CallableContractsTest;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;

/**
 * What is written beside the contracts, in any of the ways that KeY reads, is noticed in the text, and again in what KeY has
 * read.
 */
@Tag("proof")
class SmuggledSpecificationsTest {

    /**
     * Something added to a class.
     *
     * @param before what it is put before
     * @param noticed what is found in KeY, in part; empty if that is a part of a contract
     */
    private record Smuggled(String type, String before, String added, String noticed) {

        String into(String text) {
            assertThat(text).contains(before);
            return text.replace(before, added + "\n    " + before);
        }
    }

    private static final String HIDDEN = "ZeroInitialization.weightsStayZero";

    private static final List<Smuggled> ALL = List.of(
            new Smuggled("Symmetry", "private Symmetry()", "//@ public static invariant 1 == 2;", "Symmetry: invariant"),
            new Smuggled("ZeroInitialization", "public static State weightsStayZero(", "//@ requires schedule == null;", ""),
            new Smuggled("Span", "private Span()", "/*+KEY@ public invariant 1 == 2; @*/", "Span: invariant"),
            new Smuggled("Euler", "private Euler()", "/*@ public static ghost int counter; @*/", "Euler: ghost field"),
            new Smuggled("Linearity", "  @ assignable", "  @ ensures_free false;",
                    "Linearity.gradientIsLinear: free postcondition"),
            new Smuggled("BatchOrder", "return Sgd.", "//@ assume 1 == 2;", "BatchOrder: statement in orderDoesNotMatter"),
            new Smuggled("BatchParts", "private BatchParts()", "/*-OPENJML@ public static model int shown; @*/", "BatchParts: "));

    private static Specification copy;
    private static Prover prover;

    @BeforeAll
    static void readACopy() {
        copy = Specification.ofThisBuild()
                .copy("smuggled", (file, text) -> ALL.stream().filter(smuggled -> file.equals(smuggled.type() + ".java"))
                .map(smuggled -> smuggled.into(text)).findFirst().orElse(text));
        prover = Prover.load(copy.problem());
    }

    @AfterAll
    static void forget() {
        prover.close();
    }

    @TestFactory
    Stream<DynamicTest> itIsNoticedInTheText() {
        List<String> found = JmlComments.others(copy.sources());
        return ALL.stream().map(smuggled ->
                DynamicTest.dynamicTest(smuggled.added(), () -> assertThat(found).anySatisfy(comment ->
                assertThat(comment).startsWith(smuggled.type() + ".java:").contains(smuggled.added()))));
    }

    @TestFactory
    Stream<DynamicTest> itIsNoticedInWhatKeyHas() {
        List<String> found = prover.otherSpecifications().stream().filter(other -> !ReadContractsTest.IMPLIED.contains(other))
                .toList();
        return ALL.stream().filter(smuggled -> !smuggled.noticed().isEmpty())
                .map(smuggled -> DynamicTest.dynamicTest(smuggled.added(), () ->
                assertThat(found).anySatisfy(other -> assertThat(other).startsWith(smuggled.noticed()))));
    }

    @Test
    void aPreconditionBehindAContractIsAPartThatTheSourceDoesNotHave() {
        Map<String, RunnableContract> source = RunnableContract.ofThisBuild();

        assertThat(ReadContractsTest.wordsRead(prover.read().get(HIDDEN).requires()))
                .hasSize(source.get(HIDDEN).requires().size() + 1);
    }

    @Test
    void aContractThatNothingSatisfiesIsFound() {
        assertThat(prover.proveUncallable(HIDDEN, CallableContractsTest.BUDGET).closed()).isTrue();
        assertThat(prover.proveUncallable("Symmetry.twinsStayTwins", CallableContractsTest.BUDGET).closed()).isFalse();
    }
}
