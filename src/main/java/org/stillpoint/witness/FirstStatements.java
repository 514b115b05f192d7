package org.stillpoint.witness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.SettingsFormat;
import org.stillpoint.statement.Companions;
import org.stillpoint.statement.Fact;
import org.stillpoint.statement.FactFormat;
import org.stillpoint.statement.Facts;
import org.stillpoint.statement.FalsifiedProperty;
import org.stillpoint.statement.Measure.Kind;
import org.stillpoint.statement.Relation;
import org.stillpoint.statement.Run;
import org.stillpoint.statement.RunFormat;
import org.stillpoint.statement.Shows;
import org.stillpoint.statement.Side;
import org.stillpoint.statement.Statement;
import org.stillpoint.statement.Statements;
import org.stillpoint.statement.VariationFormat;

/** The sixteen kinds of statement of the first schema, told in facts. */
final class FirstStatements {

    static final String PREMISES = "premises";
    static final String CONCLUSIONS = "conclusions";

    private static final String KIND = "kind";
    private static final String TEACHER = "teacher";
    private static final String OTHER = "other";
    private static final String DIRECTION = "direction";
    private static final String VARIATION = "variation";
    private static final String HALVINGS = "halvings";
    private static final String DROP = "drop";
    private static final String WORDS = "words";
    private static final String REQUIRES = "requires";
    private static final String SHOWS = "shows";
    private static final int MAX_HALVINGS = 64;

    private final JsonCursor value;
    private final Run plain;

    /** @param plain the training, compared with nothing */
    private FirstStatements(JsonCursor value, Run plain) {
        this.value = value;
        this.plain = plain;
    }

    /**
     * Reads what is given; premises and conclusions must be there, but only a replay looks at them.
     *
     * @param plain the training, compared with nothing
     */
    static Statement read(JsonCursor value, Run plain) {
        value.field(PREMISES);
        value.field(CONCLUSIONS);
        return new FirstStatements(value, plain).read();
    }

    private Statement read() {
        JsonCursor kind = value.field(KIND);
        return switch (kind.string()) {
            case "gradient-entries-differ" -> entries(Statements::gradientsDiffer);
            case "weights-within-a-row-differ" -> entries(Statements::weightsDiffer);
            case "reaches-full-accuracy" -> alone(Statements.learns(plain.steps()));
            case "weight-changes-from-zero" -> alone(Statements.weightChangesFromZero(plain.steps()));
            case "different-units-increase" -> alone(Statements.distinctUnitsIncrease(plain.steps()));
            case "parameters-move" -> alone(Statements.somethingMoves(plain.steps()));
            case "all-units-differ" -> alone(Statements.allUnitsDiffer(plain.steps()));
            case "loss-decreases" -> alone(Statements.lossBecomes(Relation.LESS, plain.steps()));
            case "loss-increases" -> alone(Statements.lossBecomes(Relation.GREATER, plain.steps()));
            case "two-cycle" -> twoCycle();
            case "midpoint-loss-above-mean" -> Statements.lossHalfWay(network(OTHER, OTHER));
            case "stuck-below-full-accuracy" -> Statements.neverRight(network(TEACHER, TEACHER), plain.steps());
            case "lower-loss-nearby" -> lowerLossNearby();
            case "numbers-compare" -> numbersCompare();
            case "shows" -> shows();
            case "falsified-property" -> falsifiedProperty();
            default -> throw kind.error("an unknown kind of statement, expected one such as shows");
        };
    }

    private void allow(String... keys) {
        Set<String> all = new HashSet<>(Set.of(KIND, PREMISES, CONCLUSIONS));
        all.addAll(List.of(keys));
        value.allowing(all);
    }

    private Statement alone(Statement statement) {
        allow();
        return statement;
    }

    private Network network(String key, String... keys) {
        allow(keys);
        return RunFormat.readNetwork(value.field(key));
    }

    /** Makes a statement of a unit, a layer, two inputs and a step. */
    private interface OfEntries {

        Statement of(int unit, int layer, int input, int other, int step);
    }

    private Statement entries(OfEntries statement) {
        allow("row", "layer", "column", "other-column", "step");
        return statement.of(fromZero("row"), fromZero("layer"), fromZero("column"), fromZero("other-column"),
                SettingsFormat.count(value.field("step")));
    }

    private int fromZero(String key) {
        return SettingsFormat.count(value.field(key)) + 1;
    }

    private Statement twoCycle() {
        if (plain.settings().loss() != Loss.SQUARED) {
            throw value.error("loss " + plain.settings().loss().id() + ", expected squared for a convex problem");
        }
        return alone(Statements.twoCycle());
    }

    /** At eps times the direction the loss is lower by eps squared times the drop, for eps = 1, 1/2, 1/4 and so on. */
    private Statement lowerLossNearby() {
        Network direction = network(DIRECTION, DIRECTION, HALVINGS, DROP, TEACHER);
        int halvings = SettingsFormat.count(value.field(HALVINGS));
        if (halvings > MAX_HALVINGS) {
            throw value.field(HALVINGS).error(halvings + " halvings, expected at most " + MAX_HALVINGS);
        }
        BigFraction drop = value.field(DROP).number();
        BigFraction atTheStart = value.checked(() -> plain.meanLoss(plain.start()));
        List<Fact> shows = new ArrayList<>();
        shows.add(Facts.isZero(Facts.measured(Kind.PARAMETER_CHANGE, 0, plain.steps())));
        shows.add(Facts.isPositive(new Side.Stated(drop)));
        BigFraction eps = BigFraction.ONE;
        for (int halving = 0; halving <= halvings; halving++) {
            shows.add(new Fact(Facts.measured(Kind.LOSS_ALONG, eps), Relation.EQUAL,
                    new Side.Stated(atTheStart.subtract(eps.multiply(eps).multiply(drop)))));
            eps = eps.divide(2);
        }
        return new Shows(Statements.zeroAndRealizable(), shows,
                Companions.NONE.withDirection(direction).withTeacher(RunFormat.readNetwork(value.field(TEACHER))));
    }

    private Statement numbersCompare() {
        allow(WORDS, "left", "relation", "right");
        value.field(WORDS).string();
        return Shows.of(List.of(), List.of(FactFormat.readOneOfFirstSchema(value)));
    }

    private Statement shows() {
        allow(WORDS, REQUIRES, SHOWS, VARIATION);
        value.field(WORDS).string();
        return new Shows(FactFormat.readOfFirstSchema(value.field(REQUIRES)), FactFormat.readOfFirstSchema(value.field(SHOWS)),
                value.optionalField(VARIATION).map(FirstStatements::companions).orElse(Companions.NONE));
    }

    /** A direction was a variation too. */
    private static Companions companions(JsonCursor variation) {
        Optional<JsonCursor> direction = variation.optionalField(DIRECTION);
        return direction.isEmpty() ? Companions.NONE.withVariation(VariationFormat.read(variation))
                : Companions.NONE.withDirection(RunFormat.readNetwork(variation.allowing(Set.of(DIRECTION)).field(DIRECTION)));
    }

    private Statement falsifiedProperty() {
        allow("property", "message");
        return new FalsifiedProperty(value.field("property").string(), value.field("message").string());
    }
}
