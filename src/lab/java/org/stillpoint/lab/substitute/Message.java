package org.stillpoint.lab.substitute;

import org.hipparchus.exception.Localizable;

/** Messages of exceptions, put together without the rules of all languages for numbers and dates. */
final class Message {

    private Message() {
    }

    /** The text with its parts where it has {0}, {1} and so on. */
    static String of(Localizable specifier, Object... parts) {
        String message = specifier.getSourceString();
        for (int i = 0; i < parts.length; i++) {
            message = message.replace("{" + i + "}", String.valueOf(parts[i]));
        }
        return message;
    }
}
