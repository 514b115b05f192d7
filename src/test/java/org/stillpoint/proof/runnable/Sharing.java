package org.stillpoint.proof.runnable;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.KernelValue;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.State;

/**
 * Which arrays and objects of its arguments a method of the kernel returns, alone or in others. Numbers do not count: they never
 * change.
 */
final class Sharing {

    private static final List<String> OF_EACH_STEP = List.of("ratesOfOne", "biasRatesOfOne");
    /** Losses that return what they were given, which their contract allows. */
    private static final List<LossDerivative> RETURNING = List.of((output, target) -> target, (output, target) -> output);

    private static final Schedule NO_STEPS = new Schedule(new BigFraction[0][][], new BigFraction[0][][], new BigFraction[0]);
    private static final ActivationFunction[] NO_ACTIVATIONS = {};

    private Sharing() {
    }

    /**
     * What is shared in some call that the contract allows.
     *
     * @return such as {@code rows[]}, an entry of the argument {@code rows}; nothing inside of what is shared itself
     */
    static Set<String> of(RunnableContract contract, List<Object> call) {
        Set<String> shared = new TreeSet<>();
        Stream.concat(edgeCases(contract.names(), call), changes(call)).filter(contract::allows).map(Sharing::copy)
                .forEach(arguments -> shared.addAll(between(contract.names(), arguments, contract.call(arguments))));
        return shared;
    }

    /** The call, without steps, with one layer, without biases, with other losses, and each with each. */
    private static Stream<List<Object>> edgeCases(List<String> names, List<Object> call) {
        List<Object> withoutSteps = new ArrayList<>(call);
        withoutSteps.replaceAll(argument -> argument instanceof Schedule ? NO_STEPS : argument);
        OF_EACH_STEP.stream().mapToInt(names::indexOf).filter(i -> i >= 0).forEach(i ->
                withoutSteps.set(i, Array.newInstance(call.get(i).getClass().getComponentType(), 0)));
        return Stream.of(call, withoutSteps)
                .flatMap(each -> Stream.of(each, each.stream().map(Sharing::lastLayer).toList()))
                .flatMap(each -> Stream.of(each, each.stream().map(Sharing::withoutBiases).toList()))
                .flatMap(each -> Stream.concat(Stream.of(each),
                        RETURNING.stream().map(loss -> each.stream().map(argument -> withLoss(argument, loss)).toList())));
    }

    private static Object withLoss(Object argument, LossDerivative loss) {
        return argument instanceof LossDerivative ? loss
                : argument instanceof LearningRule ? KernelValue.with(argument, "loss", loss) : argument;
    }

    /** The call with one argument changed, in each way but to a length that no memory holds. */
    private static Stream<List<Object>> changes(List<Object> call) {
        return IntStream.range(0, call.size()).boxed().flatMap(i -> Changes.of(call.get(i)).stream()
                .filter(changed -> !Integer.valueOf(Integer.MAX_VALUE).equals(changed)).map(changed -> {
                    List<Object> other = new ArrayList<>(call);
                    other.set(i, changed);
                    return other;
                }));
    }

    private static Object lastLayer(Object argument) {
        if (argument instanceof Parameters p) {
            return new Parameters(last(p.weights), last(p.biases));
        }
        if (argument instanceof State s) {
            return new State((Parameters) lastLayer(s.parameters), (Parameters) lastLayer(s.velocity));
        }
        return argument instanceof LearningRule ? KernelValue.with(argument, "activations", NO_ACTIVATIONS)
                : argument instanceof ActivationFunction[] ? NO_ACTIVATIONS : argument;
    }

    private static <T> T[] last(T[] layers) {
        return Arrays.copyOfRange(layers, layers.length - 1, layers.length);
    }

    private static Object withoutBiases(Object argument) {
        if (argument instanceof Parameters p) {
            return new Parameters(p.weights, Stream.of(p.biases).map(bias -> Arrays.copyOf(bias, 0))
                    .toArray(BigFraction[][]::new));
        }
        if (argument instanceof State s) {
            return new State((Parameters) withoutBiases(s.parameters), (Parameters) withoutBiases(s.velocity));
        }
        return argument;
    }

    private static Set<String> between(List<String> names, List<Object> arguments, Object result) {
        Map<Object, String> paths = new IdentityHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            name(names.get(i), arguments.get(i), paths);
        }
        Set<String> shared = new TreeSet<>();
        find(result, paths, shared);
        return shared;
    }

    private static void name(String path, Object object, Map<Object, String> paths) {
        if (isContainer(object)) {
            paths.put(object, path);
            Changes.parts(object).forEach(part -> name(path + part.name(), part.object(), paths));
        }
    }

    private static void find(Object object, Map<Object, String> paths, Set<String> shared) {
        if (paths.containsKey(object)) {
            shared.add(paths.get(object));
        } else {
            Changes.parts(object).forEach(part -> find(part.object(), paths, shared));
        }
    }

    private static boolean isContainer(Object object) {
        return KernelValue.is(object) || object != null && object.getClass().isArray();
    }

    /** Equal arguments of which no two parts are one object. */
    private static List<Object> copy(List<Object> arguments) {
        return new ArrayList<>(arguments.stream().map(Sharing::copy).toList());
    }

    private static Object copy(Object object) {
        if (KernelValue.is(object)) {
            Map<String, Object> parts = KernelValue.parts(object);
            parts.replaceAll((name, part) -> copy(part));
            return KernelValue.of(object.getClass(), parts);
        }
        if (object instanceof int[] numbers) {
            return numbers.clone();
        }
        if (object instanceof boolean[] marks) {
            return marks.clone();
        }
        if (object instanceof Object[] array) {
            Object[] copy = array.clone();
            Arrays.setAll(copy, i -> copy(array[i]));
            return copy;
        }
        return object;
    }
}
