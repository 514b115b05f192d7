package org.stillpoint.lint.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.lint.fact.Fact;
import org.stillpoint.lint.fact.Kind;
import org.stillpoint.lint.fact.Units;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.tensor.Weights;

/** All that is known of a model whose network is known, by the strands that its units belong to. */
final class Knowledge {

    private static final Set<Kind> STILL = Set.of(Kind.STAYS_ZERO, Kind.NEVER_CHANGES);

    private record Axis(Weights tensor, int axis) {
    }

    private record Place(Strand strand, Spot spot) {
    }

    private final Map<Axis, Place> places = new HashMap<>();
    private final Map<Weights, Survey> surveys = new HashMap<>();
    private final Map<Axis, Set<Integer>> zeros = new HashMap<>();
    private final Map<Weights, Known> still = new LinkedHashMap<>();
    private final Map<Weights, Known> moving = new LinkedHashMap<>();
    private final Map<Strand, List<Known>> byStrand = new LinkedHashMap<>();

    Knowledge(Network network, Collection<Survey> found, List<Fact> facts) {
        found.forEach(survey -> surveys.put(survey.weights(), survey));
        for (Strand strand : Strands.of(network)) {
            byStrand.put(strand, new ArrayList<>());
            strand.spots().forEach(spot ->
                    places.putIfAbsent(new Axis(spot.tensor(), spot.axis()), new Place(strand, spot)));
        }
        facts.forEach(this::take);
    }

    private void take(Fact fact) {
        Units units = fact.units();
        Place place = places.computeIfAbsent(new Axis(units.tensor(), units.axis()), axis -> alone(units));
        Known known = new Known(fact, place.strand(), place.spot(), place.spot().whole(units.indices()));
        if (known.isOf(Spot.Use.KEEPS)) {
            return;
        }
        if (units.areAll() && STILL.contains(fact.kind())) {
            still.putIfAbsent(units.tensor(), known);
        } else if (units.areAll() && fact.kind() == Kind.ZERO_BUT_MOVES) {
            moving.putIfAbsent(units.tensor(), known);
        } else {
            byStrand.computeIfAbsent(place.strand(), strand -> new ArrayList<>()).add(known);
        }
    }

    /** Of an axis that no layer that is understood has. */
    private static Place alone(Units units) {
        Spot spot = new Spot(units.tensor(), units.axis(), Math.toIntExact(units.tensor().dimensions().size(units.axis())),
                1, true, false, units.incoming() ? Spot.Use.MAKES : Spot.Use.READS);
        return new Place(new Strand(spot.units(), false, false, List.of(spot), Optional.of("what reads them is not followed")),
                spot);
    }

    /** For each tensor that never moves as a whole what says so. */
    Map<Weights, Known> still() {
        return still;
    }

    /** For each tensor of zeros that moves what says so. */
    Map<Weights, Known> moving() {
        return moving;
    }

    /** Whether a tensor is told of as a whole. */
    boolean isTold(Weights tensor) {
        return still.containsKey(tensor) || moving.containsKey(tensor);
    }

    /** What is known of parts of tensors. */
    Map<Strand, List<Known>> byStrand() {
        return byStrand;
    }

    /** Whether the weights that make a unit, or that it goes through one by one, are all zero. */
    boolean hasZeroWeights(Strand strand, int unit) {
        return strand.spots().stream().filter(spot -> spot.use() == Spot.Use.MAKES).anyMatch(spot -> isZero(spot, unit));
    }

    /** Whether the slice of a unit is zero. */
    boolean isZero(Spot spot, int unit) {
        return spot.times() == 1 && zeros.computeIfAbsent(new Axis(spot.tensor(), spot.axis()), this::zero).contains(unit);
    }

    private Set<Integer> zero(Axis axis) {
        return Optional.ofNullable(surveys.get(axis.tensor())).filter(survey -> survey.slices().size() > axis.axis())
                .map(survey -> Set.copyOf(survey.slices().get(axis.axis()).zero())).orElse(Set.of());
    }
}
