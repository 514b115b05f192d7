package org.stillpoint.lint.simplification;

import java.util.List;
import org.stillpoint.lint.finding.Saving;
import org.stillpoint.modelfile.network.Network;

/**
 * A network and a smaller one that computes the same.
 *
 * @param before as it was
 * @param after the same network, if nothing could go; tensors that were not changed are those of the file
 * @param removals what was taken away, in the order in which that was done
 * @param obstacles units that could go but for one thing, such as rounding
 * @param saves what is saved
 */
public record Simplification(Network before, Network after, List<Removal> removals, List<Obstacle> obstacles, Saving saves) {

    public Simplification {
        removals = List.copyOf(removals);
        obstacles = List.copyOf(obstacles);
    }
}
