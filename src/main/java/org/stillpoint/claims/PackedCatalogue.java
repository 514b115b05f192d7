package org.stillpoint.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

/** What the build left in the jar: the catalogue, the witnesses and the inventory of what is trusted. */
public final class PackedCatalogue {

    /** Where the catalogue lies among the classes. */
    public static final String CATALOGUE = "org/stillpoint/claims/catalogue.json";

    private static final String WITNESSES = "org/stillpoint/claims/witnesses/";
    private static final String TRUST = "org/stillpoint/claims/specs/README.md";

    private PackedCatalogue() {
    }

    /**
     * The catalogue with the evidence of the build that made this jar, unbound if that build ran none.
     *
     * @throws FormatException if no build has packed the claims, or what is packed is no record of a build
     * @throws BindingException if a claim in the record of a build that ran evidence is not established
     */
    public static BuiltCatalogue load() {
        return BuiltCatalogueFormat.read(Json.read(new Source(CATALOGUE, text(CATALOGUE))));
    }

    /** The text of the counterexample file of every witness that ran, by the witness's name. */
    public static Map<String, String> witnesses(BuiltCatalogue catalogue) {
        Map<String, String> witnesses = new TreeMap<>();
        if (catalogue instanceof BoundCatalogue bound) {
            for (EvidenceRecord witness : EvidenceLog.ofKind(bound.evidence(), Kind.WITNESS)) {
                witnesses.put(witness.name(), witness(witness.name()));
            }
        }
        return witnesses;
    }

    /** The counterexample file of a witness that the catalogue names, as text. */
    public static String witness(String name) {
        return text(WITNESSES + name + ".counterexample.json");
    }

    /** The inventory of what is assumed and not proved, in Markdown. */
    public static String trustInventory() {
        return text(TRUST);
    }

    private static String text(String resource) {
        try (InputStream in = PackedCatalogue.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new FormatException(resource + ": not in this build, expected the jar that mvn verify packs");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
