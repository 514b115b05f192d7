package org.stillpoint.proof.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.FormalStatement;
import org.stillpoint.proof.prover.ContractAsRead;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Theorems;
import tools.jackson.databind.node.JsonNodeFactory;

/** Each claim says exactly what its proofs state, as KeY has read it. */
@Tag("proof")
class FormalStatementsTest {

    /** The system property that, set to {@code rewrite}, makes the claims say what their proofs state now. */
    private static final String PROPERTY = "stillpoint.statements";
    private static final Path CLAIMS = Path.of("specs/claims");
    private static final Pattern EXACTLY = Pattern.compile("(?s)\\n  \"exactly\": .*?(?=,\\n  \")");
    private static final Words WORDS = new Words();

    private static Catalogue catalogue;
    private static SortedMap<String, FormalStatement> statements;

    @BeforeAll
    static void readTheContracts() throws IOException {
        catalogue = Catalogue.load(CLAIMS);
        SortedMap<String, ContractAsRead> read = Prover.ofKernel().read();
        SortedSet<String> contracts = new TreeSet<>(read.keySet());
        contracts.removeIf(contract -> !Theorems.ofThisBuild().contains(contract));
        catalogue.claims().forEach(claim -> contracts.addAll(proofs(claim)));
        statements = new TreeMap<>();
        contracts.forEach(contract -> statements.put(contract, ContractInWords.of(read.get(contract), WORDS)));
    }

    @TestFactory
    Stream<DynamicTest> aClaimStatesExactlyWhatItsProofsState() {
        return catalogue.claims().stream().map(claim -> DynamicTest.dynamicTest(claim.id(), () -> {
            List<FormalStatement> stated = proofs(claim).stream().map(statements::get).toList();
            if ("rewrite".equals(System.getProperty(PROPERTY))) {
                rewrite(claim, stated);
            } else {
                assertThat(lines(claim.exactly()))
                        .as("what %s states; if it should state what its proofs do, -D%s=rewrite makes it", claim.id(), PROPERTY)
                        .isEqualTo(lines(stated));
            }
        }));
    }

    @Test
    void everyWordIsOfSomeTheorem() {
        assertThat(WORDS.unused()).as("lines of the dictionary that nothing needs").isEmpty();
    }

    private static List<String> proofs(Claim claim) {
        return claim.evidence().stream().filter(evidence -> evidence.kind() == Kind.PROOF).map(EvidenceName::name).toList();
    }

    private static List<String> lines(List<FormalStatement> statements) {
        List<String> lines = new ArrayList<>();
        for (FormalStatement statement : statements) {
            lines.add(statement.proof());
            statement.given().forEach(line -> lines.add("given: " + line));
            statement.then().forEach(line -> lines.add("then: " + line));
        }
        return lines;
    }

    /** Changes that field and nothing else of the file. */
    private static void rewrite(Claim claim, List<FormalStatement> stated) throws IOException {
        Path file = CLAIMS.resolve(claim.id() + ".json");
        Files.writeString(file, EXACTLY.matcher(Files.readString(file)).replaceFirst(Matcher.quoteReplacement("\n  \"exactly\": "
                + array("  ", stated.stream().map(FormalStatementsTest::object).toList()))));
    }

    private static String object(FormalStatement statement) {
        String indent = " ".repeat(6);
        return "{\n" + indent + "\"proof\": " + string(statement.proof())
                + ",\n" + indent + "\"given\": "
                + array(indent, statement.given().stream().map(FormalStatementsTest::string).toList())
                + ",\n" + indent + "\"then\": "
                + array(indent, statement.then().stream().map(FormalStatementsTest::string).toList()) + "\n    }";
    }

    private static String array(String indent, List<String> values) {
        String separator = "\n" + indent + "  ";
        return values.isEmpty() ? "[]" : "[" + separator + String.join("," + separator, values) + "\n" + indent + "]";
    }

    private static String string(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
