package org.stillpoint.lint.finding;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * An axis of a tensor that counts the units of a {@link Strand}, so that each unit has slices of its own along it.
 *
 * @param units how many there are
 * @param times how many slices each has: more than one behind a layer that makes places features of their own
 * @param unitsFirst whether unit u has the slices {@code u times + s}; else it is {@code s units + u}
 * @param isPadded whether the layer reads units beyond the border of their places, or what was padded before, so that a
 *     constant cannot become its bias
 * @param use what the tensor is for
 */
record Spot(Weights tensor, int axis, int units, int times, boolean unitsFirst, boolean isPadded, Use use) {

    /** What a tensor is for. */
    enum Use {

        /** Its slices are the incoming weights of the units, or take part in what they are. */
        MAKES,

        /** A number for each unit. */
        TREATS,

        /** Numbers for each unit that no gradient moves, such as stored means. */
        KEEPS,

        /** Its slices are the weights with which another layer reads the units. */
        READS
    }

    /** The unit of a slice. */
    int unit(int slice) {
        return unitsFirst ? slice / times : slice % units;
    }

    /** The units of which all slices are among these, ascending. */
    List<Integer> whole(List<Integer> slices) {
        if (times == 1) {
            return slices;
        }
        TreeMap<Integer, TreeSet<Integer>> byUnit = new TreeMap<>();
        slices.forEach(slice -> byUnit.computeIfAbsent(unit(slice), unit -> new TreeSet<>()).add(slice));
        return byUnit.entrySet().stream().filter(unit -> unit.getValue().size() == times).map(unit -> unit.getKey()).toList();
    }

    /** How many entries a slice has. */
    long sliceEntries() {
        long size = tensor.dimensions().size(axis);
        return size == 0 ? 0 : tensor.dimensions().entries() / size;
    }
}
