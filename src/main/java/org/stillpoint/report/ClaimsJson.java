package org.stillpoint.report;

import java.util.List;
import org.stillpoint.claims.BoundCatalogueFormat;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.ClaimFormat;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.format.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Claims as an array of JSON objects, each with the build that established it. */
final class ClaimsJson {

    private ClaimsJson() {
    }

    static String render(Build build, List<BoundClaim> claims) {
        ArrayNode array = Json.array();
        claims.forEach(claim -> array.add(one(build, claim)));
        return Json.write(array);
    }

    private static ObjectNode one(Build build, BoundClaim bound) {
        Claim claim = bound.claim();
        ObjectNode value = Json.object();
        value.put("id", claim.id());
        value.put("title", claim.title());
        value.put("statement", claim.statement());
        value.put("verdict", claim.verdict().id());
        value.put("condition", claim.condition().orElse(null));
        value.set("sources", ClaimFormat.writeSources(claim));
        ArrayNode evidence = value.putArray("evidence");
        for (EvidenceRecord each : bound.evidence()) {
            evidence.addObject()
                    .put("kind", each.kind().id())
                    .put("name", each.name())
                    .put("passed", each.passed())
                    .put("seconds", each.seconds());
        }
        value.set("build", BoundCatalogueFormat.writeBuild(build));
        return value;
    }
}
