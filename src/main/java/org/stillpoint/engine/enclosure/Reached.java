package org.stillpoint.engine.enclosure;

import org.stillpoint.enclosure.Precision;

/** What a training is at after some steps, and the precision of its balls. */
public record Reached(State<Mixed> state, Precision precision) {
}
