package org.stillpoint.graph.operation;

import java.util.Locale;
import org.stillpoint.kernel.graph.Operation;

/** What to call an operation in a sentence. */
public final class OperationName {

    private OperationName() {
    }

    /** What it says of itself; one that says nothing, as those of the kernel, by the words of its class: {@code kinked slope}. */
    public static String of(Operation operation) {
        Class<?> type = operation.getClass();
        String says = operation.toString();
        return !says.startsWith(type.getName() + "@") ? says
                : type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
