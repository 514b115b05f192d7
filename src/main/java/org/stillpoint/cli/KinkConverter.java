package org.stillpoint.cli;

import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An activation with its derivative at its kinks, as in {@code relu=1/2}. */
final class KinkConverter implements ITypeConverter<KinkOptions.Kink> {

    @Override
    public KinkOptions.Kink convert(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new TypeConversionException("no = in \"" + text
                    + "\", expected an activation with its derivative, as in relu=1/2");
        }
        try {
            return new KinkOptions.Kink(Activation.fromId(text.substring(0, equals)),
                    ExactNumber.parse(text.substring(equals + 1)));
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
