package org.stillpoint.statement;

import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.MissingPlaceException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** One side of a fact. */
public sealed interface Side {

    /**
     * The number, with what it is.
     *
     * @throws DomainException if the training has no such number
     */
    Quantity quantity(Run run);

    /**
     * A number of the file's network, data, settings or trace.
     *
     * @param pointer a JSON pointer such as {@code /trace/steps/0/gradients/layers/0/weights/0/1}, which counts from 0
     */
    record At(String pointer) implements Side {

        @Override
        public Quantity quantity(Run run) {
            try {
                JsonNode file = pointer.startsWith("/" + RunFormat.TRACE) ? RunFormat.write(run) : RunFormat.writeGivens(run);
                JsonNode node = file.at(JsonPointer.compile(pointer));
                if (node.isString()) {
                    return new Quantity(Optional.of(pointer), ExactNumber.parse(node.stringValue()));
                }
            } catch (IllegalArgumentException e) {
                throw new DomainException("\"" + pointer
                        + "\" is no pointer to a number, expected one such as /trace/steps/0/...");
            }
            throw new MissingPlaceException("no number at \"" + pointer + "\", expected one in network, data, settings or trace");
        }
    }

    /** A number that the fact itself names, such as the 0 in "is 0". */
    record Stated(BigFraction value) implements Side {

        @Override
        public Quantity quantity(Run run) {
            return new Quantity(Optional.empty(), value);
        }
    }

    /**
     * A number measured along the training.
     *
     * @param varied whether it is that of the training with the variation
     */
    record Measured(Measure measure, boolean varied) implements Side {

        @Override
        public Quantity quantity(Run run) {
            Run measured = varied ? run.variant() : run;
            return new Quantity(Optional.of((varied ? "with the variation, " : "") + measure.words()), measure.of(measured));
        }
    }
}
