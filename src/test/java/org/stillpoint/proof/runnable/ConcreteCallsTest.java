package org.stillpoint.proof.runnable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.kernel.Backpropagation;
import org.stillpoint.proof.runnable.RunnableContract.Part;
import org.stillpoint.proof.runnable.RunnableContract.Unanswered;

/**
 * What a contract requires can be met: each is called once, on arguments that its precondition holds for as it stands in the
 * source; and what it promises is then true. Each part of it is false of something.
 */
class ConcreteCallsTest {

    private static final Map<String, RunnableContract> CONTRACTS = RunnableContract.ofThisBuild();
    private static final Map<String, List<Object>> CALLS = ConcreteCalls.all();

    /** Those that only help the prover, or that the types of the arguments say already. */
    private static final Set<String> TRUE_OF_EVERYTHING = Set.of("\\dl_unfoldLayer(0)", "\\typeof(relu) == \\type(Relu)",
            "\\typeof(identity) == \\type(Identity)", "rows.length < Integer.MAX_VALUE", "layers.length < Integer.MAX_VALUE");

    /** It returns its first operand whatever the others are, so that it says no more than is so whatever it says. */
    private static final String KEEPS_WHATEVER_IS_ZERO = "Same.keeps";

    @Test
    void noCallIsWithoutAContract() {
        assertThat(CONTRACTS.keySet()).containsAll(CALLS.keySet());
    }

    @Test
    void theFirstUnitIsAtTheKinkOnTheFirstInput() {
        assertThat(Backpropagation.preactivations(ConcreteCalls.DEEP, ConcreteCalls.RELU, ConcreteCalls.BATCH[0])[0])
                .contains(BigFraction.ZERO).anyMatch(z -> z.signum() > 0);
    }

    @TestFactory
    Stream<DynamicTest> everyContractHasACallOnWhichItHolds() {
        return tests(this::requireACall);
    }

    @TestFactory
    Stream<DynamicTest> everyPartOfAPreconditionIsFalseOfOtherArguments() {
        return tests(contract -> {
            List<Object> call = call(contract);
            assertThat(CONTRACTS.get(contract).requires().stream().filter(part -> !TRUE_OF_EVERYTHING.contains(part.text())))
                    .allSatisfy(part -> assertThat(isFalseAfterAChange(part, call, 0, call.size())).as(part.text()).isTrue());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyPartOfAPostconditionIsFalseOfAnotherResult() {
        return tests(contract -> {
            RunnableContract runnable = CONTRACTS.get(contract);
            List<Object> call = call(contract);
            List<Object> outcome = outcome(Changes.reachedFrom(call), runnable.call(call), call);
            assertThat(runnable.ensures()).isNotEmpty().filteredOn(part -> !contract.equals(KEEPS_WHATEVER_IS_ZERO))
                    .allSatisfy(part -> assertThat(isFalseAfterAChange(part, outcome, 1, 2)).as(part.text()).isTrue());
        });
    }

    /** The calls above are of what the checks refuse. */
    @TestFactory
    Stream<DynamicTest> aCheckAcceptsWhatIsValid() {
        return ProgramCalls.accepted().entrySet().stream().map(check -> DynamicTest.dynamicTest(check.getKey(), () ->
                assertThat(check.getValue()).allSatisfy(call -> {
                    RunnableContract runnable = CONTRACTS.get(check.getKey());
                    assertThat(runnable.allows(call)).isTrue();
                    assertThat(runnable.call(call)).isEqualTo(true);
                    assertThat(runnable.ensures()).allMatch(part -> part.holds(outcome(Set.of(), true, call)));
                    assertThat(CONTRACTS.get(check.getKey()).call(CALLS.get(check.getKey()))).isEqualTo(false);
                })));
    }

    private static Stream<DynamicTest> tests(Consumer<String> check) {
        return CONTRACTS.keySet().stream().map(contract -> DynamicTest.dynamicTest(contract, () -> check.accept(contract)));
    }

    private void requireACall(String contract) {
        RunnableContract runnable = CONTRACTS.get(contract);
        List<Object> call = call(contract);
        Object values = Changes.values(call.toArray());
        Set<Object> before = Changes.reachedFrom(call);

        assertThat(runnable.requires()).as("precondition of %s on %s", contract, values)
                .allMatch(part -> part.holds(call));
        Object result = runnable.call(call);
        assertThat(Changes.values(call.toArray())).as("arguments of %s after the call", contract).isEqualTo(values);
        assertThat(runnable.ensures()).as("postcondition of %s for %s on %s", contract, Changes.values(result), values)
                .allMatch(part -> part.holds(outcome(before, result, call)));
    }

    private static List<Object> call(String contract) {
        assertThat(CALLS.containsKey(contract)).as("%s has a contract and no call: add one to ConcreteCalls", contract).isTrue();
        return CALLS.get(contract);
    }

    private static List<Object> outcome(Set<Object> before, Object result, List<Object> call) {
        List<Object> outcome = new ArrayList<>(Arrays.asList(before, result));
        outcome.addAll(call);
        return outcome;
    }

    /** Whether some change of one of the arguments in a range makes a part false. */
    private static boolean isFalseAfterAChange(Part part, List<Object> arguments, int from, int to) {
        return IntStream.range(from, to).boxed()
                .flatMap(i -> Changes.of(arguments.get(i)).stream().map(changed -> with(arguments, i, changed)))
                .anyMatch(changed -> isFalse(part, changed));
    }

    private static List<Object> with(List<Object> arguments, int i, Object argument) {
        List<Object> changed = new ArrayList<>(arguments);
        changed.set(i, argument);
        return changed;
    }

    private static boolean isFalse(Part part, List<Object> arguments) {
        try {
            return !part.holds(arguments);
        } catch (Unanswered e) {
            return false;
        }
    }
}
