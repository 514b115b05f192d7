package org.stillpoint.proof.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stillpoint.contract.Blocks;
import org.stillpoint.contract.Certificates;
import org.stillpoint.contract.Directions;
import org.stillpoint.contract.Heads;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Memory;
import org.stillpoint.contract.MemoryPrograms;
import org.stillpoint.contract.MemoryShapes;
import org.stillpoint.contract.MemoryTraining;
import org.stillpoint.contract.MemoryUnits;
import org.stillpoint.contract.MemoryZeros;
import org.stillpoint.contract.Programs;
import org.stillpoint.contract.Scales;
import org.stillpoint.contract.Shapes;
import org.stillpoint.contract.Splits;
import org.stillpoint.contract.StillUnits;
import org.stillpoint.contract.Training;
import org.stillpoint.contract.Units;
import org.stillpoint.contract.Values;
import org.stillpoint.contract.Views;
import org.stillpoint.contract.Zeros;

/**
 * The meaning of a function or predicate of the theory: the method of its name in the classes of {@code org.stillpoint.contract}.
 * Of two with as many parameters that is the one which looks into a heap.
 */
final class Words {

    /** Earlier ones first. */
    private static final List<Class<?>> CLASSES =
            List.of(Memory.class, MemoryShapes.class, MemoryTraining.class, MemoryZeros.class, MemoryUnits.class, Views.class,
                    Values.class,
                    Shapes.class, Training.class, Zeros.class, Units.class, Directions.class, StillUnits.class, Heads.class,
                    Blocks.class, Scales.class, Splits.class, MemoryPrograms.class, Programs.class, Certificates.class);

    /** By name, then by the number of parameters. */
    private static final Map<String, Map<Integer, Method>> METHODS = methods();

    private Words() {
    }

    private static Map<String, Map<Integer, Method>> methods() {
        Map<String, Map<Integer, Method>> methods = new HashMap<>();
        CLASSES.stream().flatMap(words -> Stream.of(words.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Stream.of(method.getParameterTypes()).allMatch(Words::isOfTheLogic))
                .forEach(method -> methods.computeIfAbsent(method.getName(), any -> new HashMap<>())
                        .putIfAbsent(method.getParameterCount(), method));
        return methods;
    }

    /** Whether a parameter takes what the logic has; words for arrays of Java have others. */
    private static boolean isOfTheLogic(Class<?> parameter) {
        return parameter == Object.class || parameter == int.class || parameter == boolean.class
                || parameter.getPackageName().equals("org.stillpoint.contract")
                || parameter.getPackageName().equals("org.hipparchus.fraction") && !parameter.isArray();
    }

    /** The value of a word, from values as {@link Evaluator} has them. */
    static Object value(String name, Object[] arguments) {
        Method method = METHODS.getOrDefault(name, Map.of()).get(arguments.length);
        if (method == null) {
            throw new IllegalStateException("the symbol " + name + " with " + arguments.length
                    + " arguments has no meaning: it needs a method in org.stillpoint.contract");
        }
        try {
            Class<?>[] types = method.getParameterTypes();
            Object[] taken = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                taken[i] = types[i] == int.class ? (Object) ((BigInteger) arguments[i]).intValueExact()
                        : types[i] == Object.class ? ((Reference) arguments[i]).target() : arguments[i];
            }
            Object value = method.invoke(null, taken);
            return method.getReturnType() == int.class ? BigInteger.valueOf((int) value)
                    : method.getReturnType() == Object.class ? new Reference(value) : value;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the word " + name + " on " + List.of(arguments), e.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalStateException("the word " + name + " on " + List.of(arguments), e);
        }
    }
}
