package io.patchbay.microsoft.graph;

import io.patchbay.microsoft.identity.DirectoryText;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How answers of Graph are read, for every client alike: each text is one line of {@link DirectoryText}, unless its record
 * says that it is {@link Verbatim}.
 */
public final class GraphAnswers {

    private GraphAnswers() {}

    /** To be added to the mapper of a client. */
    public static JacksonModule module() {
        return new SimpleModule("graph-answers").addDeserializer(String.class, new Plain());
    }

    /** For {@code JsonDeserialize(using)}: a text that is shown nowhere and needed to the letter. */
    public static final class Verbatim extends ValueDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return StringDeserializer.instance.deserialize(parser, context);
        }
    }

    private static final class Plain extends ValueDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return DirectoryText.plain(StringDeserializer.instance.deserialize(parser, context));
        }
    }
}
