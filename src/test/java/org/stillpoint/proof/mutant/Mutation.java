package org.stillpoint.proof.mutant;

import java.nio.file.Path;

/**
 * A mistake made by an operator in one method of the kernel: the text from one place of its file to another becomes another text.
 *
 * @param contract the contract of the method, which the mistake should break
 * @param operator the kind of mistake
 * @param line the line of the place, counted from 1
 */
record Mutation(String contract, String operator, Path file, int start, int end, int line, String removed, String added) {

    String apply(String text) {
        return text.substring(0, start) + added + text.substring(end);
    }

    @Override
    public String toString() {
        return contract + ", " + operator + ": " + removed + " -> " + added;
    }
}
