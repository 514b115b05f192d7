package org.stillpoint.report.player;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.report.drawing.Moved;

/** What a step changes, in a sentence. */
final class Changes {

    /** The most changes that are told one by one. */
    private static final int TOLD = 2;

    private final RealNetwork before;
    private final RealNetwork after;
    private final List<String> told = new ArrayList<>();
    private int weights;
    private int biases;
    private int all;

    private Changes(RealNetwork before, RealNetwork after) {
        this.before = before;
        this.after = after;
    }

    static String between(RealNetwork before, RealNetwork after) {
        Changes changes = new Changes(before, after);
        for (int l = 0; l < after.layers().size(); l++) {
            changes.layer(l);
        }
        return changes.sentence();
    }

    private void layer(int l) {
        RealLayer was = before.layers().get(l);
        RealLayer is = after.layers().get(l);
        for (int j = 0; j < is.weights().size(); j++) {
            for (int k = 0; k < is.weights().get(j).size(); k++) {
                if (changes("the weight from " + unit(l, k) + " to " + unit(l + 1, j), was.weights().get(j).get(k),
                        is.weights().get(j).get(k))) {
                    weights++;
                }
            }
            if (is.bias().isPresent() && changes("the bias of " + unit(l + 1, j), was.bias().orElseThrow().get(j),
                    is.bias().orElseThrow().get(j))) {
                biases++;
            }
        }
    }

    private boolean changes(String name, Real was, Real is) {
        all++;
        boolean moved = Moved.between(was, is);
        if (moved && told.size() <= TOLD) {
            told.add(name + " from " + Numbers.plain(was) + " to " + Numbers.plain(is));
        }
        return moved;
    }

    private String unit(int column, int j) {
        int last = after.layers().size();
        String kind = column == 0 ? "input" : column == last ? "output" : "hidden unit";
        return (after.shape().widths().get(column) == 1 ? "the " + kind : kind + " " + (j + 1))
                + (column > 0 && column < last && last > 2 ? " of layer " + column : "");
    }

    private String sentence() {
        int moved = weights + biases;
        if (moved == 0) {
            return isExact() ? "Nothing changes." : "Nothing changes for certain.";
        }
        if (moved <= TOLD && told.stream().mapToInt(String::length).sum() < 200) {
            return "Of " + all + " parameters " + (moved == 1 ? "one changes" : "two change") + ": "
                    + told.stream().collect(Collectors.joining(", and ")) + ".";
        }
        return moved + " of " + all + " parameters change: " + count(weights, "weight") + " and " + count(biases, "bias") + ".";
    }

    private boolean isExact() {
        return before.layers().equals(after.layers());
    }

    private static String count(int number, String what) {
        return number == 0 ? "no " + what : number == 1 ? "1 " + what : number + " " + what + (what.endsWith("s") ? "es" : "s");
    }
}
