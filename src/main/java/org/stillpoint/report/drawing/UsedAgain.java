package org.stillpoint.report.drawing;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Units and numbers of drawings that stand on a page several times, as those of a training do that changes few of them: written
 * once, and used again. Styles reach them by their own group, as browsers may not see what is around it.
 */
public final class UsedAgain {

    private static final Pattern GROUP = Pattern.compile("<g (class=\"(?:units|label|label changed)\">.*?</g>)");

    /** Where a group is shorter, to name it would take more than to write it. */
    private static final int SHORTEST = 80;

    private UsedAgain() {
    }

    /** A page with its drawings, of which no group of units or numbers is written twice. */
    public static String in(String page) {
        Map<String, Long> times = GROUP.matcher(page).results().map(group -> group.group(1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, Integer> names = new HashMap<>();
        return GROUP.matcher(page).replaceAll(match -> {
            String group = match.group(1);
            if (group.length() < SHORTEST || times.get(group) == 1) {
                return Matcher.quoteReplacement(match.group());
            }
            Integer known = names.putIfAbsent(group, names.size() + 1);
            return Matcher.quoteReplacement(known == null ? "<g id=\"drawn" + names.size() + "\" " + group
                    : "<use href=\"#drawn" + known + "\"/>");
        });
    }
}
