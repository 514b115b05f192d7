package org.stillpoint.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.RealNetwork;

class UsedAgainTest {

    private static final Network START = network("1");
    private static final Network MOVED = network("2");

    private static Network network(String output) {
        return Network.of(new Layer(Matrix.of(Vector.of("1"), Vector.of("3")), Optional.empty(), Activation.RELU),
                new Layer(Matrix.of(Vector.of(output, "1")), Optional.empty(), Activation.IDENTITY));
    }

    @Test
    void unitsThatStandOnThePageAlreadyAreUsedAgainAndWhatDiffersIsNot() {
        List<RealNetwork> networks = List.of(RealNetwork.of(START), RealNetwork.of(MOVED));
        List<Picture> pictures = NetworkDrawing.pictures(networks, List.of(networks.get(0), networks.get(0)));
        String first = pictures.get(0).svg();
        String page = UsedAgain.in("<p>a</p>" + first + "<p>b</p>" + pictures.get(1).svg());

        assertThat(page).startsWith("<p>a</p>" + first.replace("<g class=\"units\">", "<g id=\"drawn1\" class=\"units\">"))
                .containsOnlyOnce("<use ").contains("<p>b</p><svg ", "<use href=\"#drawn1\"/><g class=\"label\">", ">2</text>");
        assertThat(page.replace("<g id=\"drawn1\"", "<g").replace("<use href=\"#drawn1\"/>", units(first)))
                .isEqualTo("<p>a</p>" + first + "<p>b</p>" + pictures.get(1).svg());
    }

    @Test
    void aDrawingThatStandsAloneIsLeftAsItIs() {
        String alone = NetworkDrawing.svg(START);

        assertThat(UsedAgain.in(alone)).isEqualTo(alone);
    }

    private static String units(String svg) {
        int start = svg.indexOf("<g class=\"units\">");
        return svg.substring(start, svg.indexOf("</g>", start) + "</g>".length());
    }
}
