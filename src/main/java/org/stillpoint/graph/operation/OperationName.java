package org.stillpoint.graph.operation;

import java.util.Locale;
import org.stillpoint.kernel.graph.Operation;

/** What to call an operation in a sentence. */
public final class OperationName {

    private static final String KERNEL = "org.stillpoint.kernel.";

    private OperationName() {
    }

    /** Its text; of one of the kernel, which have none, the words of its class: {@code product with third}. */
    public static String of(Operation operation) {
        Class<?> type = operation.getClass();
        return type.getName().startsWith(KERNEL)
                ? type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT) : operation.toString();
    }
}
