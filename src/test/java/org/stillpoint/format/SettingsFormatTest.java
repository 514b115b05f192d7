package org.stillpoint.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Settings;

class SettingsFormatTest {

    private static final Settings SETTINGS = Settings.defaults(3).withKinks(new KinkDerivatives(new BigFraction(1, 3),
            Map.of(Activation.HARD_TANH, BigFraction.ZERO, Activation.RELU, new BigFraction(1, 2))));

    private static JsonCursor json(String text) {
        return Json.read(new Source("s.json", text));
    }

    @Test
    void derivativesAtKinksAreReadBackAsTheyWereWritten() {
        String written = Json.write(SettingsFormat.write(SETTINGS));

        assertThat(SettingsFormat.read(json(written))).isEqualTo(SETTINGS);
        assertThat(written).contains("\"kappa\" : \"1/3\"").containsSubsequence("\"relu\" : \"1/2\"", "\"hard-tanh\" : \"0\"");
    }

    @Test
    void settingsWithoutThemAreWrittenAsEver() {
        assertThat(SettingsFormat.write(Settings.defaults(3)).propertyNames())
                .containsExactly("loss", "learning-rate", "steps", "batch-size", "momentum", "weight-decay", "kappa");
    }

    @Test
    void aKinkOfAnActivationWithoutOneIsRefusedWhereItStands() {
        String written = Json.write(SettingsFormat.write(SETTINGS));

        assertThatThrownBy(() -> SettingsFormat.read(json(written.replace("\"relu\"", "\"softsign\""))))
                .isInstanceOf(FormatException.class)
                .hasMessage("s.json: /kink: softsign has no kink, expected one of relu, leaky-relu, abs, hard-tanh");
        assertThatThrownBy(() -> SettingsFormat.read(json(written.replace("\"relu\"", "\"rely\""))))
                .isInstanceOf(FormatException.class).hasMessageStartingWith("s.json: /kink/rely: unknown key");
    }
}
