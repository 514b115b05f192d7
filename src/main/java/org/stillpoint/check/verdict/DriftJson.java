package org.stillpoint.check.verdict;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How twins part, as JSON: {@code {"widths": [2, 33, 1], "batch": 8, "steps": 4096, "first": 3, "after": [1, 2, 4], "gaps": ["0",
 * "0", "1.7e-18"], "exact": {"steps": 4, "gap": "0"}}}; {@code first} is missing if they never do, and gaps have two digits.
 */
public final class DriftJson {

    private static final String WIDTHS = "widths";
    private static final String BATCH = "batch";
    private static final String STEPS = "steps";
    private static final String FIRST = "first";
    private static final String AFTER = "after";
    private static final String GAPS = "gaps";
    private static final String EXACT = "exact";
    private static final String GAP = "gap";

    private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);

    private DriftJson() {
    }

    public static ObjectNode write(Drift drift) {
        ObjectNode json = Json.object();
        ArrayNode widths = json.putArray(WIDTHS);
        drift.widths().forEach(widths::add);
        json.put(BATCH, drift.batch()).put(STEPS, drift.steps());
        drift.first().ifPresent(first -> json.put(FIRST, first));
        ArrayNode after = json.putArray(AFTER);
        ArrayNode gaps = json.putArray(GAPS);
        drift.gaps().forEach(gap -> {
            after.add(gap.steps());
            gaps.add(DriftText.rounded(gap.size()));
        });
        json.putObject(EXACT).put(STEPS, drift.exact().steps()).put(GAP, DriftText.rounded(drift.exact().size()));
        return json;
    }

    /** @throws org.stillpoint.format.FormatException if the value is nothing of the kind */
    public static Drift read(JsonCursor value) {
        value.allowing(Set.of(WIDTHS, BATCH, STEPS, FIRST, AFTER, GAPS, EXACT));
        JsonCursor exact = value.field(EXACT).allowing(Set.of(STEPS, GAP));
        return new Drift(value.field(WIDTHS).elements().stream().map(DriftJson::count).toList(), count(value.field(BATCH)),
                count(value.field(STEPS)), value.optionalField(FIRST).map(DriftJson::count), gaps(value),
                new Drift.Gap(count(exact.field(STEPS)), exact.field(GAP).number()));
    }

    private static List<Drift.Gap> gaps(JsonCursor value) {
        List<JsonCursor> after = value.field(AFTER).elements();
        List<JsonCursor> sizes = value.field(GAPS).elements();
        if (after.size() != sizes.size()) {
            throw value.field(GAPS).error(sizes.size() + " gaps, expected one for each number of steps");
        }
        List<Drift.Gap> gaps = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            gaps.add(new Drift.Gap(count(after.get(i)), sizes.get(i).number()));
        }
        return gaps;
    }

    private static int count(JsonCursor value) {
        return Optional.of(value.number())
                .filter(number -> number.getDenominator().equals(BigInteger.ONE) && number.signum() >= 0
                        && number.getNumerator().compareTo(MAX_INT) <= 0)
                .map(BigFraction::getNumerator).map(BigInteger::intValueExact)
                .orElseThrow(() -> value.error("no count, expected a whole number from 0"));
    }
}
