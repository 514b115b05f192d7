package org.stillpoint.modelfile.onnx.translation;

import java.io.IOException;

/** How nodes of one operator become layers. */
@FunctionalInterface
interface Operator {

    /**
     * Adds the layers of a node, and tells what is known of what it makes.
     *
     * @throws NotUnderstood if it has no rules; nothing has been added then
     * @throws IOException if an entry of a tensor cannot be read
     */
    void translate(Node node, Scope scope) throws IOException;
}
