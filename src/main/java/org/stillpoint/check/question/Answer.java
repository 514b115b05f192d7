package org.stillpoint.check.question;

import java.util.List;
import java.util.Optional;

/** What a program says to a question. */
public sealed interface Answer {

    /**
     * Numbers, in the shape of the question's network.
     *
     * @param parameters one for each parameter in the order of {@link org.stillpoint.domain.Network#parameters()}: derivatives, or
     *     parameters after training
     * @param outputs if the program says them, for each sample the output of each unit of the last layer
     * @param loss if the program says it
     */
    record Numbers(List<Reported> parameters, Optional<List<List<Reported>>> outputs, Optional<Reported> loss) implements Answer {

        public Numbers {
            parameters = List.copyOf(parameters);
            outputs = outputs.map(rows -> rows.stream().map(List::copyOf).toList());
        }
    }

    /** The program does not do this, which is no mistake. */
    record Unsupported(String why) implements Answer {
    }
}
