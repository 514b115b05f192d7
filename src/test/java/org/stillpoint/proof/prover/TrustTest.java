package org.stillpoint.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;
import org.stillpoint.proof.rules.KeyRule;

/** What the proofs take for granted about numbers is checked on the real numbers, and is listed for the reader. */
class TrustTest {

    private static final String PROPERTIES = "org.stillpoint.properties.BigFractionProperties";
    private static final Pattern RULE = Pattern.compile("^\\s*(\\w+) \\{", Pattern.MULTILINE);
    private static final Map<String, String> PROPERTY_OF_AXIOM = Map.ofEntries(
            Map.entry("axiomAddZeroRight", "addingZeroOnTheRightChangesNothing"),
            Map.entry("axiomMulZeroLeft", "zeroTimesAnythingIsZero"),
            Map.entry("axiomMulZeroRight", "anythingTimesZeroIsZero"),
            Map.entry("axiomAddCommutes", "sumsCommute"),
            Map.entry("axiomAddSwap", "theLastTwoTermsOfASumCanBeSwapped"),
            Map.entry("axiomAddThenTakeAway", "addingAndTakingAwayChangesNothing"),
            Map.entry("axiomTakeAwayThenAdd", "takingAwayAndAddingChangesNothing"),
            Map.entry("axiomMulAssociative", "productsAssociate"),
            Map.entry("axiomMulNegRight", "theOppositeOfAFactorGivesTheOppositeProduct"),
            Map.entry("axiomMulCommutes", "productsCommute"),
            Map.entry("axiomMulSwap", "theLastTwoFactorsOfAProductCanBeSwapped"),
            Map.entry("axiomDistribute", "productsDistributeOverSums"),
            Map.entry("axiomMulOneRight", "timesOneChangesNothing"),
            Map.entry("axiomRatioOfParts", "theShareOfAPartTimesAShareInItIsAShareInTheWhole"),
            Map.entry("axiomSignumZero", "onlyZeroHasSignZero"),
            Map.entry("axiomAddZeroLeft", "addingToZeroOnTheLeftGivesTheOther"),
            Map.entry("axiomSignOfProduct", "theSignOfAProductIsTheProductOfTheSigns"),
            Map.entry("axiomSignOfSum", "aSumOfNumbersNotBelowZeroIsNotBelowZero"),
            Map.entry("axiomSignOfOpposite", "theOppositeHasTheOppositeSign"),
            Map.entry("axiomSignOfZero", "theSignOfZeroIsZero"),
            Map.entry("axiomSignValues", "aSignIsMinusOneZeroOrOne"));

    private final Specification specification = Specification.ofThisBuild();

    @Test
    void everyMethodOfAStubHasAProperty() throws ClassNotFoundException {
        assertThat(properties()).containsAll(SourceMethods.in(specification.stubs()).stream().map(SourceMethod::name).toList());
    }

    @Test
    void everyAxiomHasAProperty() throws ClassNotFoundException {
        List<String> properties = properties();

        assertThat(axioms()).allSatisfy(axiom -> assertThat(properties).contains(PROPERTY_OF_AXIOM.get(axiom)));
    }

    @Test
    void theInventoryNamesEveryAxiomAndEveryMethodOfAStub() {
        String inventory = Specification.read(Path.of("specs/README.md"));

        assertThat(axioms()).allSatisfy(axiom -> assertThat(inventory).contains(axiom));
        assertThat(SourceMethods.in(specification.stubs())).allSatisfy(method -> assertThat(inventory).contains(method.name()));
    }

    /** A lemma with the name of another would pass for proved. */
    @Test
    void noTwoRulesOfTheTheoryHaveOneName() {
        assertThat(specification.theories().stream().flatMap(theory -> RULE.matcher(Specification.read(theory)).results())
                .map(rule -> rule.group(1)).filter(name -> name.startsWith("axiom") || name.startsWith("lemma")))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFileWithALemmaIsOneWhoseLemmasAreProved() {
        assertThat(Stream.concat(specification.filesOfLemmas().stream(),
                specification.foundations().stream().flatMap(problem -> specification.rulesOf(problem).stream())))
                .containsAll(specification.theories().stream().filter(file -> Specification.read(file).contains("\n  lemma"))
                        .map(Path::toAbsolutePath).toList());
    }

    private static Set<String> axioms() {
        return KeyRule.all().stream().filter(KeyRule::isAxiom).map(KeyRule::name).collect(Collectors.toSet());
    }

    private static List<String> properties() throws ClassNotFoundException {
        return Arrays.stream(Class.forName(PROPERTIES).getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Property.class))
                .map(method -> method.getName()).toList();
    }
}
