package org.stillpoint.lint.finding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.lint.survey.NearTwins;
import org.stillpoint.lint.survey.Slices;
import org.stillpoint.lint.survey.Survey;
import org.stillpoint.lint.survey.Tiny;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.tensor.Weights;

/** Units that are nearly zero or nearly equal, by a bound that somebody gave: heuristics. */
public final class NearFindings {

    private static final int SHOWN = 3;

    private record Axis(Weights tensor, int axis, String noun) {
    }

    private NearFindings() {
    }

    /**
     * Units that are exactly zero or equal are not told of here.
     *
     * @param near how far apart entries of near twins may be, in parts of the largest one, up to {@link NearTwins#LARGEST_Q};
     *     empty if only units are wanted that are next to zero
     * @throws IOException if entries cannot be read
     */
    public static List<Finding> of(ModelFile model, Collection<Survey> surveys, Optional<BigFraction> near) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<Weights, Survey> byTensor = new HashMap<>();
        surveys.forEach(survey -> byTensor.put(survey.weights(), survey));
        EntryFindings entries = new EntryFindings(model.format(), surveys);
        List<Axis> axes = model.network().map(network -> Strands.of(network).stream().flatMap(NearFindings::making))
                .orElseGet(() -> surveys.stream().flatMap(survey -> entries.unitAxis(survey).stream()
                        .mapToObj(axis -> new Axis(survey.weights(), axis, "slice")))).distinct().toList();
        for (Axis axis : axes) {
            Optional<Slices> slices = Optional.ofNullable(byTensor.get(axis.tensor()))
                    .map(survey -> survey.slices().get(axis.axis()));
            slices.ifPresent(found -> tiny(axis, found.tiny(), findings));
            if (slices.isPresent() && near.isPresent()) {
                tell(axis, NearTwins.of(axis.tensor(), slices.orElseThrow(), near.orElseThrow()), near.orElseThrow(), findings);
            }
        }
        return findings;
    }

    private static Stream<Axis> making(Strand strand) {
        return strand.spots().stream().filter(spot -> spot.use() == Spot.Use.MAKES && spot.units() > 0)
                .map(spot -> new Axis(spot.tensor(), spot.axis(), strand.noun(1)));
    }

    private static void tiny(Axis axis, List<Tiny> tiny, List<Finding> findings) {
        if (!tiny.isEmpty()) {
            int count = tiny.size();
            findings.add(Drafts.ofEntries(Rule.TINY_UNIT, Severity.NOTE, axis.tensor(), tiny.stream().map(Tiny::index).toList(),
                    "",
                    "No weight of " + Words.ofEach(count, axis.noun())
                    + " is above 1e-20 in size. No theorem says that such units do nothing.", "See what the model does without "
                    + (count == 1 ? "it" : "them") + "."));
        }
    }

    private static void tell(Axis axis, NearTwins twins, BigFraction near, List<Finding> findings) {
        if (!twins.pairs().isEmpty()) {
            List<Integer> units = twins.pairs().stream().flatMap(pair -> Stream.of(pair.first(), pair.second()))
                    .distinct().sorted().toList();
            findings.add(Drafts.ofEntries(Rule.NEAR_TWINS, Severity.NOTE, axis.tensor(), units, "",
                    Words.count(twins.pairs().size(), "pair") + " of " + axis.noun() + "s (" + Words.first(twins.pairs().stream()
                            .map(pair -> pair.first() + " ~ " + pair.second()).toList(), SHOWN) + ") "
                            + (twins.pairs().size() == 1
                            ? "differs" : "differ") + " in no weight by more than " + ExactNumber.write(near)
                            + " of the largest one. No theorem says what such units do"
                            + (twins.complete() ? "." : "; there were so many that not all were compared."),
                    "See what the model does with one of each."));
        }
    }
}
