package org.stillpoint.proof.mutant;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;

/** The problems of a specification, each read once it is asked for. */
final class Provers {

    private final Specification specification;
    private final Map<Path, Prover> provers = new HashMap<>();

    Provers(Specification specification) {
        this.specification = specification;
    }

    /** The one that a contract is proved in. */
    Prover of(String contract) {
        return provers.computeIfAbsent(specification.problemFor(contract), Prover::load);
    }

    void close() {
        provers.values().forEach(Prover::close);
    }
}
