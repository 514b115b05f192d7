package org.stillpoint.engine.enclosure;

import java.util.Optional;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealNetwork;

/**
 * What a training ends with.
 *
 * @param accuracy empty if the targets are no labels, or it is not decided
 * @param halt empty if every step was taken
 */
public record Outcome(RealNetwork network, int steps, Real loss, Optional<Accuracy> accuracy, Optional<Halt> halt) {
}
