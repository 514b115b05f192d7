package org.stillpoint.check.verdict;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.domain.Named;

/** How the answers of a program depend on what it was asked before, which those of a right one do not. */
public enum Memory implements Named {

    ADDED_UP("gradients-not-reset",
            "The same request again gets twice, then three times the gradient: gradients are added to those of earlier requests",
            "Set all gradients to zero before each backward pass"),
    NETWORK_KEPT("network-kept",
            "A request with other weights gets the answer that belongs to the weights of an earlier request",
            "Use the network of each request, and calculate nothing from weights that were stored before"),
    DATA_KEPT("data-kept",
            "A request with other data gets the answer that belongs to the data of an earlier request",
            "Use the data of each request, and clear what the forward pass has stored"),
    TRAINED_KEPT("training-kept",
            "The same training again gets another answer: velocity or weights of the training before are kept",
            "Begin each training with the weights of its request and with velocity zero"),
    EARLIER_KEPT("earlier-requests-kept",
            "The same request again gets another answer, in the same way in each fresh process",
            "Keep nothing from one request to the next"),
    RANDOM("random-answers",
            "The same request gets different answers in fresh processes",
            "Take out what is random, such as dropout, shuffling or an initialisation of its own");

    private final String id;
    private final String says;
    private final String advice;

    Memory(String id, String says, String advice) {
        this.id = id;
        this.says = says;
        this.advice = advice;
    }

    @Override
    public String id() {
        return id;
    }

    /** What the program does, in a sentence without a full stop. */
    public String says() {
        return says;
    }

    /** What to change, in a sentence without a full stop. */
    public String advice() {
        return advice;
    }

    public static List<Memory> all() {
        return Arrays.asList(values());
    }
}
