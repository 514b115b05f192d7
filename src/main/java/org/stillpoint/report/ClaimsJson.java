package org.stillpoint.report;

import java.util.List;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltCatalogueFormat;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.ClaimFormat;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.Ground;
import org.stillpoint.format.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Claims as an array of JSON objects, each with its build, whether that build established it, and by what all of it. Evidence
 * that did not run has {@code null} as {@code passed}, which is neither true nor false, and no {@code seconds}.
 */
final class ClaimsJson {

    private ClaimsJson() {
    }

    static String render(BuiltCatalogue catalogue, List<? extends BuiltClaim> claims) {
        ArrayNode array = Json.array();
        claims.forEach(claim -> array.add(one(catalogue.build(), claim)));
        return Json.write(array);
    }

    private static ObjectNode one(Build build, BuiltClaim built) {
        Claim claim = built.claim();
        ObjectNode value = Json.object();
        value.put("id", claim.id());
        value.put("title", claim.title());
        value.put("statement", claim.statement());
        value.put("verdict", claim.verdict().id());
        value.put("established", built instanceof BoundClaim);
        value.put("establishedBy", built instanceof BoundClaim ? claim.establishedBy().id() : null);
        value.put("condition", claim.whenItHolds().orElse(null));
        value.put("exactly", claim.exactly().isEmpty() ? null : String.join("\n", Wording.exactly(claim)));
        value.set("sources", ClaimFormat.writeSources(claim));
        claim.asked().forEach(value.putArray("asked")::add);
        ArrayNode evidence = value.putArray("evidence");
        claim.grounds().all().forEach(ground -> evidence.add(evidence(built, ground)));
        value.set("build", BuiltCatalogueFormat.writeBuild(build));
        return value;
    }

    private static ObjectNode evidence(BuiltClaim built, Ground ground) {
        EvidenceName name = ground.evidence();
        ObjectNode value = Json.object();
        value.put("kind", name.kind().id());
        value.put("name", name.name());
        value.put("shows", ground.shows().id());
        value.put("of", ground.of().words());
        value.putNull("passed");
        built.ran(name).ifPresent(record -> value.put("passed", record.passed()).put("seconds", record.seconds()));
        return value;
    }
}
