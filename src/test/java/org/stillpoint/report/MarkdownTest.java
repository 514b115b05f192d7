package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void blocksAreRecognised() {
        assertThat(Markdown.toHtml("""
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
                """)).isEqualTo("<h2>Rules</h2><p>One line and the next.</p><div class=\"scroll\"><table><tbody>"
                + "<tr><th>rule</th><th>kind</th></tr><tr><td><code>a | b</code></td><td>axiom</td></tr></tbody></table></div>"
                + "<ol><li>first goes on</li><li>second</li></ol><pre>x &lt; *y*</pre>");
    }

    @Test
    void anItemMayHoldBlocks() {
        assertThat(Markdown.toHtml("""
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
        assertThat(Markdown.toHtml("Run\n\n    mvn <verify>\n    mvn\n\nand wait."))
                .isEqualTo("<p>Run</p><pre>mvn &lt;verify&gt;\nmvn</pre><p>and wait.</p>");
    }

    @Test
    void onlyLinksToTheWebAreLinks() {
        assertThat(Markdown.toHtml("**See** [KeY](https://www.key-project.org) and [here](../file.key), `a*b*c`."))
                .isEqualTo("<p><strong>See</strong> <a href=\"https://www.key-project.org\">KeY</a> and here, "
                        + "<code>a*b*c</code>.</p>");
    }
}
