package org.stillpoint.witness;

import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.statement.Comparison;
import org.stillpoint.statement.Run;
import org.stillpoint.statement.Statement;

/** A training and what it shows: a counterexample of a claim, or an example of a cell of the decision table. */
public sealed interface Witness permits Counterexample, Example {

    /** Where the training starts. */
    Network network();

    DataSet data();

    Settings settings();

    Statement statement();

    /** The training, which runs when first asked for. */
    default Run run() {
        return new Run(network(), data(), settings(), statement().companions());
    }

    /** Whether all holds that is required, and all that is shown; the training runs only if what is required holds. */
    default boolean holds() {
        Run run = run();
        return statement().requires(run).stream().allMatch(Comparison::holds)
                && statement().shows(run).stream().allMatch(Comparison::holds);
    }

    /** What is required, then what is shown. */
    default List<Comparison> comparisons() {
        Run run = run();
        return Stream.concat(statement().requires(run).stream(), statement().shows(run).stream()).toList();
    }
}
