package org.stillpoint.report.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds places for labels that are disjoint from one another and from circles, where possible apart from lines too. */
final class Places {

    /** How far along its line a label may stand, best first. */
    private static final int[] PER_MILLE = {500, 450, 550, 400, 600, 350, 650, 300, 700, 250, 750, 200, 800};

    /** The most placings that are tried for the labels of a layer. */
    private static final int BUDGET = 3000;
    private static final int BESIDE = 3;

    private final List<Box> taken;
    private final List<Segment> lines;
    private int crossings;
    private int tried;

    /**
     * @param taken where labels cannot stand
     * @param lines behind labels, at best behind none
     */
    Places(List<Box> taken, List<Segment> lines) {
        this.taken = new ArrayList<>(taken);
        this.lines = List.copyOf(lines);
    }

    /** How many lines pass behind a label that is not theirs, so far. */
    int crossings() {
        return crossings;
    }

    /** A place above or below a circle, which is taken then; empty if there is none. */
    Optional<Box> besideCircle(Box circle, int width, int height) {
        int away = (circle.bottom() - circle.top() + height) / 2 + BESIDE;
        Optional<Box> place = Stream.of(-away, away).map(dy -> Box.around(circle.x(), circle.y() + dy, width, height))
                .filter(this::isFree).min(Comparator.comparing(this::behind));
        place.ifPresent(box -> {
            taken.add(box);
            crossings += behind(box);
        });
        return place;
    }

    /** A place for the label of each line on the line itself, which is taken then; empty if not all labels have one. */
    List<Box> alongLines(List<Segment> own, List<Integer> widths, int height) {
        List<List<Box>> candidates = IntStream.range(0, own.size()).mapToObj(i -> IntStream.of(PER_MILLE)
                .mapToObj(perMille -> own.get(i).around(perMille, widths.get(i), height))
                .filter(this::isFree).sorted(Comparator.comparing(this::behind)).toList()).toList();
        tried = 0;
        List<Box> chosen = new ArrayList<>();
        if (!place(candidates, chosen)) {
            return List.of();
        }
        taken.addAll(chosen);
        crossings += chosen.stream().mapToInt(this::behind).sum() - chosen.size();
        return chosen;
    }

    private boolean place(List<List<Box>> candidates, List<Box> chosen) {
        if (chosen.size() == candidates.size()) {
            return true;
        }
        for (Box candidate : candidates.get(chosen.size())) {
            if (++tried > BUDGET) {
                return false;
            }
            if (chosen.stream().noneMatch(candidate::meets)) {
                chosen.add(candidate);
                if (place(candidates, chosen)) {
                    return true;
                }
                chosen.remove(chosen.size() - 1);
            }
        }
        return false;
    }

    private boolean isFree(Box box) {
        return taken.stream().noneMatch(box::meets);
    }

    private int behind(Box box) {
        return (int) lines.stream().filter(line -> line.meets(box)).count();
    }
}
