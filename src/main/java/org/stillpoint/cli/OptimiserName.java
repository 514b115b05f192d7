package org.stillpoint.cli;

import java.util.List;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Named;

/** The rules that parameters can move by, each with the options that belong to it. */
enum OptimiserName implements Named {

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

    @Override
    public String id() {
        return id;
    }

    /** @throws UsageException if the option belongs to others only */
    void requireOwn(String option) {
        if (!options.contains(option)) {
            throw new UsageException(option + " is not an option of " + id + ", expected none or any of "
                    + String.join(", ", options));
        }
    }

    /** @throws DomainException if no optimiser has this name */
    static OptimiserName fromId(String id) {
        return Named.find("optimiser", List.of(values()), id);
    }
}
