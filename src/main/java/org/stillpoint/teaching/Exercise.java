package org.stillpoint.teaching;

import java.util.List;
import java.util.Optional;
import org.stillpoint.teaching.paper.Block;

/** Something to work out by hand, with its exact solution. */
public sealed interface Exercise permits Steps, Identity, Sides, Replayed, Explained {

    /** What is given and asked. */
    List<Block> question();

    /** The solution, every number of which the engine computed. */
    List<Block> solution();

    /** The network, the data and the settings, if there are some to try the solution on. */
    Optional<Given> given();

    /**
     * The commands that check the solution.
     *
     * @param files where the files of the exercise are, without the ends {@code .network.json} and {@code .data.json}
     */
    List<String> commands(String files);
}
