package org.stillpoint.report.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.browser.Browser;
import org.stillpoint.browser.Tab;
import org.stillpoint.browser.View;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** One steps through trainings in a browser. */
class PlayerIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SHOWN = "[...document.querySelectorAll('.frame')].filter(frame => frame.checkVisibility())"
            + ".map(frame => frame.querySelector('strong').textContent).join(', ')";

    private static Browser browser;
    private static Path page;
    private static Path running;

    private Tab tab;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        browser = Browser.start();
        Player player = Player.of(Network.zeros(List.of(2, 2, 1), true),
                new DataSet(List.of(Vector.of("1", "0"), Vector.of("0", "1")), List.of(Vector.of("1"), Vector.of("-1"))),
                Settings.defaults(3));
        String text = TracePage.render(player, List.of());
        page = Files.writeString(folder.resolve("trace.html"), text);
        running = Files.writeString(folder.resolve("running.html"), text.replace("\"player\"", "\"player running\""));
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
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(tab.faults()).isEmpty();
    }

    private String shown() {
        return tab.evaluate(SHOWN).asString();
    }

    private static String button(int number) {
        return ".player-bar button:nth-of-type(" + number + ")";
    }

    @Test
    void oneFrameIsShownAtATimeAndTheButtonsMoveThroughThem() {
        assertThat(shown()).isEqualTo("Start");
        tab.click(button(3));
        assertThat(shown()).isEqualTo("Step 1 of 3");
        tab.click(button(3));
        tab.click(button(2));
        assertThat(shown()).isEqualTo("Step 1 of 3");
        tab.click(button(1));
        assertThat(shown()).isEqualTo("Start");
        tab.click(button(2));
        assertThat(shown()).isEqualTo("Start");
    }

    @Test
    void keysMoveThroughThemTooAndItIsSaidWhatChanges() {
        tab.evaluate("document.querySelector('" + button(3) + "').focus()");
        tab.press("ArrowRight");
        assertThat(shown()).isEqualTo("Step 1 of 3");
        assertThat(tab.text("[aria-live=polite]")).contains("Step 1 of 3", "one changes: the bias of the output from 0 to 1/10");
        tab.press("End");
        tab.press("ArrowRight");
        assertThat(shown()).isEqualTo("Step 3 of 3");
        tab.press("Home");
        assertThat(shown()).isEqualTo("Start");
        tab.evaluate("document.querySelector('.player-bar input').focus()");
        tab.press("ArrowRight");
        assertThat(shown()).isEqualTo("Step 1 of 3");
        assertThat(tab.evaluate("document.querySelector('.player-bar input').getAttribute('aria-valuetext')").asString())
                .isEqualTo("Step 1 of 3");
    }

    @Test
    void aPageThatIsLoadedAgainStandsWhereItStood() {
        tab.click(button(3));
        tab.click(button(3));
        tab.evaluate("window.isOld = true; location.reload()");
        tab.until("!window.isOld && document.querySelector('.player.on') !== null", LIMIT);

        assertThat(shown()).isEqualTo("Step 2 of 3");
    }

    @Test
    void aRunningPlayerRunsToTheEndAndStops() {
        tab.open(running);
        tab.until(SHOWN + " === 'Step 3 of 3'", LIMIT);

        assertThat(tab.text(button(4))).isEqualTo("Run");
    }

    @Test
    void aRunningPlayerPausesAndRestsWhereMotionIsUnwelcome() {
        tab.open(running);
        assertThat(tab.text(button(4))).isEqualTo("Pause");
        tab.click(button(4));
        assertThat(tab.text(button(4))).isEqualTo("Run");
        tab.show(View.DESK.withoutMotion());
        tab.open(running);
        assertThat(tab.text(button(4))).isEqualTo("Run");
        assertThat(shown()).isEqualTo("Start");
    }

    @Test
    void withoutScriptsEveryFrameIsThere() {
        tab.show(View.DESK.withoutScripts());
        tab.open(page);

        assertThat(shown()).isEqualTo("Start, Step 1 of 3, Step 2 of 3, Step 3 of 3");
    }

    @Test
    void onAPhoneNothingSticksOut() {
        tab.show(View.PHONE);
        tab.open(page);
        tab.click(button(3));

        assertThat(tab.evaluate("document.documentElement.scrollWidth").intValue()).isLessThanOrEqualTo(View.PHONE.width());
    }
}
