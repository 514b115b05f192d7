package org.stillpoint.claims;

import java.util.List;
import java.util.Set;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The record of a build, as the jar carries it. */
public final class BoundCatalogueFormat {

    private BoundCatalogueFormat() {
    }

    /** The build, the claims and the evidence. */
    public static ObjectNode write(BoundCatalogue catalogue) {
        ObjectNode value = Json.object();
        value.set("build", writeBuild(catalogue.build()));
        ArrayNode claims = value.putArray("claims");
        catalogue.claims().forEach(bound -> claims.add(ClaimFormat.write(bound.claim())));
        ArrayNode evidence = value.putArray("evidence");
        catalogue.evidence().forEach(each -> evidence.add(EvidenceFormat.write(each)));
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
     * Reads what {@link #write} wrote and binds it again.
     *
     * @throws FormatException if it is no record of a build
     * @throws BindingException if a claim in it is not established
     */
    public static BoundCatalogue read(JsonCursor value) {
        value.allowing(Set.of("build", "claims", "evidence"));
        JsonCursor build = value.field("build").allowing(Set.of("version", "date", "commit"));
        List<Claim> claims = ClaimFormat.list(value.field("claims"), ClaimFormat::read);
        return BoundCatalogue.bind(
                new Build(
                        ClaimFormat.text(build.field("version")),
                        ClaimFormat.text(build.field("date")),
                        ClaimFormat.nullable(build.field("commit"))),
                new Catalogue(claims),
                ClaimFormat.list(value.field("evidence"), EvidenceFormat::read));
    }
}
