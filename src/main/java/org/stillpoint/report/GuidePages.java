package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.claims.BuiltCatalogue;

/** The guides of the repository as pages, and one that says where to start. */
final class GuidePages {

    /** What each guide is for, by the name of its file {@code src/guide/NAME.md}, in the order in which they are shown. */
    static final Map<String, String> SUMMARIES = summaries();

    private static final Pattern TITLE = Pattern.compile("# (.*)");
    private static final String INDEX = "guide.html";

    private GuidePages() {
    }

    private static Map<String, String> summaries() {
        Map<String, String> summaries = new LinkedHashMap<>();
        summaries.put("lesson-plan", "A lesson on what a network can and cannot leave behind from its start, with the lab.");
        summaries.put("check-your-homework", "Have a backpropagation program of your own judged, and its mistake named.");
        summaries.put("lint-a-model",
                "Look at the weights of a model file: what is stuck, dead or there twice, and what may go.");
        summaries.put("grade-a-class", "Judge the submissions of a whole course by the same questions.");
        summaries.put("certified-examples", "Examples that everybody copies, with sigmoid, tanh and softmax, digits certain.");
        summaries.put("claim-files", "State a claim about training in a file, without Java, and have it refuted.");
        summaries.put("own-claims", "State a claim about training as a property in Java.");
        summaries.put("own-architecture", "State a block of your model in Java, and read what its training can never do.");
        return summaries;
    }

    /**
     * The text of each file by its path within the site.
     *
     * @param others the paths of the site's other pages
     */
    static Map<String, String> render(BuiltCatalogue catalogue, Set<String> others) {
        Map<String, String> guides = new LinkedHashMap<>();
        SUMMARIES.keySet().forEach(name -> Packed.file("guide/" + name + ".md")
                .ifPresent(source -> guides.put(name, source.text())));
        Set<String> pages = new TreeSet<>(others);
        guides.keySet().forEach(name -> pages.add(path(name)));
        Map<String, String> rendered = new TreeMap<>();
        rendered.put(INDEX, index(catalogue, guides, pages));
        guides.forEach((name, text) -> rendered.put(path(name), new Page(catalogue, "../", DocumentPage.STYLE).render(title(text),
                p(a("All guides").withHref("../" + INDEX)).withClass("up"),
                DocumentPage.of(Markdown.of(text, new RepositoryLinks("src/guide/" + name + ".md", "../", pages))))));
        return rendered;
    }

    private static String path(String name) {
        return "guide/" + name + ".html";
    }

    private static String index(BuiltCatalogue catalogue, Map<String, String> guides, Set<String> pages) {
        return new Page(catalogue, "", DocumentPage.STYLE).render("Guide",
                h1("Guide"),
                p("Start where you stand. Tests of this project run the examples of the guides, and compare what they answer "
                        + "with what is printed."),
                div(each(Reader.ALL, reader -> reader(reader, pages))).withClass("readers"),
                iff(!guides.isEmpty(), h2("All guides").withId("all")),
                iff(!guides.isEmpty(), dl(each(guides, (name, text) -> join(
                        dt(a(title(text)).withHref(path(name))), dd(SUMMARIES.get(name))))).withClass("guides")));
    }

    private static DomContent reader(Reader reader, Set<String> pages) {
        return section(
                h2("If you " + reader.who()).withId(reader.id()),
                ul(each(reader.steps().stream().filter(step -> step.isOn(pages)).toList(), step -> li(
                        a(step.words()).withHref(step.href()), text(": " + step.why()))))).withClass("reader");
    }

    private static String title(String text) {
        Matcher title = TITLE.matcher(text);
        return title.find() ? title.group(1) : "Guide";
    }
}
