package org.stillpoint.graph.certificate;

/** What people call the slots of a program. */
@FunctionalInterface
public interface Names {

    /** Such as {@code W1[0]}. */
    String of(int slot);
}
