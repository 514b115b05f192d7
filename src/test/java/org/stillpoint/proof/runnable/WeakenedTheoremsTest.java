package org.stillpoint.proof.runnable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.claims.FormalStatement;
import org.stillpoint.proof.prover.ContractAsRead;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.wording.ContractInWords;
import org.stillpoint.proof.wording.Words;

/** A theorem with one hypothesis more, or one conclusion less, is told from the theorem. */
@Tag("proof")
class WeakenedTheoremsTest {

    private static SortedMap<String, ContractAsRead> read;
    private static Map<String, RunnableContract> source;
    private static Map<String, List<List<Object>>> calls;

    @BeforeAll
    static void readTheContracts() {
        read = Prover.ofKernel().read();
        source = RunnableContract.ofThisBuild();
        calls = TheoremCalls.all();
    }

    @TestFactory
    Stream<DynamicTest> aTheoremHoldsOfCallsOfEachSize() {
        return calls.entrySet().stream()
                .map(theorem -> DynamicTest.dynamicTest(theorem.getKey() + ", " + theorem.getValue().size() + " calls", () -> {
            ContractAsRead contract = read.get(theorem.getKey());
            for (List<Object> arguments : theorem.getValue()) {
                CallInTheModel call = new CallInTheModel(contract, arguments);
                assertThat(contract.requires()).as("precondition on %s", Changes.values(arguments.toArray()))
                        .allMatch(call::holds);
                CallInTheModel returned = call.returned(source.get(contract.name()).call(arguments));
                assertThat(contract.ensures()).as("postcondition on %s", Changes.values(arguments.toArray()))
                        .allMatch(returned::holds);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aHypothesisThatATheoremDoesNotHaveIsFalseOfACall() {
        return calls.keySet().stream().flatMap(theorem -> AddedHypothesis.of(read.get(theorem)).stream()
                .map(added -> DynamicTest.dynamicTest(theorem + ", if " + added.name(), () -> assertThat(calls.get(theorem))
                        .as("calls of %s of which one is to have none of: %s", theorem, added.name())
                        .anySatisfy(call -> assertThat(new CallInTheModel(read.get(theorem), call).holds(added.formula()))
                                .isFalse()))));
    }

    /** So that a claim whose theorem loses one does not state exactly what the theorem does ({@code FormalStatementsTest}). */
    @Test
    void eachPartOfATheoremIsALineOfItsStatement() {
        Words words = new Words();
        assertThat(calls.keySet()).allSatisfy(theorem -> {
            ContractAsRead contract = read.get(theorem);
            FormalStatement statement = ContractInWords.of(contract, words);
            // of what the theorem is; and what the result is, that the call ends, and what is not changed
            assertThat(statement.given()).hasSize(contract.requires().size() + 1);
            assertThat(statement.then()).hasSize(contract.ensures().size() + 3);
            List<String> lines = new ArrayList<>(statement.given());
            lines.addAll(statement.then());
            assertThat(new HashSet<>(lines)).as("lines of %s", theorem).hasSameSizeAs(lines);
        });
    }
}
