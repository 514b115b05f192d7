package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.SettingsFormat;
import org.stillpoint.format.Source;
import org.stillpoint.generation.Start;

class LabLinkTest {

    @TestFactory
    Stream<DynamicTest> everyWitnessComesBackFromItsAddressAsItWas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("proofs/witnesses"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> comesBack(file)));
        }
    }

    private static void comesBack(Path file) throws IOException {
        JsonCursor witness = Json.read(new Source(file.toString(), Files.readString(file)));
        Network network = NetworkFormat.read(witness.field("network"));
        DataSet data = DataFormat.read(witness.field("data"));
        Settings settings = SettingsFormat.read(witness.field("settings"));

        String href = LabLink.run(network, data, settings).orElseThrow().href("../");

        assertThat(href).startsWith("../lab.html#network=").hasSizeLessThan(4000).matches("[!-~&&[^\"<>`{}]]+");
        Map<String, String> fields = fields(href);
        assertThat(NetworkFormat.read(new Source("network", fields.get("network")))).isEqualTo(network);
        assertThat(DataFormat.read(Json.read(new Source("data", fields.get("data"))))).isEqualTo(data);
        JsonCursor of = witness.field("settings");
        assertThat(fields).containsEntry("loss", of.field("loss").string()).containsEntry("steps", "0")
                .containsEntry("rate", of.field("learning-rate").string())
                .containsEntry("batch", of.field("batch-size").node().asString())
                .containsEntry("momentum", of.field("momentum").string())
                .containsEntry("decay", of.field("weight-decay").string())
                .containsEntry("kappa", of.field("kappa").string());
    }

    @Test
    void aStartByNameCanBeReadInTheAddress() {
        LabLink link = LabLink.start("2,2,1", Start.ZERO_FIRST, "xor").and("activation", "relu").and("kappa", "1/2");

        assertThat(link.href("")).isEqualTo(
                "lab.html#shape=2,2,1&start=zero-first&data=xor&steps=0&activation=relu&kappa=1/2");
    }

    @Test
    void onlyWhatMustBeIsEncodedAndQuoted() {
        Network network = Network.of(new Layer(Matrix.of(Vector.of("-1", "1/2", "1234567890")), Optional.empty(),
                Activation.IDENTITY));
        DataSet data = new DataSet(List.of(Vector.of("0", "1", "2")), List.of(Vector.of("-1")));

        assertThat(LabLink.run(network, data, Settings.defaults(1)).orElseThrow().href("")).contains(
                "#network=%7B%22layers%22:[%7B%22weights%22:[[-1,%221/2%22,%221234567890%22]],"
                        + "%22activation%22:%22identity%22%7D]%7D&data=%7B%22inputs%22:[[0,1,2]],%22targets%22:[-1]%7D&");
    }

    @Test
    void whatWouldEndAFieldIsEncoded() {
        assertThat(new LabLink(Map.of("data", "a&b=c#d e+f%")).href("")).isEqualTo("lab.html#data=a%26b%3Dc%23d%20e%2Bf%25");
    }

    @Test
    void aRunWhoseKinksTheLabDoesNotHaveHasNoLink() throws IOException {
        JsonCursor witness = Json.read(new Source("Q-3", Files.readString(Path.of("proofs/witnesses/Q-3.counterexample.json"))));
        Settings settings = SettingsFormat.read(witness.field("settings"));
        Settings own = new Settings(settings.loss(), settings.learningRate(), settings.steps(), settings.batchSize(),
                settings.momentum(), settings.weightDecay(),
                new KinkDerivatives(BigFraction.ZERO, Map.of(Activation.RELU, BigFraction.ONE)));

        assertThat(LabLink.run(NetworkFormat.read(witness.field("network")), DataFormat.read(witness.field("data")), own))
                .isEmpty();
    }

    private static Map<String, String> fields(String href) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : List.of(URI.create(href).getRawFragment().split("&"))) {
            int equals = field.indexOf('=');
            fields.put(field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
