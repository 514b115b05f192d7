package org.stillpoint.models;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;

/**
 * A package of npm that carries models, as {@code src/models/packages.json} lists them.
 *
 * @param sha512 of its archive, in base 64
 */
record ModelPackage(String name, String version, String sha512, List<Carried> models) {

    /** How a package keeps a model. */
    enum Kept {

        /** As a file. */
        FILE,

        /** In pieces, which a file {@code resources.json} beside them lists under the name of the model. */
        PIECES,

        /** As scripts in a folder: one says what {@code model.json} says, the others have the shards as text in base 64. */
        SCRIPTS
    }

    /**
     * A model of a package.
     *
     * @param file its path within the package; of pieces, of the folder that they are in, a {@code #} and the name of the model
     * @param shapes those of inputs whose sizes the model leaves open, by name, for a run
     */
    record Carried(String file, Kept kept, Map<String, long[]> shapes) {
    }

    static List<ModelPackage> all() {
        return Json.read(Source.read("src/models/packages.json", InputStream.nullInputStream())).elements().stream()
                .map(ModelPackage::read).toList();
    }

    private static ModelPackage read(JsonCursor value) {
        value.allowing(Set.of("name", "version", "sha512", "models"));
        return new ModelPackage(value.field("name").string(), value.field("version").string(), value.field("sha512").string(),
                value.field("models").elements().stream().map(ModelPackage::carried).toList());
    }

    private static Carried carried(JsonCursor value) {
        value.allowing(Set.of("file", "kept", "shapes"));
        Map<String, long[]> shapes = new TreeMap<>();
        Optional<JsonCursor> told = value.optionalField("shapes");
        told.ifPresent(inputs -> inputs.node().propertyNames().forEach(input -> shapes.put(input,
                inputs.field(input).elements().stream().mapToLong(size -> size.number().longValue()).toArray())));
        return new Carried(value.field("file").string(),
                value.optionalField("kept").map(kept -> Kept.valueOf(kept.string().toUpperCase())).orElse(Kept.FILE), shapes);
    }

    /** As a person writes it. */
    String title() {
        return name + " " + version;
    }
}
