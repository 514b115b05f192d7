package org.stillpoint.kernel.graph;

/**
 * An operation on three values of any kind: numbers, vectors, a channel over a whole batch. One that has fewer operands is given its first again.
 * What it returns depends on the values of its operands only, and no call changes anything.
 */
public /*@ nullable_by_default @*/ interface Operation {

    /*@ public normal_behavior
      @ requires x != null && y != null && z != null;
      @ ensures \result != null && \dl_content(\result) == \dl_applied(this, \dl_content(x), \dl_content(y), \dl_content(z));
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ Object apply(Object x, Object y, Object z);

    /** Whether the result is zero whenever those operands are zero that are marked. */
    /*@ public normal_behavior
      @ ensures \result ==> \dl_vanishesWith(this, x, y, z);
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z);

    /** Whether the result is the first operand whenever those others are zero that are marked. */
    /*@ public normal_behavior
      @ ensures \result ==> \dl_keepsFirst(this, y, z);
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ boolean keeps(boolean y, boolean z);
}
