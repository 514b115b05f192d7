package org.stillpoint.kernel.graph;

/**
 * An operation on three values of any kind: numbers, vectors, a channel over a whole batch. One that has fewer operands is given
 * its first again. What it returns depends on the values of its operands only, and no call changes anything. It takes some
 * operands and refuses others, such as shapes that do not fit or a divisor 0, by an {@link IllegalArgumentException}; contracts
 * speak of those that it takes.
 */
public /*@ nullable_by_default @*/ interface Operation {

    /** The value of this operation at three values. */
    /*@ public normal_behavior
      @ requires x != null && y != null && z != null;
      @ requires \dl_takesOperands(this, \dl_content(x), \dl_content(y), \dl_content(z));
      @ ensures \result != null;
      @ ensures \dl_content(\result) == \dl_applied(this, \dl_content(x), \dl_content(y), \dl_content(z));
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ Object apply(Object x, Object y, Object z);

    /** Whether the result is known to be zero if those operands are zero that are marked. */
    /*@ public normal_behavior
      @ ensures \result ==> \dl_vanishesWith(this, x, y, z);
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ boolean vanishes(boolean x, boolean y, boolean z);

    /** Whether the result is known to be the first operand if those of the others are zero that are marked. */
    /*@ public normal_behavior
      @ ensures \result ==> \dl_keepsFirst(this, y, z);
      @ assignable \strictly_nothing;
      @*/
    /*@ helper @*/ boolean keeps(boolean y, boolean z);
}
