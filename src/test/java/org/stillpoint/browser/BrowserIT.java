package org.stillpoint.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the other tests of pages rely on: that a fault of a page is seen, and that mouse and keys do what they do. */
class BrowserIT {

    private static Browser browser;

    @TempDir
    Path folder;

    private Tab tab;

    @BeforeAll
    static void start() {
        browser = Browser.start();
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
    }

    @Test
    void aPageWithoutFaultsHasNone() throws IOException {
        tab.open(page("<h1>Still</h1>"));

        assertThat(tab.faults()).isEmpty();
        assertThat(tab.text("h1")).isEqualTo("Still");
        assertThat(tab.requests()).containsExactly(folder.resolve("page.html").toUri().toString());
    }

    @Test
    void everyKindOfFaultIsSeen() throws IOException {
        tab.open(page("""
                <script>console.error("told", 1); throw new Error("thrown");</script>
                <script src="missing.js"></script>
                <script>new Worker(URL.createObjectURL(new Blob(["throw new Error('in a worker')"])));</script>
                """));
        awaitFault("in a worker");

        assertThat(tab.faults()).anyMatch(fault -> fault.equals("console: told 1"))
                .anyMatch(fault -> fault.contains("thrown"))
                .anyMatch(fault -> fault.contains("ERR_FILE_NOT_FOUND"));
        assertThat(tab.requests()).contains(folder.resolve("missing.js").toUri().toString());
    }

    /** A worker starts in its own time. */
    private void awaitFault(String words) {
        for (int i = 0; i < 500 && tab.faults().stream().noneMatch(fault -> fault.contains(words)); i++) {
            tab.evaluate("new Promise(done => setTimeout(done, 10))");
        }
        assertThat(tab.faults()).anyMatch(fault -> fault.contains(words));
    }

    @Test
    void faultsOfAPageBeforeAreForgotten() throws IOException {
        tab.open(page("<script>throw new Error('once')</script>"));
        tab.open(page("<p>well</p>"));

        assertThat(tab.faults()).isEmpty();
    }

    @Test
    void aPromiseIsAwaitedAndABrokenOneIsTold() {
        assertThat(tab.evaluate("new Promise(done => setTimeout(() => done({a: [1, '2']}), 20))").toString())
                .isEqualTo("{\"a\":[1,\"2\"]}");
        assertThatThrownBy(() -> tab.evaluate("Promise.reject(new Error('no'))")).hasMessageContaining("Error: no");
        assertThatThrownBy(() -> tab.evaluate("new Promise(() => { })", Duration.ofMillis(200)))
                .hasMessageContaining("no answer within");
        assertThatThrownBy(() -> tab.until("false", Duration.ofMillis(50))).hasMessageContaining("not so after");
    }

    @Test
    void theMouseClicksWhatItCanReach() throws IOException {
        tab.open(page("""
                <div style="height: 3000px"></div><button id="b" onclick="this.textContent = event.isTrusted">far down</button>
                <p style="position: relative"><button id="c">covered</button><i style="position: absolute; inset: 0"></i></p>
                """));

        tab.click("#b");

        assertThat(tab.text("#b")).isEqualTo("true");
        assertThatThrownBy(() -> tab.click("#c")).hasMessageContaining("there lies <i");
        assertThatThrownBy(() -> tab.click("#none")).hasMessageContaining("no element: #none");
    }

    @Test
    void keysMoveTheFocusPressButtonsAndType() throws IOException {
        tab.open(page("""
                <button onclick="this.textContent = 'pressed'">button</button><input>
                <script>document.addEventListener("keydown", event => { document.title += event.key; });</script>
                """));

        tab.press("Tab");
        tab.press("Enter");
        tab.press("Tab");
        tab.press("a");
        tab.type("bc");
        tab.press("ArrowLeft");
        tab.press("Backspace");

        assertThat(tab.text("button")).isEqualTo("pressed");
        assertThat(tab.evaluate("document.querySelector('input').value").asString()).isEqualTo("ac");
        assertThat(tab.evaluate("document.title").asString()).isEqualTo("TabEnterTabaArrowLeftBackspace");
    }

    @Test
    void aViewHasItsWidthItsColoursAndItsScripts() throws IOException {
        Path page = page("<meta name='viewport' content='width=device-width, initial-scale=1'><noscript>plain</noscript>"
                + "<script>document.title = 'script'</script>");
        tab.show(View.PHONE.inDark().withoutMotion());
        tab.open(page);

        assertThat(tab.evaluate("innerWidth + ' ' + matchMedia('(prefers-color-scheme: dark)').matches + ' ' "
                + "+ matchMedia('(prefers-reduced-motion)').matches + ' ' + document.title").asString())
                .isEqualTo("390 true true script");
        tab.show(View.DESK.withoutScripts());
        tab.open(page);
        assertThat(tab.evaluate("innerWidth + ' ' + matchMedia('(prefers-color-scheme: dark)').matches + document.title")
                .asString()).isEqualTo("1280 false");
    }

    @Test
    void whatStandsBehindTheHashIsTheSamePage() throws IOException {
        Path page = page("<script>window.runs = (window.runs || 0) + 1</script><h2 id='end'>end</h2>");
        tab.open(page);
        tab.open(URI.create(page.toUri() + "#end"));

        assertThat(tab.evaluate("runs + location.hash").asString()).isEqualTo("1#end");
    }

    @Test
    void aPictureShowsTheWholePage() throws IOException {
        tab.open(page("<div style='height: 3000px'></div>"));

        tab.screenshot(folder.resolve("page.png"));

        assertThat(ImageIO.read(folder.resolve("page.png").toFile()).getHeight()).isGreaterThanOrEqualTo(3000);
    }

    @Test
    void nothingIsLeftOfABrowserThatIsClosed() {
        Set<ProcessHandle> before = ProcessHandle.current().descendants().collect(Collectors.toSet());
        Browser second = Browser.start();
        List<ProcessHandle> started = ProcessHandle.current().descendants().filter(process -> !before.contains(process)).toList();

        second.close();

        assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(second.directory()).doesNotExist();
    }

    private Path page(String body) throws IOException {
        return Files.writeString(folder.resolve("page.html"),
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body>" + body + "</body></html>");
    }
}
