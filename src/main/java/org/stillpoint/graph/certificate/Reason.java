package org.stillpoint.graph.certificate;

/** Why a fact follows from those that it is put down to. */
public enum Reason {

    /** The slot is fed, and nothing but zero. */
    FED_ZERO,

    /** The state slot starts at zero, and its next value is zero, which for the first step is not asked. */
    STARTS_ZERO,

    /** The operation makes zero of operands of which some are zero. */
    VANISHES,

    /** The slot is zero at the start on all data, and the state that it depends on never changes. */
    ZERO_ON_DATA,

    /** Both are fed, and always the same. */
    FED_EQUAL,

    /** The state slots start equal, and their next values are equal, which for the first step is not asked. */
    START_EQUAL,

    /** The later slot returns its first operand, which is the same as the earlier slot, if other operands are zero. */
    LATER_KEEPS,

    /** The earlier slot returns its first operand, which is the same as the later slot, if other operands are zero. */
    EARLIER_KEEPS,

    /** Both come of the same operation on equal operands. */
    SAME_OPERATION,

    /** The next value of the state slot is the same as the slot. */
    NEXT_IS_SAME
}
