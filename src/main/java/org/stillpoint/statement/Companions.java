package org.stillpoint.statement;

import java.util.Optional;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;

/**
 * What a training is compared with.
 *
 * @param variation the same training with one thing different
 * @param direction a line in parameter space through the start, along which the loss is measured; in the shape of the network
 * @param teacher a network of the same shape, such as one that classifies every sample correctly
 */
public record Companions(Optional<Variation> variation, Optional<Network> direction, Optional<Network> teacher) {

    public static final Companions NONE = new Companions(Optional.empty(), Optional.empty(), Optional.empty());

    public Companions withVariation(Variation other) {
        return new Companions(Optional.of(other), direction, teacher);
    }

    public Companions withDirection(Network other) {
        return new Companions(variation, Optional.of(other), teacher);
    }

    public Companions withTeacher(Network other) {
        return new Companions(variation, direction, Optional.of(other));
    }

    /** @throws DomainException if there is none */
    Variation requireVariation() {
        return variation.orElseThrow(() -> new DomainException("no variation, expected one to compare with"));
    }

    /** @throws DomainException if there is none */
    Network requireDirection() {
        return direction.orElseThrow(() -> new DomainException("no direction, expected one"));
    }

    /** @throws DomainException if there is none */
    Network requireTeacher() {
        return teacher.orElseThrow(() -> new DomainException("no teacher, expected one"));
    }
}
