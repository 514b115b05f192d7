package org.stillpoint.claims;

import java.util.List;
import java.util.Set;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The record of a build, as the jar carries it. */
public final class BuiltCatalogueFormat {

    private BuiltCatalogueFormat() {
    }

    /** The build, the claims and the evidence, which is null if the build ran none. */
    public static ObjectNode write(BuiltCatalogue catalogue) {
        ObjectNode value = Json.object();
        value.set("build", writeBuild(catalogue.build()));
        ArrayNode claims = value.putArray("claims");
        catalogue.claims().forEach(built -> claims.add(ClaimFormat.write(built.claim())));
        if (catalogue instanceof BoundCatalogue bound) {
            ArrayNode evidence = value.putArray("evidence");
            bound.evidence().forEach(each -> evidence.add(EvidenceFormat.write(each)));
        } else {
            value.putNull("evidence");
        }
        return value;
    }

    /** The version, date and commit of a build. */
    public static ObjectNode writeBuild(Build build) {
        return Json.object()
                .put("version", build.version())
                .put("date", build.date())
                .put("commit", build.commit().orElse(null));
    }

    /**
     * Reads what {@link #write} wrote, and binds it again if there is evidence.
     *
     * @throws FormatException if it is no record of a build
     * @throws BindingException if there is evidence and a claim is not established
     */
    public static BuiltCatalogue read(JsonCursor value) {
        value.allowing(Set.of("build", "claims", "evidence"));
        Build build = readBuild(value.field("build"));
        List<Claim> claims = ClaimFormat.list(value.field("claims"), ClaimFormat::read);
        JsonCursor evidence = value.field("evidence");
        return evidence.node().isNull()
                ? UnboundCatalogue.of(build, new Catalogue(claims))
                : BoundCatalogue.bind(build, new Catalogue(claims), ClaimFormat.list(evidence, EvidenceFormat::read));
    }

    private static Build readBuild(JsonCursor value) {
        value.allowing(Set.of("version", "date", "commit"));
        return new Build(
                ClaimFormat.text(value.field("version")),
                ClaimFormat.text(value.field("date")),
                ClaimFormat.nullable(value.field("commit")));
    }
}
