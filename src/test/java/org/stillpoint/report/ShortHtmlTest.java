package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left out of pages, case by case; that browsers make the same of all pages is seen in one. */
class ShortHtmlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<ul><li>a</li><li>b</li></ul> | <ul><li>a<li>b</ul>",
        "<ul><li>a</li> <li>b</li></ul> | <ul><li>a</li> <li>b</ul>",
        "<dl><dt>a</dt><dd>b</dd></dl> | <dl><dt>a<dd>b</dl>",
        "<dl><dt>a</dt></dl> | <dl><dt>a</dt></dl>",
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>"
                + " | <table><thead><tr><th>a<th>b<tbody><tr><td>c<td>d</table>",
        "<table><thead><tr><th>a</th></tr></thead></table> | <table><thead><tr><th>a</thead></table>",
        "<div><p>a</p><p>b</p><ul></ul></div> | <div><p>a<p>b<ul></ul></div>",
        "<div><p>a</p><span>b</span></div> | <div><p>a</p><span>b</span></div>",
        "<a><p>a</p></a><ins><p>b</p></ins> | <a><p>a</p></a><ins><p>b</p></ins>",
        "<p>a</p>b<p>c</p> | <p>a</p>b<p>c</p>"})
    void anEndIsLeftOutWhereWhatFollowsImpliesIt(String whole, String shorter) {
        assertThat(ShortHtml.of(whole)).isEqualTo(shorter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<a class=\"id\" href=\"../a.html#b-1\">c</a> | <a class=id href=../a.html#b-1>c</a>",
        "<a class=\"id name\" href=\"a.html#b=1\">c</a> | <a class=\"id name\" href=\"a.html#b=1\">c</a>",
        "<a title=\"a &quot;b&quot;\" href=\"a/\">c</a> | <a title=\"a &quot;b&quot;\" href=a/>c</a>",
        "<script src=\"a.js\" defer=\"\"></script> | <script src=a.js defer></script>"})
    void aValueStandsWithoutQuotationMarksWhereItCan(String whole, String shorter) {
        assertThat(ShortHtml.of(whole)).isEqualTo(shorter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a<wbr/>b<input value=\"c/\"/> | a<wbr>b<input value=c/>",
        "<svg><path d=\"M0 1L2 3\"/><circle r=\"4\"/><use/></svg> | <svg><path d=\"M0 1L2 3\"/><circle r=4 /><use/></svg>",
        "<math><mtr><mtd><mn>1</mn></mtd></mtr><mspace width=\"1em\"/></math>"
                + " | <math><mtr><mtd><mn>1</mn></mtd></mtr><mspace width=1em /></math>"})
    void aSlashIsLeftOutOfElementsOfHtmlOnly(String whole, String shorter) {
        assertThat(ShortHtml.of(whole)).isEqualTo(shorter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a &gt; b &quot;c&quot; d&#x27;e | a > b \"c\" d'e",
        "a &lt; b &amp;lt; c | a &lt; b &amp;lt; c"})
    void aSignStandsForItselfInTextIfItBeginsNothing(String whole, String shorter) {
        assertThat(ShortHtml.of(whole)).isEqualTo(shorter);
    }
}
