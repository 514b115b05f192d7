package org.stillpoint.lint.program;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What groups of channels are called behind the name of a value or a tensor. */
final class Labels {

    private static final int NAMED = 4;

    private Labels() {
    }

    /** Such as {@code [3]}; nothing if there is one group only. */
    static String of(List<int[]> groups, int group) {
        return groups.size() == 1 ? "" : "[" + members(groups, group) + "]";
    }

    /** Of a tensor that is cut along two axes. */
    static String of(List<int[]> rows, int row, List<int[]> columns, int column) {
        return rows.size() == 1 && columns.size() == 1 ? ""
                : "[" + members(rows, row) + ", " + members(columns, column) + "]";
    }

    private static String members(List<int[]> groups, int group) {
        int[] members = groups.get(group);
        if (groups.size() == 1) {
            return "all";
        }
        if (members.length <= NAMED) {
            return Arrays.stream(members).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        }
        return group == groups.size() - 1 ? "others" : members[0] + " " + members[1] + " and " + (members.length - 2) + " more";
    }
}
