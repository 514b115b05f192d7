package org.stillpoint.witness;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.statement.Comparison;
import org.stillpoint.statement.Run;
import org.stillpoint.statement.Statement;

/**
 * A training and what it shows about a claim.
 *
 * @param claim the identifier of the claim
 * @param contradicts what is contradicted, one sentence
 * @param search the search that found it, if one did
 * @param network where the training starts
 */
public record Counterexample(String claim, String contradicts, Optional<Searched> search, Network network, DataSet data,
                             Settings settings, Statement statement) {

    /** @throws DomainException if the statement does not speak of the claim */
    public Counterexample {
        if (!statement.claims().isEmpty() && !statement.claims().contains(claim)) {
            throw new DomainException("\"" + statement.kind() + "\" says nothing about " + claim + ", expected one of its claims "
                    + String.join(", ", statement.claims().stream().sorted().toList()));
        }
    }

    /** The training, which runs when first asked for. */
    public Run run() {
        return new Run(network, data, settings);
    }

    /** Whether the premises hold and so do the conclusions; the training runs only if the premises hold. */
    public boolean holds() {
        Run run = run();
        return statement.premises(run).stream().allMatch(Comparison::holds)
                && statement.conclusions(run).stream().allMatch(Comparison::holds);
    }

    /** Premises, then conclusions. */
    public List<Comparison> comparisons() {
        Run run = run();
        return Stream.concat(statement.premises(run).stream(), statement.conclusions(run).stream()).toList();
    }

    public Counterexample foundBy(Searched searched) {
        return new Counterexample(claim, contradicts, Optional.of(searched), network, data, settings, statement);
    }
}
