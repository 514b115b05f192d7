package org.stillpoint.graph.operation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * The operation with its operands by their names, such as {@code product(W1[0], x0)}: in the order in which it calculates with
     * them, and without last ones that only repeat an earlier one.
     */
    public static String withOperands(Operation operation, List<String> operands) {
        if (operation instanceof Rearranged rearranged) {
            return withOperands(rearranged.operation(), Stream.of(rearranged.first(), rearranged.second(), rearranged.third())
                    .map(operands::get).toList());
        }
        boolean repeatsLast = operands.subList(0, 2).contains(operands.get(2));
        return of(operation) + (repeatsLast ? operands.stream().distinct() : operands.stream())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
