package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.browser.Browser;
import org.stillpoint.browser.Tab;
import org.stillpoint.claims.BuiltCatalogue;

/** The words of a contract on a claim's page, in a browser: by keyboard, by mouse and by touch. */
class ClaimWordsIT {

    private static final String WORD = "pre.contract a[href$='#word-isZeroBelowTheOutputBias']";
    private static final String SAID = "isZeroBelowTheOutputBias(s)"
            + "s is all 0, its velocity too, but for the output bias and the velocity of that";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Browser browser;
    private static Path page;

    private Tab tab;

    @BeforeAll
    static void start(@TempDir Path folder) {
        browser = Browser.start();
        BuiltCatalogue catalogue = SavedEvidence.catalogue();
        Map<String, String> pages = new TreeMap<>(Assets.all());
        pages.putAll(WordsPage.render(catalogue));
        pages.put("claims/ZERO-2.html", ClaimPageTest.alone(catalogue, catalogue.find("ZERO-2").orElseThrow()));
        new Site(pages).write(folder);
        page = folder.resolve("claims/ZERO-2.html");
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        tab = browser.tab();
        tab.open(page);
        tab.evaluate("document.querySelectorAll('#proved details').forEach(details => { details.open = true; }) ?? true");
    }

    @Test
    void everyWordIsALinkAndTheKeyboardHaltsAtTheFirstOfEachKind() {
        assertThat(tab.evaluate("document.querySelectorAll(\"" + WORD + "\").length").intValue()).isEqualTo(2);
        assertThat(tab.evaluate("[...document.querySelectorAll(\"" + WORD + "\")].map(word => word.tabIndex).join()").asString())
                .isEqualTo("0,-1");
        assertThat(tab.evaluate("[...document.querySelectorAll('pre.contract a')]"
                + ".every(word => STILLPOINT_WORDS[word.hash.slice(1)])").booleanValue()).isTrue();
    }

    @Test
    void aWordThatHasTheFocusIsExplainedUntilItIsLeft() {
        tab.evaluate("document.querySelector(\"" + WORD + "\").focus() ?? true");

        assertThat(tab.text("#says")).isEqualTo(SAID);
        assertThat(tab.text("#says i")).isEqualTo("s");
        assertThat(tab.evaluate("document.activeElement.getAttribute('aria-describedby')").asString()).isEqualTo("says");

        tab.press("Escape");
        assertThat(tab.evaluate("document.getElementById('says') === null").booleanValue()).isTrue();
        assertThat(tab.faults()).isEmpty();
    }

    @Test
    void aTouchExplainsAndAClickLeadsToTheLineOfTheWord() {
        tab.evaluate("document.querySelector(\"" + WORD + "\").dispatchEvent(new PointerEvent('click', "
                + "{bubbles: true, cancelable: true, pointerType: 'touch'}))");
        assertThat(tab.text("#says")).isEqualTo(SAID);
        assertThat(tab.evaluate("location.pathname").asString()).endsWith("ZERO-2.html");

        tab.click(WORD);
        tab.until("location.pathname.endsWith('words.html') && document.querySelector('tr:target') !== null", SOON);
        assertThat(tab.text("tr:target")).isEqualTo(SAID);
        assertThat(tab.faults()).isEmpty();
    }
}
