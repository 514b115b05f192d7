package org.stillpoint.proof.runnable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.stillpoint.arbitraries.Rationals;
import org.stillpoint.contract.Views;
import org.stillpoint.properties.Seeds;

/** Generated calls of the method that a stub stands for, and what the stub says wrongly of them. */
final class StubCalls {

    private static final int CALLS = 500;

    /** A call, and the same one with other objects of the same values. */
    record Call(List<Object> arguments, List<Object> anew) {
    }

    private StubCalls() {
    }

    /** Calls that a contract allows; the numbers of each are equal to each other one time in five. */
    static List<Call> allowedBy(String name, RunnableContract contract) {
        List<Call> calls = new ArrayList<>();
        JqwikSession.run(Seeds.of(StubCalls.class, name), () -> calls(contract.types()).sampleStream()
                .filter(call -> contract.allows(call.arguments())).limit(CALLS).forEach(calls::add));
        return calls;
    }

    /** What is wrong with a contract in one of these calls. */
    static Optional<String> mistake(RunnableContract contract, List<Call> calls) {
        return calls.stream().flatMap(call -> mistake(contract, call).stream()).findFirst();
    }

    private static Optional<String> mistake(RunnableContract contract, Call call) {
        List<String> before = texts(call.arguments());
        Object result;
        Object again;
        try {
            result = contract.call(call.arguments());
            again = contract.call(call.anew());
        } catch (IllegalStateException e) {
            return Optional.of(before + " is allowed and throws " + e.getCause().getCause());
        }
        if (!texts(call.arguments()).equals(before)) {
            return Optional.of(before + " became " + texts(call.arguments()));
        }
        if (!value(again).equals(value(result))) {
            return Optional.of(before + " gives " + value(result) + ", and " + value(again) + " with other objects");
        }
        List<Object> outcome = new ArrayList<>(List.of(Set.of(), result));
        outcome.addAll(call.arguments());
        return contract.ensures().stream().filter(part -> !part.isTrue(outcome)).findFirst()
                .map(part -> part + " is false of " + value(result) + " for " + before);
    }

    private static List<String> texts(List<Object> arguments) {
        return arguments.stream().map(argument -> argument instanceof BigFraction number
                ? number.getNumerator() + "/" + number.getDenominator() : argument.toString()).toList();
    }

    private static Object value(Object result) {
        return result instanceof BigFraction number ? Views.val(number) : result;
    }

    private static Arbitrary<Call> calls(List<Class<?>> types) {
        return Combinators.combine(numbers().list().ofSize(types.size()), integers().list().ofSize(types.size()),
                Arbitraries.integers().between(0, Rationals.WAYS - 1), Rationals.any(), Arbitraries.frequency(
                        Tuple.of(1, true), Tuple.of(4, false)))
                .as((numbers, integers, way, detour, equal) -> {
                    List<Object> arguments = new ArrayList<>();
                    List<Object> anew = new ArrayList<>();
                    IntStream.range(0, types.size()).forEach(i -> {
                        BigFraction number = numbers.get(equal ? 0 : i);
                        boolean isNumber = types.get(i) == BigFraction.class;
                        Object argument = isNumber ? number : types.get(i) == int.class ? integers.get(i)
                                : BigFractionField.getInstance();
                        arguments.add(argument);
                        anew.add(isNumber ? Rationals.madeAnew(number, detour, way) : argument);
                    });
                    return new Call(arguments, anew);
                });
    }

    private static Arbitrary<BigFraction> numbers() {
        return Arbitraries.frequencyOf(Tuple.of(4, Rationals.any()), Tuple.of(1, Rationals.huge()));
    }

    private static Arbitrary<Integer> integers() {
        return Arbitraries.oneOf(Arbitraries.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE), Arbitraries.integers());
    }
}
