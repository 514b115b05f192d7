package org.stillpoint.claims;

import java.util.List;
import java.util.Set;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.witness.Searched;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What evidence did, to and from JSON: an object whose keys are those of its kind. */
final class FiguresFormat {

    private FiguresFormat() {
    }

    /** @throws FormatException if a key is missing or unknown, or a value is not what it should be */
    static Figures read(Kind kind, JsonCursor value) {
        return switch (kind) {
            case PROOF -> proof(value.allowing(Set.of("nodes", "branches", "replayed", "axioms", "lemmas", "contracts",
                    "theorem")));
            case PROPERTY -> property(value.allowing(Set.of("tries", "checks", "reached", "floor", "slowest", "seed")));
            case WITNESS -> new WitnessFigures(value.allowing(Set.of("search")).optionalField("search")
                    .map(FiguresFormat::search));
            case RECHECK -> new RecheckFigures(ClaimFormat.text(value.allowing(Set.of("answer", "solver")).field("answer")),
                    ClaimFormat.text(value.field("solver")));
            case RULES -> new RuleFigures(count(value.allowing(Set.of("count", "reason")).field("count")),
                    ClaimFormat.text(value.field("reason")));
        };
    }

    private static ProofFigures proof(JsonCursor value) {
        return new ProofFigures(count(value.field("nodes")), count(value.field("branches")),
                EvidenceFormat.truth(value.field("replayed")),
                names(value.field("axioms")), names(value.field("lemmas")), names(value.field("contracts")),
                value.optionalField("theorem").map(FiguresFormat::theorem));
    }

    private static ProofFigures.OfTheorem theorem(JsonCursor value) {
        value.allowing(Set.of("forAll", "mutantsTried", "mutantsStopped"));
        return new ProofFigures.OfTheorem(value.field("forAll").string(), count(value.field("mutantsTried")),
                count(value.field("mutantsStopped")));
    }

    private static PropertyFigures property(JsonCursor value) {
        return new PropertyFigures(count(value.field("tries")), count(value.field("checks")), count(value.field("reached")),
                value.optionalField("floor").map(FiguresFormat::floor), EvidenceFormat.seconds(value.field("slowest")),
                value.field("seed").string());
    }

    private static PropertyFigures.Floor floor(JsonCursor value) {
        value.allowing(Set.of("tries", "because"));
        return new PropertyFigures.Floor(count(value.field("tries")), value.field("because").string());
    }

    private static Searched search(JsonCursor value) {
        value.allowing(Set.of("scope", "cases"));
        return new Searched(ClaimFormat.text(value.field("scope")), count(value.field("cases")));
    }

    private static List<String> names(JsonCursor value) {
        return ClaimFormat.list(value, ClaimFormat::text);
    }

    private static int count(JsonCursor value) {
        if (!value.node().isIntegralNumber() || !value.node().canConvertToInt() || value.node().intValue() < 0) {
            throw value.error("no count, expected an integer, not negative");
        }
        return value.node().intValue();
    }

    /** The figures as {@link #read} accepts them. */
    static ObjectNode write(Figures figures) {
        ObjectNode value = Json.object();
        if (figures instanceof ProofFigures proof) {
            write(proof, value);
        } else if (figures instanceof PropertyFigures property) {
            write(property, value);
        } else if (figures instanceof WitnessFigures witness) {
            witness.search().ifPresent(search -> value.putObject("search").put("scope", search.scope())
                    .put("cases", search.cases()));
        } else if (figures instanceof RecheckFigures recheck) {
            value.put("answer", recheck.answer()).put("solver", recheck.solver());
        } else if (figures instanceof RuleFigures rules) {
            value.put("count", rules.count()).put("reason", rules.reason());
        }
        return value;
    }

    private static void write(ProofFigures proof, ObjectNode value) {
        value.put("nodes", proof.nodes()).put("branches", proof.branches()).put("replayed", proof.replayed());
        write(proof.axioms(), value.putArray("axioms"));
        write(proof.lemmas(), value.putArray("lemmas"));
        write(proof.contracts(), value.putArray("contracts"));
        proof.theorem().ifPresent(theorem -> value.putObject("theorem").put("forAll", theorem.dimensions())
                .put("mutantsTried", theorem.mutantsTried()).put("mutantsStopped", theorem.mutantsStopped()));
    }

    private static void write(List<String> names, ArrayNode array) {
        names.forEach(array::add);
    }

    private static void write(PropertyFigures property, ObjectNode value) {
        value.put("tries", property.tries()).put("checks", property.checks()).put("reached", property.reached());
        property.floor().ifPresent(floor -> value.putObject("floor").put("tries", floor.tries()).put("because", floor.because()));
        value.put("slowest", property.slowest()).put("seed", property.seed());
    }
}
