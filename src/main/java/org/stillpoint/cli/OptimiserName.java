package org.stillpoint.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.domain.DomainException;

/** The rules that parameters can move by, each with the options that belong to it. */
enum OptimiserName {

    SGD("sgd", "--momentum", "--weight-decay", "--velocity"),
    NESTEROV("nesterov", "--momentum", "--weight-decay", "--velocity"),
    ADAGRAD("adagrad", "--epsilon"),
    RMSPROP("rmsprop", "--rho", "--epsilon"),
    ADAM("adam", "--beta1", "--beta2", "--epsilon");

    private final String id;
    private final List<String> options;

    OptimiserName(String id, String... options) {
        this.id = id;
        this.options = List.of(options);
    }

    /** @throws UsageException if the option belongs to others only */
    void requireOwn(String option) {
        if (!options.contains(option)) {
            throw new UsageException(option + " is no option of " + id + ", expected none or one of " + String.join(", ", options));
        }
    }

    /** @throws DomainException if no optimiser has this name */
    static OptimiserName fromId(String id) {
        return Arrays.stream(values()).filter(name -> name.id.equals(id)).findFirst()
                .orElseThrow(() -> new DomainException("unknown optimiser, expected one of "
                        + Arrays.stream(values()).map(name -> name.id).collect(Collectors.joining(", "))));
    }
}
