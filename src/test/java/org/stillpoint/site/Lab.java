package org.stillpoint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.stillpoint.browser.Tab;
import tools.jackson.databind.JsonNode;

/**
 * The lab in a tab, and a student at it.
 *
 * @param tab where it is shown
 */
record Lab(Tab tab) {

    private static final URI PAGE = PackedSite.ROOT.resolve("lab.html").toUri();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Shows the lab anew, with what stands behind the hash. */
    void open(String hash) {
        openAddress(PAGE + (hash.isEmpty() ? "" : "#" + hash));
    }

    /** Shows the lab anew at an address. */
    void openAddress(String address) {
        tab.open(URI.create("about:blank"));
        tab.open(URI.create(address));
        tab.until("document.documentElement.dataset.ready === 'true' || !document.getElementById('error').hidden", LIMIT);
        settle();
    }

    /** Waits until nothing is being computed: as long as something is, only Stop can be pressed. */
    void settle() {
        tab.until("document.getElementById('stop').disabled", LIMIT);
    }

    void click(String selector) {
        tab.click(selector);
        settle();
    }

    void press(String key) {
        tab.press(key);
        settle();
    }

    LabState state() {
        return LabState.read(tab.text("#state"));
    }

    /** Of the second of two starts. */
    LabState secondState() {
        return LabState.read(tab.text("#state-b"));
    }

    /** What the page complains of, empty if it does not. */
    String error() {
        return tab.evaluate("document.getElementById('error').hidden ? '' : document.getElementById('error').innerText")
                .asString();
    }

    String address() {
        return tab.evaluate("location.href").asString();
    }

    /** The letter and the colour of each hidden unit that is drawn. */
    List<String> units() {
        List<String> units = StreamSupport.stream(tab.evaluate("""
                [...document.querySelectorAll("#run-a [data-letter]")].map(unit => unit.dataset.letter + " "
                    + getComputedStyle(unit).fill)""").spliterator(), false).map(JsonNode::asString).toList();
        assertThat(units).isNotEmpty();
        return units;
    }
}
