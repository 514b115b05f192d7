package org.stillpoint.modelfile.hdf;

import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * A tensor of a file.
 *
 * @param path names of groups and its own, with slashes between them
 */
public record HdfDataset(String path, ElementType type, Dimensions dimensions, Entries entries) {

    /** @param name what reports call it by */
    public Weights named(String name) {
        return Weights.of(name, type, dimensions, entries);
    }
}
