package org.stillpoint.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.SmallUnit;
import org.stillpoint.kernel.State;
import org.stillpoint.kernel.graph.Program;
import org.stillpoint.kernel.graph.number.Clip;
import org.stillpoint.kernel.graph.number.ClipSlope;
import org.stillpoint.kernel.graph.number.Constant;
import org.stillpoint.kernel.graph.number.FirstGreater;
import org.stillpoint.kernel.graph.number.FirstLess;
import org.stillpoint.kernel.graph.number.KinkedSlope;
import org.stillpoint.kernel.graph.number.LeakyRectifier;
import org.stillpoint.kernel.graph.number.Quotient;
import org.stillpoint.kernel.graph.number.QuotientByThird;
import org.stillpoint.kernel.graph.number.QuotientSlope;
import org.stillpoint.kernel.graph.number.Scale;

/** The objects of the kernel that hold something: what, by the names of their fields, which is what their constructors take. */
public final class KernelValue {

    public static final Set<Class<?>> TYPES = Set.of(Parameters.class, State.class, LearningRule.class, Schedule.class,
            SmallUnit.class, Program.class);

    /** The operations that hold a number or a way to compute, which their constructors check. */
    public static final Set<Class<?>> OPERATIONS = Set.of(Clip.class, ClipSlope.class, Constant.class, FirstGreater.class,
            FirstLess.class, KinkedSlope.class, LeakyRectifier.class, Quotient.class, QuotientByThird.class, QuotientSlope.class,
            Scale.class);

    private KernelValue() {
    }

    /** Whether an object is one of them. */
    public static boolean is(Object object) {
        return object != null && TYPES.contains(object.getClass());
    }

    /** What an object holds, in the order of its fields; nothing if it is none of these. */
    public static Map<String, Object> parts(Object object) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (is(object) || object != null && OPERATIONS.contains(object.getClass())) {
            for (Field field : object.getClass().getFields()) {
                parts.put(field.getName(), held(object, field));
            }
        }
        return parts;
    }

    private static Object held(Object object, Field field) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object of a class that holds these parts. */
    public static Object of(Class<?> type, Map<String, Object> parts) {
        Constructor<?> constructor = type.getConstructors()[0];
        try {
            return constructor.newInstance(parts.values().toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + type + " of " + parts, e);
        }
    }

    /** The same object but for one part. */
    public static Object with(Object object, String name, Object part) {
        Map<String, Object> parts = parts(object);
        parts.put(name, part);
        return of(object.getClass(), parts);
    }
}
