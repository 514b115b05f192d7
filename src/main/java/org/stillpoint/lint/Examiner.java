package org.stillpoint.lint;

import java.io.IOException;
import java.util.List;
import org.stillpoint.lint.program.Facts;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Network;

/** Finds what is known of the training of a network, as {@link Facts#of(Network, List)} does. */
@FunctionalInterface
public interface Examiner {

    /**
     * What is known.
     *
     * @param surveys what stands in the tensors of the network
     * @throws IOException if entries cannot be read
     */
    Facts examine(Network network, List<Survey> surveys) throws IOException;
}
