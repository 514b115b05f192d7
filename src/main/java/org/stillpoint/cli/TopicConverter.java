package org.stillpoint.cli;

import org.stillpoint.domain.DomainException;
import org.stillpoint.teaching.Topic;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option's value as a topic of a sheet. */
final class TopicConverter implements ITypeConverter<Topic> {

    @Override
    public Topic convert(String text) {
        try {
            return Topic.fromId(text);
        } catch (DomainException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
