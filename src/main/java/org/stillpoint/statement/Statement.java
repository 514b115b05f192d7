package org.stillpoint.statement;

import java.util.List;
import org.stillpoint.domain.DomainException;

/** What a training shows, as comparisons of numbers that are all computed from what is given. */
public sealed interface Statement permits Shows, FalsifiedProperty {

    /** What the training is compared with. */
    Companions companions();

    /**
     * The conditions of the claim, which must hold.
     *
     * @throws DomainException if a fact names a part that the network does not have
     */
    List<Comparison> requires(Run run);

    /**
     * What the claim rules out, or an instance of what it says; it must hold too.
     *
     * @throws DomainException if a fact names a part that the network does not have, or the training cannot run
     */
    List<Comparison> shows(Run run);
}
