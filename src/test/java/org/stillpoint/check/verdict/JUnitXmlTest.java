package org.stillpoint.check.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitXmlTest {

    private static Element suite(Verdict verdict) throws Exception {
        return (Element) DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(JUnitXml.of(verdict).getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("testsuite").item(0);
    }

    @Test
    void aRightProgramHasATestCaseForEachClaimAndNoFailure() throws Exception {
        Element suite = suite(Verdicts.right());

        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
    }

    @Test
    void whatIsWrongIsAFailureOfItsClaimAndOneOfTheDiagnosisWhateverTheProgramIsCalled() throws Exception {
        Element suite = suite(Verdicts.slopeLeftOut());
        NodeList failures = suite.getElementsByTagName("failure");

        assertThat(suite.getAttribute("name")).isEqualTo("my <net> & \"co\"");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(failures.getLength()).isEqualTo(2);
        assertThat(((Element) failures.item(0)).getAttribute("message")).isEqualTo("31 of 120 cases wrong");
        assertThat(((Element) failures.item(1)).getAttribute("message")).contains("activation-slope-left-out");
        assertThat(failures.item(1).getTextContent()).contains("yours -12, right 0");
    }
}
