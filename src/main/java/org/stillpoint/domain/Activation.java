package org.stillpoint.domain;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.Relu;

/** What a unit does with its pre-activation. */
public enum Activation {

    IDENTITY("identity", new Identity()),
    RELU("relu", new Relu());

    private final String id;
    private final ActivationFunction kernel;

    Activation(String id, ActivationFunction kernel) {
        this.id = id;
        this.kernel = kernel;
    }

    /** The name used in files. */
    public String id() {
        return id;
    }

    /** The function itself, with its derivative. */
    public ActivationFunction kernel() {
        return kernel;
    }

    /** @throws DomainException if no activation has this name */
    public static Activation fromId(String id) {
        return Arrays.stream(values()).filter(activation -> activation.id.equals(id)).findFirst()
                .orElseThrow(() -> new DomainException("unknown activation, expected one of "
                        + Arrays.stream(values()).map(Activation::id).collect(Collectors.joining(", "))));
    }
}
