package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void blocksAreRecognised() {
        assertThat(html("""
                ## Rules
                One line
                and the next.

                | rule | kind |
                |---|---|
                | `a \\| b` | axiom |

                1. first
                   goes on
                2. second

                ```
                x < *y*
                ```
                """)).isEqualTo("<h2 id=\"rules\">Rules</h2><p>One line and the next.</p><div class=\"scroll\"><table><tbody>"
                + "<tr><th>rule</th><th>kind</th></tr><tr><td><code>a | b</code></td><td>axiom</td></tr></tbody></table></div>"
                + "<ol><li>first goes on</li><li>second</li></ol><pre>x &lt; *y*</pre>");
    }

    @Test
    void anItemMayHoldBlocks() {
        assertThat(html("""
                1. first

                   | rule |
                   |---|
                   | axiom |

                   and so on
                2. second:
                   - inner
                     goes on
                """)).isEqualTo("<ol><li><p>first</p><div class=\"scroll\"><table><tbody><tr><th>rule</th></tr><tr><td>axiom</td></tr></tbody></table>"
                + "</div><p>and so on</p></li><li><p>second:</p><ul><li>inner goes on</li></ul></li></ol>");
    }

    @Test
    void linesFarToTheRightAreCode() {
        assertThat(html("Run\n\n    mvn <verify>\n    mvn\n\nand wait."))
                .isEqualTo("<p>Run</p><pre>mvn &lt;verify&gt;\nmvn</pre><p>and wait.</p>");
    }

    @Test
    void onlyLinksToTheWebAreLinks() {
        assertThat(html("**See** [KeY](https://www.key-project.org) and [here](../file.key), `a*b*c`."))
                .isEqualTo("<p><strong>See</strong> <a href=\"https://www.key-project.org\">KeY</a> and here, "
                        + "<code>a*b*c</code>.</p>");
    }

    @Test
    void commandsStandOutFromWhatTheyAnswer() {
        assertThat(html("```console\n$ run <it>\ndone\n```"))
                .isEqualTo("<pre class=\"console\"><b>$ run &lt;it&gt;</b>\ndone</pre>");
    }

    @Test
    void aLongNameMayBeBrokenBetweenItsWords() {
        assertThat(html("`KernelExampleProperties`, `kernel.key`"))
                .isEqualTo("<p><code class=\"name\">KernelExample<wbr/>Properties</code>, <code>kernel.key</code></p>");
    }

    @Test
    void aListGoesOnCountingAfterCode() {
        assertThat(html("1. one\n\n```\nx\n```\n\n2. two"))
                .isEqualTo("<ol><li>one</li></ol><pre>x</pre><ol start=\"2\"><li>two</li></ol>");
    }

    @Test
    void headingsHaveAnchorsOfTheirOwnAndAreKnown() {
        Markdown text = Markdown.of("# Title\n## What `f` is\n### See [KeY](https://www.key-project.org)\n## What f is",
                MarkdownTest::web);

        assertThat(text.html()).startsWith("<h1>Title</h1><h2 id=\"what-f-is\">");
        assertThat(text.headings()).containsExactly(new Markdown.Heading(2, "What <code>f</code> is", "what-f-is"),
                new Markdown.Heading(3, "See KeY", "see-key"), new Markdown.Heading(2, "What f is", "what-f-is-1"));
    }

    @Test
    void aLongTableIsFoldedAndSaysWhatItHolds() {
        assertThat(html("| word | size |\n|---|---:|\n" + "| a | 1 |\n".repeat(40)))
                .startsWith("<details class=\"rows\"><summary>40 rows: word, size</summary>")
                .contains("<td>a</td><td class=\"number\">1</td>");
    }

    private static String html(String text) {
        return Markdown.of(text, MarkdownTest::web).html();
    }

    private static Optional<String> web(String address) {
        return Optional.of(address).filter(any -> address.startsWith("https://"));
    }
}
