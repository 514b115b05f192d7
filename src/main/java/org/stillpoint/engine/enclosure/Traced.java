package org.stillpoint.engine.enclosure;

import java.util.Optional;
import org.stillpoint.engine.RealTrace;

/**
 * Every step of a training that can be certified.
 *
 * @param halt empty if that is every step
 */
public record Traced(RealTrace trace, Optional<Halt> halt) {
}
