package org.stillpoint.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.RealNetwork;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Whatever a network is, what is written in its picture can be read. */
class NetworkDrawingProperties {

    /** The widest digit of common fonts at the size of labels, in pixels; bold. */
    private static final int DIGIT = 8;

    /** How high a line of them is. */
    private static final int LINE = 14;

    @Property(tries = 300)
    void noLabelStandsOnAnotherOneOrOnACircle(@ForAll("networks") Network network) throws Exception {
        Element svg = parse(NetworkDrawing.svg(network));
        List<Box> boxes = Stream.concat(circles(svg), numbers(svg)).toList();

        IntStream.range(0, boxes.size()).forEach(i ->
                assertThat(boxes.subList(i + 1, boxes.size())).noneMatch(boxes.get(i)::meets));
    }

    @Property(tries = 300)
    void everyNameFitsItsCircleAndEveryNumberThePicture(@ForAll("networks") Network network) throws Exception {
        Element svg = parse(NetworkDrawing.svg(network));
        List<Box> boxes = Stream.concat(circles(svg), numbers(svg)).toList();
        String[] view = svg.getAttribute("viewBox").split(" ");
        Box picture = box(view[0], view[1], view[2], view[3]);

        assertThat(boxes).allMatch(box -> picture.left() < box.left() && box.right() < picture.right()
                && picture.top() < box.top() && box.bottom() < picture.bottom());
        assertThat(elements(svg, "text").filter(text -> isOfUnits(text)))
                .allSatisfy(text -> assertThat(circles(svg)).anyMatch(box ->
                        Math.abs(box.x() - Integer.parseInt(text.getAttribute("x"))) <= 1
                                && box.right() - box.left() >= DIGIT * text.getTextContent().length()));
    }

    @Property(tries = 300)
    void aNumberStandsOnItsOwnLineAndItsLayerHasAllOfThemOrNone(@ForAll("networks") Network network) {
        RealNetwork real = RealNetwork.of(network);
        Layout layout = Layout.of(List.of(Diagram.of(real, real, Grouping.units(real)))).get(0);

        for (int l = 0; l < layout.weights().size(); l++) {
            List<Line> lines = layout.diagram().layers().get(l);
            List<Box> labels = layout.weights().get(l);
            int layer = l;
            assertThat(labels.size()).isIn(0, lines.size());
            assertThat(IntStream.range(0, labels.size()).boxed().toList())
                    .allMatch(i -> layout.segment(layer, lines.get(i)).meets(labels.get(i)));
        }
    }

    /** One to three layers of one to four units; a number in three is long. */
    @Provide
    Arbitrary<Network> networks() {
        Arbitrary<BigFraction> numbers = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(-9, 9).map(BigFraction::new)),
                Tuple.of(2, Arbitraries.integers().between(-99, 99).map(n -> new BigFraction(n, 64))),
                Tuple.of(2, Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30))
                        .map(n -> new BigFraction(n, BigInteger.TEN.pow(20).add(BigInteger.ONE)))));
        return Arbitraries.integers().between(1, 4).list().ofMinSize(2).ofMaxSize(4).flatMap(widths ->
                Arbitraries.of(true, false).flatMap(bias -> numbers.list().ofSize(100).map(all -> network(widths, bias, all))));
    }

    private static Network network(List<Integer> widths, boolean bias, List<BigFraction> numbers) {
        List<BigFraction> rest = new ArrayList<>(numbers);
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < widths.size(); l++) {
            int inputs = widths.get(l - 1);
            layers.add(new Layer(new Matrix(Stream.generate(() -> take(rest, inputs)).limit(widths.get(l)).toList()),
                    bias ? Optional.of(take(rest, widths.get(l))) : Optional.empty(), Activation.IDENTITY));
        }
        return new Network(layers);
    }

    private static Vector take(List<BigFraction> numbers, int size) {
        List<BigFraction> head = numbers.subList(0, size);
        Vector vector = new Vector(head);
        head.clear();
        return vector;
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static Stream<Box> circles(Element svg) {
        return Stream.concat(
                elements(svg, "circle").filter(circle -> !kinds(circle).contains("behind"))
                        .map(circle -> Box.around(Integer.parseInt(circle.getAttribute("cx")),
                                Integer.parseInt(circle.getAttribute("cy")), 2 * Layout.RADIUS, 2 * Layout.RADIUS)),
                elements(svg, "rect").filter(rect -> isOfUnits(rect) && !kinds(rect).contains("behind"))
                        .map(rect -> box(rect.getAttribute("x"), rect.getAttribute("y"), rect.getAttribute("width"),
                                rect.getAttribute("height"))));
    }

    private static boolean isOfUnits(Element element) {
        return kinds((Element) element.getParentNode()).contains("units");
    }

    private static List<String> kinds(Element element) {
        return List.of(element.getAttribute("class").split(" "));
    }

    /** The room that the numbers take, which stand around the middle of their line. */
    private static Stream<Box> numbers(Element svg) {
        return elements(svg, "text").filter(text -> !isOfUnits(text))
                .map(text -> Box.around(Integer.parseInt(text.getAttribute("x")),
                        Integer.parseInt(text.getAttribute("y")) - LINE / 3, DIGIT * text.getTextContent().length(), LINE));
    }

    private static Box box(String x, String y, String width, String height) {
        int left = Integer.parseInt(x);
        int top = Integer.parseInt(y);
        return new Box(left, top, left + Integer.parseInt(width), top + Integer.parseInt(height));
    }

    private static Stream<Element> elements(Element svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
