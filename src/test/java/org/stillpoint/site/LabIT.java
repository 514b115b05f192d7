package org.stillpoint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.browser.Browser;
import org.stillpoint.browser.Tab;
import org.stillpoint.browser.View;
import org.stillpoint.domain.Layer;

/** The main paths through the lab, clicked through. */
class LabIT {

    private static final long SEED = Long.getLong("stillpoint.seed", System.nanoTime());
    private static final int MOST_LINKS = 40;
    private static final Duration LONG = Duration.ofSeconds(60);

    private static Browser browser;
    private static Tab tab;

    private final Lab lab = new Lab(tab);

    @BeforeAll
    static void start() {
        browser = Browser.start();
        tab = browser.tab();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void sitAtADesk() {
        tab.show(View.DESK.withoutMotion());
    }

    @AfterEach
    void nothingWasReported() {
        assertThat(tab.faults()).isEmpty();
    }

    @Test
    void fromZerosNothingMovesButTheOutputBias() {
        lab.open("");
        LabState start = lab.state();

        lab.click("#step");
        LabState first = lab.state();
        lab.click("#ten");

        assertThat(start.step()).isZero();
        assertThat(first.step()).isEqualTo(1);
        assertThat(first.network()).isNotEqualTo(start.network());
        assertThat(lab.state().step()).isEqualTo(11);
        List<Layer> layers = lab.state().network().layers();
        assertThat(layers.get(0)).isEqualTo(start.network().layers().get(0));
        assertThat(layers.get(1).weights()).isEqualTo(start.network().layers().get(1).weights());
    }

    @Test
    void whatIsShownBeforeTheEngineHasStartedIsWhatItSays() {
        lab.open("");

        assertThat(tab.evaluate("(async () => JSON.stringify(await LabEngine.open().begin('a', LabSetup.problem("
                + "LabSetup.DEFAULTS, LabSetup.DEFAULTS.a))) === JSON.stringify(JSON.parse("
                + "document.getElementById('first').textContent)))()").booleanValue()).isTrue();
    }

    @Test
    void fromZerosWithoutBiasesNothingMoves() {
        lab.open("shape=3,4,1&start=zeros&bias=0&data=question&loss=squared");
        LabState start = lab.state();

        lab.click("#run");

        assertThat(lab.state().step()).isPositive();
        assertThat(lab.state().network()).isEqualTo(start.network());
        assertThat(tab.text("#outcome")).contains("no later step");
    }

    @Test
    void whatNeverHappensIsSaidBeforeTheFirstStep() {
        lab.open("");

        assertThat(tab.text("#run-a")).contains("ZERO-2");
        lab.click("#step");
        assertThat(tab.text("#run-a")).contains("ZERO-2");
    }

    @Test
    void equalUnitsAreOfOneColourForEver() {
        lab.open("shape=2,3,1&start=equal&data=xor&loss=squared");
        LabState start = lab.state();
        assertThat(lab.units()).hasSize(3).containsOnly(lab.units().get(0));

        lab.click("#step");
        assertThat(lab.units()).hasSize(3).containsOnly(lab.units().get(0));
        lab.click("#ten");

        assertThat(lab.units()).hasSize(3).containsOnly(lab.units().get(0));
        assertThat(lab.state().network().layers().get(0)).isNotEqualTo(start.network().layers().get(0));
    }

    @Test
    void distinctUnitsGetEverySampleRight() {
        lab.open("shape=2,3,1&start=random&seed=1&data=and&loss=perceptron&rate=1");
        assertThat(lab.units()).hasSize(3).doesNotHaveDuplicates();
        assertThat(lab.state().accuracy()).hasValueSatisfying(share -> assertThat(share).isNotEqualTo(BigFraction.ONE));

        lab.click("#run");

        assertThat(lab.state().accuracy()).contains(BigFraction.ONE);
    }

    @Test
    void rewindGivesTheSameStart() {
        lab.open("start=random&seed=3&data=xor");
        LabState start = lab.state();

        lab.click("#ten");
        assertThat(lab.state().network()).isNotEqualTo(start.network());
        lab.click("#rewind");

        assertThat(lab.state()).isEqualTo(start);
    }

    @Test
    void backGivesTheStateBefore() {
        lab.open("start=random&seed=3&data=xor&steps=4");
        LabState fourth = lab.state();

        lab.click("#step");
        assertThat(lab.state().step()).isEqualTo(5);
        lab.click("#back");

        assertThat(fourth.step()).isEqualTo(4);
        assertThat(lab.state()).isEqualTo(fourth);
    }

    @Test
    void theKeysDoWhatTheButtonsDo() {
        lab.open("start=random&seed=3&data=xor");
        LabState start = lab.state();

        lab.press("ArrowRight");
        lab.press("ArrowRight");
        assertThat(lab.state().step()).isEqualTo(2);
        lab.press("ArrowLeft");
        assertThat(lab.state().step()).isEqualTo(1);
        lab.press("Home");

        assertThat(lab.state()).isEqualTo(start);
    }

    @Test
    void theAddressGivesTheSameState() {
        lab.open("");
        lab.click("#start-a [data-start=random]");
        lab.click("#ten");
        lab.click("#compare");
        lab.click("#step");
        LabState first = lab.state();
        LabState second = lab.secondState();

        lab.openAddress(lab.address());

        assertThat(first.step()).isEqualTo(1);
        assertThat(lab.state()).isEqualTo(first);
        assertThat(lab.secondState()).isEqualTo(second);
    }

    @Test
    void aNetworkAndDataOfOnesOwnStandInTheAddress() {
        lab.open("network=" + encoded("{'layers': [{'weights': [['1/3', '-2']], 'activation': 'identity'}]}")
                + "&data=" + encoded("{'inputs': [['3', '1']], 'targets': ['1']}") + "&loss=squared");

        assertThat(lab.error()).isEmpty();
        assertThat(lab.state().network().layers().get(0).weights().get(0, 0)).isEqualTo(new BigFraction(1, 3));
        assertThat(lab.state().loss()).isEqualTo("2");
    }

    @Test
    void twoStartsTrainSideBySide() {
        lab.open("data=xor");
        lab.click("#compare");
        LabState second = lab.secondState();

        lab.click("#ten");

        assertThat(lab.state().step()).isEqualTo(10);
        assertThat(lab.secondState().step()).isEqualTo(10);
        assertThat(lab.secondState().network()).isNotEqualTo(second.network()).isNotEqualTo(lab.state().network());
        lab.click("#compare");
        assertThat(tab.text("#state-b")).isEqualTo("null");
    }

    @Test
    void stopEndsALongRun() {
        lab.open("shape=10,10,1&start=random&data=question&samples=200&batch=200&loss=squared&rate=1/7");
        LabState start = lab.state();

        tab.click("#run");
        tab.click("#stop");
        lab.settle();

        assertThat(lab.error()).contains("Stopped").hasLineCount(1);
        assertThat(lab.state()).isEqualTo(start);
        lab.click("#step");
        assertThat(lab.state().step()).isEqualTo(1);
    }

    @Test
    void aRunWhoseNumbersGetTooLongSaysHowFarItCame() {
        lab.open("shape=2,2,1&start=random&data=xor&loss=squared&rate=1/7&activation=rational-sigmoid");

        lab.click("#run");

        assertThat(lab.error()).contains("bits").hasLineCount(1);
        assertThat(lab.state().step()).isPositive();
        lab.click("#rewind");
        assertThat(lab.error()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shape=banana", "shape=2", "shape=2,,1", "shape=999,999,1", "shape=10,10,1&data=xor",
        "start=nonsense", "b-start=nonsense", "seed=x&start=random", "value=1/0&start=equal", "data=marmalade",
        "data={'inputs': []}", "steps=-1", "rate=1/0", "loss=none", "momentum=x", "batch=0", "activation=tan", "path=nowhere",
        "network={", "network=null", "network={'layers': []}", "network={'layers': [null]}", "network={'layers': [{'weights': [[0.1]]}]}"})
    void aBadAddressGetsOneLineAndThePageGoesOn(String hash) {
        String[] parts = hash.split("=", 2);
        lab.open(parts[1].startsWith("{") ? parts[0] + "=" + encoded(parts[1]) : hash);

        assertThat(lab.error().lines().count()).isLessThanOrEqualTo(1);
        assertThat(lab.error()).doesNotContain("undefined", "null", "Exception", "TypeError", "is not a function");
        assertThat(lab.error().isEmpty()).isEqualTo(hash.equals("path=nowhere"));
        lab.click("#step");
        assertThat(lab.state().step()).isPositive();
        assertThat(lab.error()).isEmpty();
    }

    @Test
    void anotherHashOnTheSamePageIsTaken() {
        lab.open("");

        tab.evaluate("location.hash = 'start=equal&value=2&steps=1'");
        tab.until("JSON.parse(document.getElementById('state').textContent).step === 1", LONG);

        assertThat(lab.state().network().layers().get(0).weights().get(0, 0)).isNotEqualTo(BigFraction.ZERO);
    }

    @Test
    void aNumberIsTypedInItsPlace() {
        lab.open("");

        lab.click("#run-a [data-at='0,0,0']");
        tab.until("document.getElementById('editing')", LONG);
        tab.type("3/4");
        lab.press("Enter");

        assertThat(lab.error()).isEmpty();
        assertThat(lab.state().network().layers().get(0).weights().get(0, 0)).isEqualTo(new BigFraction(3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "equal", "nudge"})
    void aGuidedPathComesOutAsItSays(String path) {
        lab.open("");
        lab.click("[data-path=" + path + "]");
        int questions = tab.evaluate("LabPaths.PATHS." + path + ".steps.length").intValue();

        for (int i = 0; i < questions; i++) {
            String question = "LabPaths.PATHS." + path + ".steps[" + i + "]";
            lab.click("#answer-" + tab.evaluate(question + ".right").intValue());
            lab.click("#take");
            assertThat(tab.text("#guide .verdict")).startsWith("As you predicted.");
            assertThat(lab.state().step()).isEqualTo(tab.evaluate(question + ".go").intValue());
            lab.click("#next");
        }

        assertThat(questions).isBetween(4, 6);
        assertThat(tab.evaluate("document.getElementById('guide').hidden").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps=3", "start=random&data=xor&steps=2&b-start=equal", "path=equal",
        "shape=10,10,1&start=equal&steps=1", "shape=2,3,3,1&start=twins&data=and&steps=1"})
    void axeFindsNothing(String hash) {
        lab.open(hash);

        assertThat(Axe.findings(tab)).as("but for colours").isEmpty();
        assertThat(Axe.colours(tab)).as("colours in light").isEmpty();
        tab.show(View.DESK.withoutMotion().inDark());
        assertThat(Axe.colours(tab)).as("colours in the dark").isEmpty();
        tab.show(View.PHONE);
        assertThat(tab.evaluate("document.documentElement.scrollWidth").intValue()).isLessThanOrEqualTo(View.PHONE.width());
    }

    @Test
    void everyLinkIntoTheLabOpensWhatItNames() throws IOException {
        List<String> links = LabLinks.ofTheSite();
        Collections.shuffle(links, new Random(SEED));
        List<String> tried = links.stream().limit(MOST_LINKS).toList();

        for (String link : tried) {
            lab.open(link);
            assertThat(lab.error()).as(link).isEmpty();
            assertThat(lab.state().step()).as(link).isEqualTo(LabLinks.steps(link));
            lab.press("Home");
            LabLinks.network(link).ifPresent(network -> assertThat(lab.state().network()).as(link).isEqualTo(network));
        }
        System.out.println("Links into the lab: " + links.size() + ", opened there: " + tried.size() + " (seed " + SEED + ").");
    }

    /** JSON as it stands in an address, with its quotes. */
    private static String encoded(String json) {
        return URLEncoder.encode(json.replace('\'', '"'), StandardCharsets.UTF_8);
    }
}
