package org.stillpoint.report.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;

class ContractCodeTest {

    private static final String ZERO = "ZeroInitialization.weightsStayZero";
    private static final Pattern OF_JML = Pattern.compile("\\\\\\w+");
    private static final Pattern LINK = Pattern.compile("<a href=\"../words.html#word-[\\w-]+\">([^<]*)</a>");

    @TestFactory
    Stream<DynamicTest> theContractOfEveryProofOfAClaimIsPackedAndEachOfItsWordsExplained() throws IOException {
        return Catalogue.load(Path.of("specs/claims")).claims().stream().flatMap(claim -> claim.evidence().stream())
                .filter(evidence -> evidence.kind() == Kind.PROOF).map(EvidenceName::name).distinct().sorted()
                .map(proof -> DynamicTest.dynamicTest(proof, () -> isShown(proof)));
    }

    private static void isShown(String proof) {
        ContractCode contracts = new ContractCode(List.of(proof));
        String code = contracts.of(proof).orElseThrow().render();
        String text = text(code);

        assertThat(text).startsWith("/*@ public normal_behavior\n").endsWith("}").contains("  @ ensures ")
                .contains(" " + proof.replaceFirst(".*[.]", "") + "(").doesNotContain("/**", "@claim");
        assertThat(text.split("@[*]/", -1)).as("one contract, and those of loops").hasSizeLessThanOrEqualTo(4);
        Set<String> linked = LINK.matcher(code).results().map(link -> link.group(1)).collect(Collectors.toSet());
        assertThat(OF_JML.matcher(text).results().map(MatchResult::group)).isSubsetOf(linked);
        assertThat(contracts.words()).extracting(Word::id).contains("word-ensures").doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(code.split("words.html#" + id + "\"", -1)).as(id).hasSize(2));
    }

    @Test
    void aContractIsTheTextOfItsSource() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/stillpoint/kernel/theorem/ZeroInitialization.java"));

        assertThat(source.replaceAll("(?m)^    ", ""))
                .contains(text(new ContractCode(List.of(ZERO)).of(ZERO).orElseThrow().render()));
    }

    @Test
    void aWordLeadsToItsLine() {
        ContractCode contracts = new ContractCode(List.of(ZERO));

        assertThat(contracts.of(ZERO).orElseThrow().render()).contains("<a href=\"../words.html#word-isZeroAtZero\">"
                + "\\dl_isZeroAtZero</a>(rule)");
    }

    @Test
    void aWordIsALinkWhereItStandsFirst() {
        String code = new ContractCode(List.of(ZERO)).of(ZERO).orElseThrow().render();

        assertThat(code.split("isZeroBelowTheOutputBias[(<]", -1)).hasSize(3);
        assertThat(code).contains("#word-isZeroBelowTheOutputBias\">\\dl_isZeroBelowTheOutputBias</a>(start)",
                " \\dl_isZeroBelowTheOutputBias(<a ");
    }

    @Test
    void aMethodThatInheritsItsContractIsShownWithIt() {
        assertThat(text(new ContractCode(List.of("Relu.derivative")).of("Relu.derivative").orElseThrow().render()))
                .contains("\\dl_slope(this, \\dl_val(kappa), \\dl_val(z))", "if (z.signum() > 0) {");
    }

    @Test
    void whatTheBuildDidNotPackIsLeftOut() {
        ContractCode contracts = new ContractCode(List.of("Nowhere.atAll"));

        assertThat(contracts.of("Nowhere.atAll")).isEmpty();
        assertThat(contracts.hasWords()).isFalse();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
